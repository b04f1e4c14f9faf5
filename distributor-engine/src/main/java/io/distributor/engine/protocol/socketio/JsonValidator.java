package io.distributor.engine.protocol.socketio;

import java.util.Set;

import io.distributor.engine.limit.Limit;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.JsonRecyclerPools;

/**
 * Checks JSON payloads token by token, without building anything from them. May be used
 * by any thread.
 */
final class JsonValidator {

	/** Names the client libraries use for their own events. */
	private static final Set<String> RESERVED_EVENTS = Set.of("connect", "connect_error", "disconnect", "disconnecting",
			"newListener", "removeListener");

	private static final int LONGEST_RESERVED_EVENT = 14;

	private static final String NOT_RESERVED = "not one of " + RESERVED_EVENTS;

	private final JsonFactory factory;

	JsonValidator(DecoderLimits limits) {
		// The encoding is UTF-8. Detection would read an array that begins with a zero
		// byte as UTF-16.
		this.factory = JsonFactory.builder()
			.disable(TokenStreamFactory.Feature.CHARSET_DETECTION)
			.recyclerPool(JsonRecyclerPools.threadLocalPool())
			.streamReadConstraints(StreamReadConstraints.builder()
				.maxNestingDepth(limits.maxDepth())
				.maxNumberLength(limits.maxNumberLength())
				.maxNameLength(limits.maxNameLength())
				.build())
			.build();
	}

	void checkEventArguments(byte[] json, int attachments) {
		check(json, (parser) -> {
			expect(parser.nextToken() == JsonToken.START_ARRAY, "event", "a JSON array");
			checkEventName(parser, parser.nextToken());
			checkArguments(parser, attachments);
		});
	}

	void checkAckArguments(byte[] json, int attachments) {
		check(json, (parser) -> {
			expect(parser.nextToken() == JsonToken.START_ARRAY, "acknowledgement", "a JSON array");
			checkArguments(parser, attachments);
		});
	}

	void checkObject(byte[] json) {
		check(json, (parser) -> {
			expect(parser.nextToken() == JsonToken.START_OBJECT, "payload", "a JSON object");
			parser.skipChildren();
		});
	}

	private void check(byte[] json, Structure structure) {
		Utf8.check(json);
		try (JsonParser parser = this.factory.createParser(ObjectReadContext.empty(), json)) {
			structure.check(parser);
			expect(parser.nextToken() == null, "payload", "nothing after it");
		}
		catch (JacksonException ex) {
			throw new MalformedPacketException(describe(ex),
					(ex instanceof StreamConstraintsException) ? Limit.JSON : null);
		}
	}

	private static void checkEventName(JsonParser parser, JsonToken token) {
		if (token == JsonToken.VALUE_STRING) {
			boolean reserved = parser.getStringLength() <= LONGEST_RESERVED_EVENT
					&& RESERVED_EVENTS.contains(parser.getString());
			expect(!reserved, "event name", NOT_RESERVED);
			return;
		}
		expect(token == JsonToken.VALUE_NUMBER_INT || token == JsonToken.VALUE_NUMBER_FLOAT, "event name",
				"a string or a number");
	}

	/** Reads to the end of the array the parser is in. */
	private static void checkArguments(JsonParser parser, int attachments) {
		if (attachments > 0) {
			new PlaceholderReader(parser, attachments).readArguments();
			return;
		}
		for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
			parser.skipChildren();
		}
	}

	private static void expect(boolean condition, String what, String expected) {
		if (!condition) {
			throw new MalformedPacketException(what + ": other JSON (expected: " + expected + ")");
		}
	}

	private static String describe(JacksonException ex) {
		if (ex instanceof StreamConstraintsException) {
			return "payload: too deep or a number or name too long (expected: JSON within the limits)";
		}
		return "payload: no JSON at byte " + ex.getLocation().getByteOffset() + " (expected: JSON)";
	}

	private interface Structure {

		void check(JsonParser parser);

	}

}
