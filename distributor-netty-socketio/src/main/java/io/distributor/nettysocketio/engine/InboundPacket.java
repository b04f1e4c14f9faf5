package io.distributor.nettysocketio.engine;

import java.nio.charset.StandardCharsets;

import io.netty.buffer.ByteBuf;
import org.jspecify.annotations.Nullable;

/**
 * What the beginning of a message says of its packet.
 *
 * @param namespace name of the namespace
 * @param connect whether it asks to join it
 * @param attachments number of attachments that follow
 */
record InboundPacket(String namespace, boolean connect, int attachments) {

	private static final String MAIN = "/";

	private static final int MESSAGE = '4';

	private static final int CONNECT = '0';

	private static final int BINARY_EVENT = '5';

	private static final int BINARY_ACK = '6';

	private static final int MAX_DIGITS = 6;

	/**
	 * Reads the beginning, and leaves the buffer as it was.
	 * @return what it says, or {@code null} if this is no message
	 */
	static @Nullable InboundPacket peek(ByteBuf packet) {
		int index = packet.readerIndex();
		if (packet.readableBytes() < 2 || packet.getByte(index) != MESSAGE) {
			return null;
		}
		int type = packet.getByte(index + 1);
		int begin = index + 2;
		int attachments = 0;
		if (type == BINARY_EVENT || type == BINARY_ACK) {
			int dash = packet.indexOf(begin, Math.min(packet.writerIndex(), begin + MAX_DIGITS + 1), (byte) '-');
			if (dash < 0) {
				return null;
			}
			attachments = number(packet, begin, dash);
			begin = dash + 1;
		}
		return new InboundPacket(namespace(packet, begin), type == CONNECT, attachments);
	}

	private static int number(ByteBuf packet, int begin, int end) {
		int number = 0;
		for (int i = begin; i < end; i++) {
			number = 10 * number + Math.max(0, Character.digit(packet.getByte(i), 10));
		}
		return number;
	}

	private static String namespace(ByteBuf packet, int begin) {
		int end = packet.writerIndex();
		if (begin >= end || packet.getByte(begin) != '/') {
			return MAIN;
		}
		int length = packet.forEachByte(begin, end - begin, (value) -> value != ',' && value != '?');
		return packet.toString(begin, ((length < 0) ? end : length) - begin, StandardCharsets.UTF_8);
	}

	boolean isMainNamespace() {
		return this.namespace.equals(MAIN);
	}

}
