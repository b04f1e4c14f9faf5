package io.distributor.engine.session;

import java.util.List;
import java.util.function.UnaryOperator;

import io.distributor.engine.protocol.engineio.PacketCodec;
import io.distributor.engine.protocol.engineio.PayloadFormat;
import org.jspecify.annotations.Nullable;

/**
 * A text message and the binary messages that follow it, to be written to one session or
 * to many. Immutable; may be shared by threads. What transports write is made once, by
 * the first session that needs it, and kept: a broadcast is framed once.
 */
public final class OutboundMessage {

	private final byte @Nullable [] text;

	private final List<byte[]> binaries;

	private final boolean droppable;

	private volatile byte @Nullable [] frames;

	private volatile byte @Nullable [] compressedFrames;

	private volatile byte @Nullable [] packets;

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

	/**
	 * Returns this message as websocket frames of the server. Two threads that ask at the
	 * same time for the first time both encode, with the same result. Text is framed
	 * alike in all revisions.
	 * @param codec codec of the session
	 * @return the frames, not to be changed
	 */
	public byte[] frames(PacketCodec codec) {
		if (codec != PacketCodec.REVISION_4 && !this.binaries.isEmpty()) {
			return codec.encodeFrames(this.text, this.binaries);
		}
		byte[] encoded = this.frames;
		if (encoded == null) {
			encoded = PacketCodec.REVISION_4.encodeFrames(this.text, this.binaries);
			this.frames = encoded;
		}
		return encoded;
	}

	/**
	 * Returns this message as websocket frames for clients that agreed on compression.
	 * They are compressed once: threads that ask at the same time wait for the first one,
	 * which takes no longer than to compress them again. Binary messages of revision 3,
	 * which are framed for each session, are not compressed.
	 * @param codec codec of the session
	 * @param compression compresses frames
	 * @return the frames, not to be changed
	 */
	public byte[] frames(PacketCodec codec, UnaryOperator<byte[]> compression) {
		if (codec != PacketCodec.REVISION_4 && !this.binaries.isEmpty()) {
			return frames(codec);
		}
		byte[] compressed = this.compressedFrames;
		return (compressed != null) ? compressed : compress(compression);
	}

	private synchronized byte[] compress(UnaryOperator<byte[]> compression) {
		byte[] compressed = this.compressedFrames;
		if (compressed == null) {
			compressed = compression.apply(frames(PacketCodec.REVISION_4));
			this.compressedFrames = compressed;
		}
		return compressed;
	}

	/**
	 * Returns this message as packets for the response to a poll. Two threads that ask at
	 * the same time for the first time both encode, with the same result.
	 * @param format format of the response
	 * @return the packets, not to be changed
	 */
	public byte[] packets(PayloadFormat format) {
		if (format != PayloadFormat.REVISION_4) {
			return format.encode(this.text, this.binaries);
		}
		byte[] encoded = this.packets;
		if (encoded == null) {
			encoded = format.encode(this.text, this.binaries);
			this.packets = encoded;
		}
		return encoded;
	}

}
