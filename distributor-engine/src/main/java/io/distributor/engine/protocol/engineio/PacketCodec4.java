package io.distributor.engine.protocol.engineio;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.List;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import org.jspecify.annotations.Nullable;

/**
 * Revision 4: packets of a payload are separated by {@link #SEPARATOR}, binary ones are
 * {@code b} and base64 there, and as they are on a websocket.
 */
final class PacketCodec4 implements PacketCodec {

	private static final byte LINE_END = '\n';

	@Override
	public int revision() {
		return 4;
	}

	@Override
	public PayloadFormat payloadFormat(boolean binary) {
		return PayloadFormat.REVISION_4;
	}

	@Override
	public void decodeNext(ByteBuf payload, PacketReceiver receiver) {
		int length = payload.bytesBefore(SEPARATOR);
		if (length < 0) {
			decodePacket(payload.readSlice(payload.readableBytes()), receiver);
			return;
		}
		ByteBuf packet = payload.readSlice(length);
		payload.skipBytes(1);
		if (!payload.isReadable()) {
			throw new PacketFormatException("payload: ends with a separator (expected: a packet after it)");
		}
		decodePacket(packet, receiver);
	}

	@Override
	public void decodeNextBinary(ByteBuf payload, PacketReceiver receiver) {
		throw new PacketFormatException("payload: binary (expected: text)");
	}

	private void decodePacket(ByteBuf packet, PacketReceiver receiver) {
		if (packet.isReadable() && packet.getByte(packet.readerIndex()) == PayloadFormat4.BINARY_PREFIX) {
			receiver.onBinary(decodeBase64(packet.skipBytes(1)));
			return;
		}
		decodeText(packet, receiver);
	}

	/**
	 * The encoder of the official Java client ends its lines, as MIME does.
	 */
	static ByteBuf decodeBase64(ByteBuf encoded) {
		boolean lines = encoded.bytesBefore(LINE_END) >= 0;
		Base64.Decoder decoder = lines ? Base64.getMimeDecoder() : Base64.getDecoder();
		ByteBuffer source = encoded.nioBuffer();
		try {
			return Unpooled.wrappedBuffer(decoder.decode(source));
		}
		catch (IllegalArgumentException ex) {
			throw new PacketFormatException("binary packet: not base64 (expected: b and base64)");
		}
	}

	@Override
	public void decodeText(ByteBuf message, PacketReceiver receiver) {
		if (!message.isReadable()) {
			throw new PacketFormatException("packet: empty (expected: at least a packet type)");
		}
		receiver.onPacket(PacketType.of(message.readByte()), message);
	}

	@Override
	public void decodeBinary(ByteBuf message, PacketReceiver receiver) {
		receiver.onBinary(message);
	}

	@Override
	public byte[] encodeFrames(byte @Nullable [] text, List<byte[]> binaries) {
		int length = (text != null) ? WebSocketFrames.length(text.length + 1) : 0;
		for (byte[] binary : binaries) {
			length += WebSocketFrames.length(binary.length);
		}
		byte[] frames = new byte[length];
		int index = 0;
		if (text != null) {
			index = WebSocketFrames.writeHeader(frames, index, WebSocketFrames.TEXT, text.length + 1);
			frames[index++] = PacketType.MESSAGE.code();
			index = append(frames, index, text);
		}
		for (byte[] binary : binaries) {
			index = WebSocketFrames.writeHeader(frames, index, WebSocketFrames.BINARY, binary.length);
			index = append(frames, index, binary);
		}
		return frames;
	}

	private static int append(byte[] target, int index, byte[] source) {
		System.arraycopy(source, 0, target, index, source.length);
		return index + source.length;
	}

}
