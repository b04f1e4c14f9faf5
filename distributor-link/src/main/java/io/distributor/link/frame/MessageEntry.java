package io.distributor.link.frame;

import java.util.Map;

import io.distributor.link.message.LinkMessage;

/**
 * A link message.
 *
 * @param headers tracing and the like
 * @param message the message
 */
public record MessageEntry(Map<String, String> headers, LinkMessage message) implements FrameEntry {

}
