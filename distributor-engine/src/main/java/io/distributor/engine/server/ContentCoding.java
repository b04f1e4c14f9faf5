package io.distributor.engine.server;

import java.nio.ByteBuffer;
import java.util.zip.Adler32;
import java.util.zip.CRC32;
import java.util.zip.Checksum;

import io.distributor.engine.compression.RawDeflater;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import org.jspecify.annotations.Nullable;

/**
 * How the body of a response is compressed (RFC 9110, section 8.4.1).
 */
enum ContentCoding {

	/** RFC 1952. */
	GZIP("gzip", new byte[] { 0x1F, (byte) 0x8B, 8, 0, 0, 0, 0, 0, 0, (byte) 0xFF }, 8) {

		@Override
		void writeTrailer(ByteBuf target, ByteBuffer body) {
			int length = body.remaining();
			target.writeIntLE(checksum(new CRC32(), body));
			target.writeIntLE(length);
		}

	},

	/** RFC 1950, which is what HTTP means by that name. */
	DEFLATE("deflate", new byte[] { 0x78, 0x01 }, 4) {

		@Override
		void writeTrailer(ByteBuf target, ByteBuffer body) {
			target.writeInt(checksum(new Adler32(), body));
		}

	};

	private final String token;

	private final byte[] header;

	private final int trailerLength;

	ContentCoding(String token, byte[] header, int trailerLength) {
		this.token = token;
		this.header = header;
		this.trailerLength = trailerLength;
	}

	/** Returns how HTTP names it. */
	String token() {
		return this.token;
	}

	/**
	 * Compresses a body.
	 * @param body the body, which is not changed
	 * @param deflater compresses
	 * @return the compressed body, or {@code null} if it would not be smaller
	 */
	@Nullable ByteBuf encode(ByteBuf body, RawDeflater deflater) {
		int room = body.readableBytes() - this.header.length - this.trailerLength;
		if (room <= 0) {
			return null;
		}
		byte[] deflated = new byte[room];
		int length = deflater.deflateAll(body.nioBuffer(), deflated);
		if (length == RawDeflater.TOO_LARGE) {
			return null;
		}
		ByteBuf trailer = Unpooled.buffer(this.trailerLength);
		writeTrailer(trailer, body.nioBuffer());
		return Unpooled.wrappedBuffer(Unpooled.wrappedBuffer(this.header), Unpooled.wrappedBuffer(deflated, 0, length),
				trailer);
	}

	abstract void writeTrailer(ByteBuf target, ByteBuffer body);

	private static int checksum(Checksum checksum, ByteBuffer body) {
		checksum.update(body);
		return (int) checksum.getValue();
	}

}
