package io.distributor.engine.transport;

import java.util.concurrent.TimeUnit;
import java.util.zip.DataFormatException;

import io.distributor.engine.compression.MessageInflater;
import io.distributor.engine.limit.Limit;
import io.distributor.engine.limit.Pace;
import io.distributor.engine.session.CloseReason;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import org.jspecify.annotations.Nullable;

/**
 * The compressed messages of a client: what each may become is bounded while it is
 * decompressed, and what they become in a second by reading from the client more slowly.
 * To be used on the event loop of the session only.
 */
final class CompressedMessages {

	private final WebSocketTransport transport;

	private final SessionLoop loop;

	private long fullAt = System.nanoTime();

	private boolean resting;

	CompressedMessages(WebSocketTransport transport, SessionLoop loop) {
		this.transport = transport;
		this.loop = loop;
	}

	/**
	 * Decompresses a message.
	 * @param message the payload of all its frames
	 * @param allocator allocates the result
	 * @return the message, to be released by the caller; {@code null} if that cannot be,
	 * for which the transport was closed
	 */
	@Nullable ByteBuf inflate(ByteBuf message, ByteBufAllocator allocator) {
		MessageInflater inflater = this.loop.compressors().inflater();
		try {
			ByteBuf inflated = inflater.inflate(message, allocator);
			if (inflated != null) {
				keepPace(inflated.readableBytes());
				return inflated;
			}
			this.loop.limits().count(Limit.PAYLOAD);
			this.transport.fail(CloseReason.PAYLOAD_TOO_LARGE,
					"compressed message: more than " + inflater.maxBytes() + " bytes");
		}
		catch (DataFormatException ex) {
			this.transport.fail(CloseReason.PARSE_ERROR,
					"compressed message: not compressed data (expected: RFC 7692)");
		}
		return null;
	}

	private void keepPace(int bytes) {
		Pace pace = this.loop.inflationPace();
		long now = System.nanoTime();
		this.fullAt = pace.take(bytes, this.fullAt, now);
		long excess = pace.excess(this.fullAt, now);
		if (excess > 0) {
			this.loop.limits().count(Limit.DECOMPRESSION);
			this.resting = true;
			this.transport.stopReading();
			this.loop.eventLoop().schedule(this::goOn, excess, TimeUnit.NANOSECONDS);
		}
	}

	private void goOn() {
		this.resting = false;
		this.transport.goOnReading();
	}

	/**
	 * Returns whether nothing is to be read because the last messages became too large.
	 */
	boolean isResting() {
		return this.resting;
	}

}
