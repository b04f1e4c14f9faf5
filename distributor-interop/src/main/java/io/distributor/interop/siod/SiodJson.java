package io.distributor.interop.siod;

import java.util.ArrayList;
import java.util.List;
import java.util.LinkedHashMap;
import java.util.Map;

import io.distributor.interop.adapter.MalformedMessageException;
import io.distributor.link.message.UserRoom;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads and writes the JSON of the original, trusting nothing. May be used from any
 * thread.
 */
final class SiodJson {

	private static final int MAX_DEPTH = 200;

	private static final int MAX_NUMBER_LENGTH = 1_000;

	private static final int MAX_NAME_LENGTH = 50_000;

	private static final int MAX_ID_LENGTH = 256;

	/** Beyond it JavaScript does not tell one integer from the next. */
	private static final long MAX_INTEGER = 1L << 53;

	private final JsonMapper mapper;

	SiodJson(int maxBytes) {
		this.mapper = JsonMapper
			.builder(JsonFactory.builder()
				.streamReadConstraints(StreamReadConstraints.builder()
					.maxNestingDepth(MAX_DEPTH)
					.maxNumberLength(MAX_NUMBER_LENGTH)
					.maxNameLength(MAX_NAME_LENGTH)
					.maxStringLength(maxBytes)
					.build())
				.build())
			.enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
			.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
			.enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
			.build();
	}

	ObjectNode object() {
		return this.mapper.createObjectNode();
	}

	ArrayNode array() {
		return this.mapper.createArrayNode();
	}

	JsonNode text(String text) {
		return this.mapper.getNodeFactory().stringNode(text);
	}

	byte[] write(JsonNode node) {
		return this.mapper.writeValueAsBytes(node);
	}

	JsonNode read(byte[] json) {
		try {
			return this.mapper.readTree(json);
		}
		catch (JacksonException ex) {
			throw new MalformedMessageException("message: no JSON (expected: JSON within the limits)");
		}
	}

	ObjectNode readObject(byte[] json) {
		if (read(json) instanceof ObjectNode object) {
			return object;
		}
		throw new MalformedMessageException("message: no object (expected: a JSON object)");
	}

	/**
	 * Returns the fields of an object as values of Java.
	 */
	Map<String, @Nullable Object> fields(ObjectNode object) {
		Map<String, @Nullable Object> fields = new LinkedHashMap<>();
		object.properties().forEach((field) -> fields.put(field.getKey(), value(field.getValue())));
		return fields;
	}

	private @Nullable Object value(JsonNode node) {
		return this.mapper.treeToValue(node, Object.class);
	}

	/**
	 * Makes an object of values of Java.
	 * @throws IllegalArgumentException if Jackson cannot write one of them
	 */
	ObjectNode object(Map<String, ?> fields) {
		return this.mapper.valueToTree(fields);
	}

	static String text(ObjectNode message, String field) {
		JsonNode value = message.path(field);
		if (!value.isString()) {
			throw new MalformedMessageException(field + ": no text (expected: a string)");
		}
		return value.stringValue();
	}

	/**
	 * Reads an id: a text that is neither empty nor long.
	 */
	static String id(ObjectNode message, String field) {
		String id = text(message, field);
		if (id.isEmpty() || id.length() > MAX_ID_LENGTH || UserRoom.isReserved(id)) {
			throw new MalformedMessageException(
					field + ": " + id.length() + " characters (expected: 1 to " + MAX_ID_LENGTH + ", not NUL first)");
		}
		return id;
	}

	/**
	 * Reads the name of a room: numbers are names in JavaScript, too.
	 */
	static String room(JsonNode room) {
		String name = room.isIntegralNumber() ? room.asString() : room.isString() ? room.stringValue() : null;
		if (name == null || UserRoom.isReserved(name)) {
			throw new MalformedMessageException("room: no name (expected: a text that does not begin with NUL)");
		}
		return name;
	}

	static List<String> rooms(ObjectNode message, String field, int max) {
		JsonNode rooms = message.path(field);
		if (rooms.isMissingNode() || rooms.isNull()) {
			return List.of();
		}
		if (!(rooms instanceof ArrayNode array) || array.size() > max) {
			throw new MalformedMessageException(field + ": no array (expected: one of " + max + " rooms at most)");
		}
		List<String> names = new ArrayList<>();
		array.forEach((room) -> names.add(room(room)));
		return names;
	}

	static long integer(ObjectNode message, String field) {
		JsonNode value = message.path(field);
		if (!value.isIntegralNumber() || !value.canConvertToLong() || Math.abs(value.longValue()) > MAX_INTEGER) {
			throw new MalformedMessageException(field + ": no integer (expected: one of 53 bits at most)");
		}
		return value.longValue();
	}

	static ArrayNode array(ObjectNode message, String field) {
		if (message.path(field) instanceof ArrayNode array) {
			return array;
		}
		throw new MalformedMessageException(field + ": no array (expected: an array)");
	}

	static @Nullable ObjectNode optionalObject(ObjectNode message, String field) {
		JsonNode value = message.path(field);
		if (value.isMissingNode() || value.isNull()) {
			return null;
		}
		if (value instanceof ObjectNode object) {
			return object;
		}
		throw new MalformedMessageException(field + ": no object (expected: a JSON object)");
	}

	static boolean flag(ObjectNode message, String field) {
		JsonNode value = message.path(field);
		return value.isBoolean() && value.booleanValue();
	}

}
