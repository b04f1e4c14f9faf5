package io.distributor.engine.compression;

import java.nio.ByteBuffer;
import java.util.zip.Deflater;

import org.jspecify.annotations.Nullable;

/**
 * Compresses (RFC 1951), each time without regard to what it compressed before. To be
 * used by one thread at a time. From its first use until it is closed it takes about 256
 * KB outside of the heap.
 */
public final class RawDeflater implements AutoCloseable {

	/** Does not fit. */
	public static final int TOO_LARGE = -1;

	private @Nullable Deflater deflater;

	/**
	 * Compresses to the end of a byte: what follows may be another block.
	 * @param source the bytes to compress, read to their end unless they do not fit
	 * @param target takes the blocks, the last of which is empty: it ends with
	 * {@code 00 00 ff ff}
	 * @return number of bytes in the target, or {@link #TOO_LARGE} if they are not fewer
	 * than it can take
	 */
	public int deflate(ByteBuffer source, byte[] target) {
		Deflater present = begin(source);
		try {
			int length = present.deflate(target, 0, target.length, Deflater.SYNC_FLUSH);
			return (length < target.length) ? length : TOO_LARGE;
		}
		finally {
			present.reset();
		}
	}

	/**
	 * Compresses to the end of a stream.
	 * @param source the bytes to compress, read to their end unless they do not fit
	 * @param target takes the blocks, the last of which is marked so
	 * @return number of bytes in the target, or {@link #TOO_LARGE} if it cannot take them
	 */
	public int deflateAll(ByteBuffer source, byte[] target) {
		Deflater present = begin(source);
		try {
			present.finish();
			int length = present.deflate(target, 0, target.length);
			return present.finished() ? length : TOO_LARGE;
		}
		finally {
			present.reset();
		}
	}

	// The fastest level: it works on the event loop of the clients.
	private Deflater begin(ByteBuffer source) {
		Deflater present = this.deflater;
		if (present == null) {
			present = new Deflater(Deflater.BEST_SPEED, true);
			this.deflater = present;
		}
		present.setInput(source);
		return present;
	}

	@Override
	public void close() {
		if (this.deflater != null) {
			this.deflater.end();
			this.deflater = null;
		}
	}

}
