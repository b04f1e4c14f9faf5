package io.distributor.engine.protocol.engineio;

import java.nio.charset.StandardCharsets;

/**
 * Frames as a server sends them: final, not masked (RFC 6455, section 5.2).
 */
public final class WebSocketFrames {

	/** Opcode of a continuation frame. */
	public static final int CONTINUATION = 0x0;

	/** Opcode of a text frame. */
	public static final int TEXT = 0x1;

	/** Opcode of a binary frame. */
	public static final int BINARY = 0x2;

	/** Opcode of a close frame. */
	public static final int CLOSE = 0x8;

	/** Opcode of a ping frame. */
	public static final int PING = 0x9;

	/** Opcode of a pong frame. */
	public static final int PONG = 0xA;

	/** The bit of the first byte that marks a compressed message (RFC 7692). */
	public static final int RSV1 = 0x40;

	/** The bits of the first byte that are the opcode. */
	public static final int OPCODE_MASK = 0x0F;

	private static final int FINAL = 0x80;

	private static final int MAX_CONTROL_PAYLOAD = 125;

	private WebSocketFrames() {
	}

	/**
	 * Returns a frame.
	 * @param opcode its opcode
	 * @param payload its payload
	 * @return the frame
	 */
	public static byte[] frame(int opcode, byte[] payload) {
		byte[] frame = new byte[length(payload.length)];
		int index = writeHeader(frame, 0, opcode, payload.length);
		System.arraycopy(payload, 0, frame, index, payload.length);
		return frame;
	}

	/**
	 * Returns a text frame with an Engine.IO packet.
	 * @param type type of the packet
	 * @param text its text
	 * @return the frame
	 */
	public static byte[] packet(PacketType type, String text) {
		return frame(TEXT, ((char) type.code() + text).getBytes(StandardCharsets.UTF_8));
	}

	/**
	 * Returns a close frame.
	 * @param code close code
	 * @param text reason, ASCII; cut where a control frame ends
	 * @return the frame
	 */
	public static byte[] close(int code, String text) {
		byte[] reason = text.getBytes(StandardCharsets.US_ASCII);
		byte[] payload = new byte[Math.min(reason.length + 2, MAX_CONTROL_PAYLOAD)];
		payload[0] = (byte) (code >> 8);
		payload[1] = (byte) code;
		System.arraycopy(reason, 0, payload, 2, payload.length - 2);
		return frame(CLOSE, payload);
	}

	static int length(int payloadLength) {
		if (payloadLength <= MAX_CONTROL_PAYLOAD) {
			return 2 + payloadLength;
		}
		return ((payloadLength <= 0xFFFF) ? 4 : 10) + payloadLength;
	}

	static int headerLength(byte[] frames, int start) {
		return switch (frames[start + 1]) {
			case 126 -> 4;
			case 127 -> 10;
			default -> 2;
		};
	}

	static int payloadLength(byte[] frames, int start) {
		int end = start + headerLength(frames, start);
		int length = (end - start == 2) ? frames[start + 1] : 0;
		for (int index = start + 2; index < end; index++) {
			length = (length << Byte.SIZE) | (frames[index] & 0xFF);
		}
		return length;
	}

	static int writeHeader(byte[] target, int start, int opcode, int payloadLength) {
		int index = start;
		target[index++] = (byte) (FINAL | opcode);
		if (payloadLength <= MAX_CONTROL_PAYLOAD) {
			target[index++] = (byte) payloadLength;
			return index;
		}
		boolean isShort = payloadLength <= 0xFFFF;
		target[index++] = (byte) (isShort ? 126 : 127);
		for (int shift = isShort ? 8 : 56; shift >= 0; shift -= 8) {
			target[index++] = (byte) ((long) payloadLength >> shift);
		}
		return index;
	}

}
