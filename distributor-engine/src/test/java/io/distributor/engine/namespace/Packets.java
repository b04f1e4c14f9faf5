package io.distributor.engine.namespace;

import java.nio.charset.StandardCharsets;
import java.util.List;

import io.distributor.engine.protocol.socketio.PacketArguments;

/**
 * Makes packets for tests.
 */
final class Packets {

	private Packets() {
	}

	static OutboundPacket event(String namespace, String json) {
		return OutboundPacket.event(namespace, SocketHandler.NO_ACK, arguments(json), false);
	}

	static OutboundPacket volatileEvent(String namespace, String json) {
		return OutboundPacket.event(namespace, SocketHandler.NO_ACK, arguments(json), true);
	}

	static PacketArguments arguments(String json, byte[]... attachments) {
		return new PacketArguments(json.getBytes(StandardCharsets.UTF_8), List.of(attachments));
	}

}
