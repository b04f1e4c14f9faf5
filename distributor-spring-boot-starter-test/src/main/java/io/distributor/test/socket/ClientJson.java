package io.distributor.test.socket;

import java.util.Arrays;

import io.distributor.backend.Arguments;
import io.distributor.backend.json.PayloadReader;
import io.distributor.backend.json.PayloadWriter;
import io.distributor.engine.protocol.socketio.PacketArguments;
import io.distributor.link.message.Payload;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * JSON on the side of clients. May be used from any thread.
 */
final class ClientJson {

	private final JsonMapper mapper;

	private final PayloadReader reader;

	private final PayloadWriter writer;

	ClientJson(JsonMapper mapper) {
		this.mapper = mapper;
		this.reader = new PayloadReader(mapper);
		this.writer = new PayloadWriter(mapper);
	}

	byte @Nullable [] auth(@Nullable Object auth) {
		return (auth != null) ? this.writer.value(auth) : null;
	}

	PacketArguments event(String name, @Nullable Object @Nullable [] arguments) {
		Payload payload = this.writer.event(name, arguments);
		return new PacketArguments(payload.json(), payload.attachments());
	}

	PacketArguments answer(@Nullable Object argument) {
		Payload payload = this.writer.answer(new @Nullable Object[] { argument });
		return new PacketArguments(payload.json(), payload.attachments());
	}

	ReceivedEvent event(PacketArguments received) {
		Payload payload = new Payload(received.json(), received.attachments());
		io.distributor.backend.json.ReceivedEvent event = this.reader.event(payload);
		return new ReceivedEvent(event.name(), payload, event.arguments());
	}

	Arguments answer(PacketArguments received) {
		return this.reader.answer(new Payload(received.json(), received.attachments()));
	}

	JsonNode tree(byte[] json) {
		return this.mapper.readTree(json);
	}

	/**
	 * Tells whether an event has these arguments, as JSON and binary.
	 */
	boolean hasArguments(ReceivedEvent event, @Nullable Object[] arguments) {
		Payload expected = this.writer.event(event.name(), arguments);
		Payload actual = event.payload();
		return tree(expected.json()).equals(tree(actual.json()))
				&& Arrays.deepEquals(expected.attachments().toArray(), actual.attachments().toArray());
	}

}
