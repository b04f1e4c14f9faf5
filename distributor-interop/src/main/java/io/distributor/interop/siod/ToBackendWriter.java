package io.distributor.interop.siod;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

import io.distributor.interop.adapter.MalformedMessageException;
import io.distributor.link.message.Payload;
import io.distributor.link.message.SocketEvent;
import tools.jackson.core.util.ByteArrayBuilder;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes what distributors of the original tell backends. The arguments of an event are
 * copied as they are, unless there is something binary among them.
 */
final class ToBackendWriter {

	/** Were they forwarded, a client could report the end of its socket, for one. */
	private static final Set<String> RESERVED = Set.of("connect", "connect_error", "disconnect", "disconnecting",
			"newListener", "removeListener");

	private final SiodJson json;

	private final BufferValues buffers;

	private final long distributor;

	/**
	 * Creates the writer.
	 * @param json writes JSON
	 * @param distributor number of this distributor
	 */
	ToBackendWriter(SiodJson json, long distributor) {
		this.json = json;
		this.buffers = new BufferValues(json);
		this.distributor = distributor;
	}

	byte[] newConnection(String socketId, ObjectNode info) {
		ObjectNode message = this.json.object();
		message.put("type", "newConnection");
		message.put("socketId", socketId);
		message.set("additionalSocketInfo", info);
		return this.json.write(message);
	}

	byte[] disconnect(String socketId) {
		ObjectNode message = this.json.object();
		message.put("type", "clientMessage");
		message.put("event", "disconnect");
		message.put("socketId", socketId);
		message.putArray("data");
		message.put("slaveId", this.distributor);
		return this.json.write(message);
	}

	/**
	 * Writes an event.
	 * @throws MalformedMessageException if it has no name that the original could forward
	 */
	byte[] event(SocketEvent event) {
		Payload payload = event.payload().attachments().isEmpty() ? event.payload()
				: new Payload(this.json.write(this.buffers.inline(event.payload())), List.of());
		EventText text = EventText.of(payload.json());
		requireFree(text.name());
		ByteArrayBuilder bytes = new ByteArrayBuilder();
		write(bytes, "{\"type\":\"clientMessage\",\"event\":");
		bytes.write(text.name());
		write(bytes, ",\"data\":[");
		bytes.write(text.arguments());
		write(bytes, "],\"socketId\":");
		bytes.write(this.json.write(this.json.text(event.socketId())));
		if (event.ackId() != Payload.NO_ACK) {
			// Behind 0, which the original takes for none.
			write(bytes, ",\"callbackId\":" + (event.ackId() + 1));
		}
		write(bytes, ",\"slaveId\":" + this.distributor + "}");
		return bytes.toByteArray();
	}

	private void requireFree(byte[] name) {
		if (RESERVED.contains(this.json.read(name).stringValue())) {
			throw new MalformedMessageException("event: a reserved name (expected: none of " + RESERVED + ")");
		}
	}

	private static void write(ByteArrayBuilder bytes, String text) {
		bytes.write(text.getBytes(StandardCharsets.UTF_8));
	}

	/**
	 * The JSON of an event in two parts.
	 *
	 * @param name JSON of the name
	 * @param arguments JSON of the arguments, separated by commas
	 */
	private record EventText(byte[] name, byte[] arguments) {

		static EventText of(byte[] json) {
			int start = skipSpace(json, skipSpace(json, 0) + 1);
			if (start >= json.length || json[start] != '"') {
				throw new MalformedMessageException("event: no text (expected: a string)");
			}
			int end = start + 1;
			while (json[end] != '"') {
				end += (json[end] == '\\') ? 2 : 1;
			}
			end++;
			int comma = skipSpace(json, end);
			int last = json.length - 1;
			while (json[last] != ']') {
				last--;
			}
			byte[] arguments = (json[comma] == ',') ? Arrays.copyOfRange(json, comma + 1, last) : new byte[0];
			return new EventText(Arrays.copyOfRange(json, start, end), arguments);
		}

		private static int skipSpace(byte[] json, int from) {
			int index = from;
			while (index < json.length && json[index] <= ' ') {
				index++;
			}
			return index;
		}

	}

}
