package io.distributor.interop.siod;

import io.distributor.interop.adapter.MalformedMessageException;
import io.distributor.interop.siod.ToBackendMessage.ClientMessage;
import io.distributor.interop.siod.ToBackendMessage.Disconnect;
import io.distributor.interop.siod.ToBackendMessage.NewConnection;
import io.distributor.link.message.Payload;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads what distributors of the original tell backends.
 */
final class ToBackendReader {

	private static final String DISCONNECT = "disconnect";

	private final SiodJson json;

	private final BufferValues buffers;

	ToBackendReader(SiodJson json) {
		this.json = json;
		this.buffers = new BufferValues(json);
	}

	/**
	 * Reads a message.
	 * @throws MalformedMessageException if it is none
	 */
	ToBackendMessage read(byte[] bytes) {
		ObjectNode message = this.json.readObject(bytes);
		String type = SiodJson.text(message, "type");
		return switch (type) {
			case "newConnection" -> new NewConnection(SiodJson.id(message, "socketId"), info(message));
			case "clientMessage" -> clientMessage(message);
			default -> throw new MalformedMessageException("type: unknown (expected: newConnection or clientMessage)");
		};
	}

	private byte @Nullable [] info(ObjectNode message) {
		ObjectNode info = SiodJson.optionalObject(message, "additionalSocketInfo");
		return (info != null) ? this.json.write(info) : null;
	}

	private ToBackendMessage clientMessage(ObjectNode message) {
		String socketId = SiodJson.id(message, "socketId");
		String event = SiodJson.text(message, "event");
		ArrayNode data = SiodJson.array(message, "data");
		boolean callback = message.hasNonNull("callbackId");
		long distributor = SiodJson.integer(message, "slaveId");
		if (!event.equals(DISCONNECT)) {
			data.insert(0, event);
			return new ClientMessage(socketId, this.buffers.extract(data),
					callback ? callbackId(message) : Payload.NO_ACK, distributor);
		}
		if (!data.isEmpty() || callback) {
			throw new MalformedMessageException("disconnect: with data (expected: none; a client sent it)");
		}
		return new Disconnect(socketId);
	}

	private static long callbackId(ObjectNode message) {
		long id = SiodJson.integer(message, "callbackId");
		if (id <= 0) {
			throw new MalformedMessageException("callbackId: " + id + " (expected: > 0)");
		}
		return id;
	}

}
