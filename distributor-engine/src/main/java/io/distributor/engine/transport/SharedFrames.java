package io.distributor.engine.transport;

import java.util.function.UnaryOperator;

import io.distributor.engine.protocol.engineio.PacketCodec;
import io.distributor.engine.session.OutboundMessage;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import org.jspecify.annotations.Nullable;

/**
 * The frames of the message that was sent last, shared by those sessions of an event loop
 * that get the same bytes: of one revision, and with compression or without. To be used
 * on that loop only.
 */
final class SharedFrames {

	private final PacketCodec codec;

	private final @Nullable UnaryOperator<byte[]> compression;

	private @Nullable OutboundMessage message;

	private @Nullable ByteBuf frames;

	SharedFrames(PacketCodec codec, @Nullable UnaryOperator<byte[]> compression) {
		this.codec = codec;
		this.compression = compression;
	}

	PacketCodec codec() {
		return this.codec;
	}

	boolean isCompressed() {
		return this.compression != null;
	}

	/**
	 * Returns the length of the frames of a message.
	 */
	int length(OutboundMessage message) {
		return encode(message).length;
	}

	/**
	 * Returns the frames of a message, ready to be written and released by the caller.
	 * @param message the message
	 * @param allocator allocates the buffer if the message is not the one asked for last
	 * @return the frames
	 */
	ByteBuf buffer(OutboundMessage message, ByteBufAllocator allocator) {
		if (this.frames == null || this.message != message) {
			release();
			byte[] encoded = encode(message);
			this.frames = allocator.directBuffer(encoded.length, encoded.length).writeBytes(encoded);
			this.message = message;
		}
		return this.frames.retainedDuplicate();
	}

	private byte[] encode(OutboundMessage message) {
		return (this.compression != null) ? message.frames(this.codec, this.compression) : message.frames(this.codec);
	}

	void release() {
		if (this.frames != null) {
			this.frames.release();
			this.frames = null;
			this.message = null;
		}
	}

}
