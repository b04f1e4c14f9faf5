package io.distributor.link.frame;

/**
 * What has a number of its own in a frame.
 */
public sealed interface FrameEntry permits MessageEntry, ListenEntry, UnknownEntry {

}
