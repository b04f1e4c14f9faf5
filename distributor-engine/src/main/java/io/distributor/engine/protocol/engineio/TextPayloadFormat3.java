package io.distributor.engine.protocol.engineio;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

import io.netty.buffer.ByteBuf;
import org.jspecify.annotations.Nullable;

/**
 * Revision 3, text: {@code <length>:<packet>} for each, the length counted in UTF-16 code
 * units; binary packets are {@code b4} and base64.
 */
final class TextPayloadFormat3 implements PayloadFormat {

	@Override
	public String contentType() {
		return "text/plain; charset=UTF-8";
	}

	@Override
	public byte[] encode(byte @Nullable [] text, List<byte[]> binaries) {
		ByteArrayOutputStream packets = new ByteArrayOutputStream();
		if (text != null) {
			packets.writeBytes(ascii(Utf16.length(text) + 1 + ":"));
			packets.write(PacketType.MESSAGE.code());
			packets.writeBytes(text);
		}
		for (byte[] binary : binaries) {
			byte[] packet = base64Packet(binary);
			packets.writeBytes(ascii(packet.length + ":"));
			packets.writeBytes(packet);
		}
		return packets.toByteArray();
	}

	static byte[] base64Packet(byte[] binary) {
		byte[] encoded = Base64.getEncoder().encode(binary);
		byte[] packet = new byte[encoded.length + 2];
		packet[0] = PayloadFormat4.BINARY_PREFIX;
		packet[1] = PacketType.MESSAGE.code();
		System.arraycopy(encoded, 0, packet, 2, encoded.length);
		return packet;
	}

	static byte[] ascii(String text) {
		return text.getBytes(StandardCharsets.US_ASCII);
	}

	@Override
	public void separate(ByteBuf payload) {
	}

	@Override
	public void writePacket(ByteBuf payload, PacketType type, String text) {
		payload.writeBytes(ascii(text.length() + 1 + ":"));
		payload.writeByte(type.code());
		payload.writeCharSequence(text, StandardCharsets.UTF_8);
	}

}
