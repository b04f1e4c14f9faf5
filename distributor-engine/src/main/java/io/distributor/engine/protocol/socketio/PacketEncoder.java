package io.distributor.engine.protocol.socketio;

import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;

/**
 * Turns packets into text messages. The attachments of a packet follow its text as binary
 * messages, in their order. May be used by any thread.
 */
public final class PacketEncoder {

	private static final byte[] NO_PAYLOAD = new byte[0];

	private PacketEncoder() {
	}

	/**
	 * Encodes a packet.
	 * @param packet the packet
	 * @return UTF-8 bytes of the text message
	 * @throws IllegalArgumentException if the namespace cannot be expressed
	 */
	public static byte[] encode(Packet packet) {
		if (packet instanceof EventPacket event) {
			return encode(PacketType.EVENT, PacketType.BINARY_EVENT, event.namespace(), event.id(), event.arguments());
		}
		if (packet instanceof AckPacket ack) {
			return encode(PacketType.ACK, PacketType.BINARY_ACK, ack.namespace(), ack.id(), ack.arguments());
		}
		if (packet instanceof ConnectPacket connect) {
			return encode(PacketType.CONNECT, connect.namespace(), connect.payload());
		}
		if (packet instanceof ConnectErrorPacket error) {
			return encode(PacketType.CONNECT_ERROR, error.namespace(), error.payload());
		}
		return encode(PacketType.DISCONNECT, packet.namespace(), null);
	}

	private static byte[] encode(PacketType plain, PacketType binary, String namespace, long id,
			PacketArguments arguments) {
		int attachments = arguments.attachments().size();
		StringBuilder header = new StringBuilder(32);
		if (attachments > 0) {
			header.append(binary.code()).append(attachments).append('-');
		}
		else {
			header.append(plain.code());
		}
		appendNamespace(header, namespace);
		if (id != EventPacket.NO_ID) {
			header.append(id);
		}
		return join(header, arguments.json());
	}

	private static byte[] encode(PacketType type, String namespace, byte @Nullable [] payload) {
		StringBuilder header = new StringBuilder(32).append(type.code());
		appendNamespace(header, namespace);
		return join(header, (payload != null) ? payload : NO_PAYLOAD);
	}

	private static void appendNamespace(StringBuilder header, String namespace) {
		if (namespace.isEmpty() || namespace.charAt(0) != '/' || namespace.indexOf(',') >= 0) {
			throw new IllegalArgumentException(
					"namespace: " + namespace + " (expected: a name that begins with / and has no comma)");
		}
		if (namespace.length() > 1) {
			header.append(namespace).append(',');
		}
	}

	private static byte[] join(StringBuilder header, byte[] payload) {
		byte[] start = header.toString().getBytes(StandardCharsets.UTF_8);
		byte[] text = new byte[start.length + payload.length];
		System.arraycopy(start, 0, text, 0, start.length);
		System.arraycopy(payload, 0, text, start.length, payload.length);
		return text;
	}

}
