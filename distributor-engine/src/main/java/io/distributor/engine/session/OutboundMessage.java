package io.distributor.engine.session;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A text message and the binary messages that follow it, to be written to one session or
 * to many. Immutable apart from what transports cache in it; may be shared by threads.
 */
public final class OutboundMessage {

	private final byte @Nullable [] text;

	private final List<byte[]> binaries;

	private final boolean droppable;

	/**
	 * Creates a message.
	 * @param text UTF-8 bytes of the text message without the packet type, or
	 * {@code null} for none
	 * @param binaries binary messages, sent after the text in their order
	 * @param droppable whether the message may be dropped when the client does not read
	 * (volatile)
	 */
	public OutboundMessage(byte @Nullable [] text, List<byte[]> binaries, boolean droppable) {
		this.text = text;
		this.binaries = List.copyOf(binaries);
		this.droppable = droppable;
	}

	public byte @Nullable [] text() {
		return this.text;
	}

	public List<byte[]> binaries() {
		return this.binaries;
	}

	public boolean isDroppable() {
		return this.droppable;
	}

}
