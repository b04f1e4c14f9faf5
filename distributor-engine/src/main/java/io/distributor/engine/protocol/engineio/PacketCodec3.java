package io.distributor.engine.protocol.engineio;

import java.util.List;

import io.netty.buffer.ByteBuf;
import org.jspecify.annotations.Nullable;

/**
 * Revision 3, what clients of major version 2 speak: a packet of a payload is preceded by
 * its length, and binary packets have a type of their own, on a websocket too.
 */
final class PacketCodec3 implements PacketCodec {

	private static final PayloadFormat TEXT_PAYLOADS = new TextPayloadFormat3();

	private static final PayloadFormat BINARY_PAYLOADS = new BinaryPayloadFormat3();

	/** Digits of a length; there are no larger payloads. */
	private static final int MAX_DIGITS = 9;

	private final boolean base64;

	/**
	 * Creates a codec.
	 * @param base64 whether the client understands binary in base64 only
	 */
	PacketCodec3(boolean base64) {
		this.base64 = base64;
	}

	@Override
	public int revision() {
		return 3;
	}

	@Override
	public PayloadFormat payloadFormat(boolean binary) {
		return (binary && !this.base64) ? BINARY_PAYLOADS : TEXT_PAYLOADS;
	}

	@Override
	public void decodeNext(ByteBuf payload, PacketReceiver receiver) {
		int length = Utf16.byteLength(payload, readLength(payload));
		if (length < 0) {
			throw new PacketFormatException("payload: shorter than the length of a packet, or cut in a character");
		}
		ByteBuf packet = payload.readSlice(length);
		// Clients send a payload of no packets as a packet of no characters.
		if (packet.isReadable()) {
			decodeText(packet, receiver);
		}
	}

	private static int readLength(ByteBuf payload) {
		int length = 0;
		for (int digits = 0; payload.isReadable(); digits++) {
			int next = payload.readByte();
			if (next == ':' && digits > 0) {
				return length;
			}
			length = appendDigit(length, next - '0', digits);
		}
		throw new PacketFormatException("payload: ends before a packet (expected: <length>:<packet>)");
	}

	private static int appendDigit(int length, int digit, int digits) {
		if (digit < 0 || digit > 9 || digits == MAX_DIGITS) {
			throw new PacketFormatException("length of a packet: not 1 to " + MAX_DIGITS + " digits");
		}
		return length * 10 + digit;
	}

	@Override
	public void decodeNextBinary(ByteBuf payload, PacketReceiver receiver) {
		int kind = payload.isReadable() ? payload.readByte() : -1;
		int length = readBinaryLength(payload);
		if (length > payload.readableBytes()) {
			throw new PacketFormatException("payload: shorter than the length of a packet");
		}
		ByteBuf packet = payload.readSlice(length);
		if (kind == BinaryPayloadFormat3.BINARY) {
			decodeBinary(packet, receiver);
		}
		else if (kind == BinaryPayloadFormat3.TEXT && Utf8.isValid(packet)) {
			decodeText(packet, receiver);
		}
		else {
			throw new PacketFormatException("packet of a binary payload: neither UTF-8 nor binary");
		}
	}

	private static int readBinaryLength(ByteBuf payload) {
		int length = 0;
		for (int digits = 0; payload.isReadable(); digits++) {
			int next = payload.readUnsignedByte();
			if (next == BinaryPayloadFormat3.END_OF_LENGTH && digits > 0) {
				return length;
			}
			length = appendDigit(length, next, digits);
		}
		throw new PacketFormatException("payload: ends before a packet (expected: 0 or 1, digits, 255 and a packet)");
	}

	@Override
	public void decodeText(ByteBuf message, PacketReceiver receiver) {
		if (!message.isReadable()) {
			throw new PacketFormatException("packet: empty (expected: at least a packet type)");
		}
		byte type = message.readByte();
		if (type == PayloadFormat4.BINARY_PREFIX) {
			decodeBase64(message, receiver);
			return;
		}
		receiver.onPacket(PacketType.of(type), message);
	}

	private static void decodeBase64(ByteBuf message, PacketReceiver receiver) {
		if (!message.isReadable() || message.readByte() != PacketType.MESSAGE.code()) {
			throw new PacketFormatException("binary packet: no message (expected: b4 and base64)");
		}
		receiver.onBinary(PacketCodec4.decodeBase64(message));
	}

	@Override
	public void decodeBinary(ByteBuf message, PacketReceiver receiver) {
		if (!message.isReadable() || message.readByte() != BinaryPayloadFormat3.MESSAGE) {
			throw new PacketFormatException("binary packet: no message (expected: 4 and the message)");
		}
		receiver.onBinary(message);
	}

	@Override
	public byte[] encodeFrames(byte @Nullable [] text, List<byte[]> binaries) {
		return (binaries.isEmpty()) ? REVISION_4.encodeFrames(text, binaries) : encodeBinaryFrames(text, binaries);
	}

	private byte[] encodeBinaryFrames(byte @Nullable [] text, List<byte[]> binaries) {
		byte[] first = REVISION_4.encodeFrames(text, List.of());
		List<byte[]> packets = binaries.stream().map(this::binaryPacket).toList();
		int length = first.length;
		for (byte[] packet : packets) {
			length += WebSocketFrames.length(packet.length);
		}
		byte[] frames = new byte[length];
		System.arraycopy(first, 0, frames, 0, first.length);
		int index = first.length;
		for (byte[] packet : packets) {
			index = WebSocketFrames.writeHeader(frames, index,
					this.base64 ? WebSocketFrames.TEXT : WebSocketFrames.BINARY, packet.length);
			System.arraycopy(packet, 0, frames, index, packet.length);
			index += packet.length;
		}
		return frames;
	}

	private byte[] binaryPacket(byte[] binary) {
		if (this.base64) {
			return TextPayloadFormat3.base64Packet(binary);
		}
		byte[] packet = new byte[binary.length + 1];
		packet[0] = BinaryPayloadFormat3.MESSAGE;
		System.arraycopy(binary, 0, packet, 1, binary.length);
		return packet;
	}

}
