package io.distributor.engine.protocol.engineio;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

import io.netty.buffer.ByteBuf;
import org.jspecify.annotations.Nullable;

/**
 * Revision 3, for payloads with binary packets: 0 for text or 1 for binary, the digits of
 * the length in bytes, 255, and the packet. A binary packet begins with the number of its
 * type, not with a digit.
 */
final class BinaryPayloadFormat3 implements PayloadFormat {

	static final int TEXT = 0;

	static final int BINARY = 1;

	static final int END_OF_LENGTH = 255;

	static final int MESSAGE = 4;

	@Override
	public String contentType() {
		return "application/octet-stream";
	}

	@Override
	public byte[] encode(byte @Nullable [] text, List<byte[]> binaries) {
		ByteArrayOutputStream packets = new ByteArrayOutputStream();
		if (text != null) {
			packets.writeBytes(header(TEXT, text.length + 1));
			packets.write(PacketType.MESSAGE.code());
			packets.writeBytes(text);
		}
		for (byte[] binary : binaries) {
			packets.writeBytes(header(BINARY, binary.length + 1));
			packets.write(MESSAGE);
			packets.writeBytes(binary);
		}
		return packets.toByteArray();
	}

	private static byte[] header(int kind, int length) {
		String digits = Integer.toString(length);
		byte[] header = new byte[digits.length() + 2];
		header[0] = (byte) kind;
		for (int i = 0; i < digits.length(); i++) {
			header[i + 1] = (byte) (digits.charAt(i) - '0');
		}
		header[header.length - 1] = (byte) END_OF_LENGTH;
		return header;
	}

	@Override
	public void separate(ByteBuf payload) {
	}

	@Override
	public void writePacket(ByteBuf payload, PacketType type, String text) {
		byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
		payload.writeBytes(header(TEXT, bytes.length + 1)).writeByte(type.code()).writeBytes(bytes);
	}

}
