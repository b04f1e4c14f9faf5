package io.distributor.link.frame;

/**
 * An entry of a kind that this version does not know. It keeps its number.
 *
 * @param kind number of the kind
 */
public record UnknownEntry(int kind) implements FrameEntry {

}
