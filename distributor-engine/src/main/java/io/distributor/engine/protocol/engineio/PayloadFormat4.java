package io.distributor.engine.protocol.engineio;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

import io.netty.buffer.ByteBuf;
import org.jspecify.annotations.Nullable;

/**
 * Revision 4: packets are separated by {@link PacketCodec#SEPARATOR}, binary ones are
 * {@code b} and base64.
 */
final class PayloadFormat4 implements PayloadFormat {

	static final byte BINARY_PREFIX = 'b';

	@Override
	public String contentType() {
		return "text/plain; charset=UTF-8";
	}

	@Override
	public byte[] encode(byte @Nullable [] text, List<byte[]> binaries) {
		int length = (text != null) ? text.length + 2 : 0;
		for (byte[] binary : binaries) {
			length += base64Length(binary.length) + 2;
		}
		byte[] packets = new byte[Math.max(length - 1, 0)];
		int index = 0;
		if (text != null) {
			packets[index++] = PacketType.MESSAGE.code();
			index = append(packets, index, text);
		}
		for (byte[] binary : binaries) {
			if (index > 0) {
				packets[index++] = PacketCodec.SEPARATOR;
			}
			packets[index++] = BINARY_PREFIX;
			index = append(packets, index, Base64.getEncoder().encode(binary));
		}
		return packets;
	}

	private static int base64Length(int length) {
		return (length + 2) / 3 * 4;
	}

	private static int append(byte[] target, int index, byte[] source) {
		System.arraycopy(source, 0, target, index, source.length);
		return index + source.length;
	}

	@Override
	public void separate(ByteBuf payload) {
		if (payload.isReadable()) {
			payload.writeByte(PacketCodec.SEPARATOR);
		}
	}

	@Override
	public void writePacket(ByteBuf payload, PacketType type, String text) {
		payload.writeByte(type.code());
		payload.writeCharSequence(text, StandardCharsets.UTF_8);
	}

}
