package io.distributor.link.frame;

/**
 * From this number on the receiver counts the sender in, or no longer, when it broadcasts
 * to a namespace.
 *
 * @param namespace name of the namespace
 * @param listening whether the sender listens
 */
public record ListenEntry(String namespace, boolean listening) implements FrameEntry {

}
