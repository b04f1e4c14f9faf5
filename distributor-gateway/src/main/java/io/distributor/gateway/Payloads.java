package io.distributor.gateway;

import io.distributor.engine.namespace.RoomSelector;
import io.distributor.engine.protocol.socketio.PacketArguments;
import io.distributor.link.message.Payload;
import io.distributor.link.message.Selection;

/**
 * Says the same in the words of the link and of the engine; the bytes are shared.
 */
final class Payloads {

	private Payloads() {
	}

	static Payload of(PacketArguments arguments) {
		return new Payload(arguments.json(), arguments.attachments());
	}

	static PacketArguments arguments(Payload payload) {
		return new PacketArguments(payload.json(), payload.attachments());
	}

	static RoomSelector selector(Selection selection) {
		if (selection.rooms().isEmpty() && selection.except().isEmpty()) {
			return RoomSelector.ALL;
		}
		return new RoomSelector(selection.rooms(), selection.except());
	}

}
