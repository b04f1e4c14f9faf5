package io.distributor.engine.compression;

import java.nio.ByteBuffer;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import org.jspecify.annotations.Nullable;

/**
 * Decompresses messages of websockets (RFC 7692, section 7.2.2), each without regard to
 * those before. To be used by one thread at a time. From its first use until it is closed
 * it takes about 40 KB outside of the heap.
 */
public final class MessageInflater implements AutoCloseable {

	/**
	 * What the sender left out of the empty block at the end of a message, and an empty
	 * block that is marked as the last one: it is reached only if the message is whole.
	 */
	private static final byte[] TAIL = { 0, 0, (byte) 0xFF, (byte) 0xFF, 1, 0, 0, (byte) 0xFF, (byte) 0xFF };

	/** A sender may mark its last block too, and end with the header of an empty one. */
	private static final int EMPTY_BLOCK = 1;

	/** How much larger than its message the first buffer is; it grows by doubling. */
	private static final int FIRST_RATIO = 4;

	private static final int MIN_BUFFER = 256;

	private final int maxBytes;

	private @Nullable Inflater inflater;

	/**
	 * Creates an inflater.
	 * @param maxBytes how large a message may become, positive
	 */
	public MessageInflater(int maxBytes) {
		this.maxBytes = maxBytes;
	}

	/**
	 * Returns how large a message may become.
	 * @return bytes
	 */
	public int maxBytes() {
		return this.maxBytes;
	}

	/**
	 * Decompresses a message. What is allocated never is larger than allowed, apart from
	 * one byte.
	 * @param message the payload of all its frames
	 * @param allocator allocates the result
	 * @return the message, to be released by the caller; or {@code null} if it is larger
	 * than allowed, of which as much was decompressed as shows it
	 * @throws DataFormatException if this is no compressed message, or not all of one
	 */
	public @Nullable ByteBuf inflate(ByteBuf message, ByteBufAllocator allocator) throws DataFormatException {
		int capacity = (int) Math.min(this.maxBytes + 1L, Integer.MAX_VALUE);
		long expected = Math.max((long) message.readableBytes() * FIRST_RATIO, MIN_BUFFER);
		ByteBuf target = allocator.buffer((int) Math.min(expected, capacity), capacity);
		boolean done = false;
		Inflater present = inflater();
		try {
			present.setInput(message.nioBuffer());
			inflateInto(target, present);
			done = target.readableBytes() <= this.maxBytes;
			return done ? target : null;
		}
		finally {
			present.reset();
			if (!done) {
				target.release();
			}
		}
	}

	private Inflater inflater() {
		Inflater present = this.inflater;
		if (present == null) {
			present = new Inflater(true);
			this.inflater = present;
		}
		return present;
	}

	private void inflateInto(ByteBuf target, Inflater source) throws DataFormatException {
		boolean tail = false;
		while (!source.finished() && target.readableBytes() <= this.maxBytes) {
			if (source.needsInput()) {
				if (tail) {
					throw new DataFormatException("ends within a block");
				}
				tail = true;
				source.setInput(TAIL);
			}
			target.ensureWritable(1);
			ByteBuffer free = target.internalNioBuffer(target.writerIndex(), target.writableBytes());
			target.writerIndex(target.writerIndex() + source.inflate(free));
		}
		if (source.finished() && source.getRemaining() > (tail ? 0 : EMPTY_BLOCK)) {
			throw new DataFormatException("goes on behind its last block");
		}
	}

	@Override
	public void close() {
		if (this.inflater != null) {
			this.inflater.end();
			this.inflater = null;
		}
	}

}
