package io.distributor.engine.protocol.engineio;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.function.UnaryOperator;

import io.distributor.engine.compression.RawDeflater;

/**
 * Compresses frames of a server (permessage-deflate, RFC 7692, section 7.2.1), each
 * without regard to those before, so that all clients that agreed on it can get the same
 * bytes. To be used on the event loop of the deflater only.
 *
 * @param deflater compresses
 * @param threshold bytes of a payload from which on it is compressed
 */
public record FrameDeflater(RawDeflater deflater, int threshold) implements UnaryOperator<byte[]> {

	/** The end of the empty block at the end, which receivers add themselves. */
	private static final int TAIL_LENGTH = 4;

	/**
	 * Compresses the payloads that are large enough, if that makes them smaller.
	 * @param frames frames of messages, final and not masked, one after another
	 * @return frames with the same messages: the given array if none is compressed
	 */
	@Override
	public byte[] apply(byte[] frames) {
		if (frames.length < this.threshold) {
			return frames;
		}
		byte[] compressed = new byte[frames.length];
		int length = 0;
		for (int start = 0; start < frames.length;) {
			int payload = start + WebSocketFrames.headerLength(frames, start);
			int end = payload + WebSocketFrames.payloadLength(frames, start);
			length = append(compressed, length, frames, start, payload, end);
			start = end;
		}
		return (length < frames.length) ? Arrays.copyOf(compressed, length) : frames;
	}

	private int append(byte[] target, int index, byte[] frames, int start, int payload, int end) {
		byte[] deflated = new byte[(end - payload >= this.threshold) ? end - payload : 0];
		int length = (deflated.length > TAIL_LENGTH)
				? this.deflater.deflate(ByteBuffer.wrap(frames, payload, end - payload), deflated)
				: RawDeflater.TOO_LARGE;
		if (length == RawDeflater.TOO_LARGE) {
			System.arraycopy(frames, start, target, index, end - start);
			return index + end - start;
		}
		int opcode = frames[start] & WebSocketFrames.OPCODE_MASK;
		int next = WebSocketFrames.writeHeader(target, index, WebSocketFrames.RSV1 | opcode, length - TAIL_LENGTH);
		System.arraycopy(deflated, 0, target, next, length - TAIL_LENGTH);
		return next + length - TAIL_LENGTH;
	}

}
