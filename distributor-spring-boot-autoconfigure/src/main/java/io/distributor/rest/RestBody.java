package io.distributor.rest;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import io.distributor.backend.BroadcastOperator;
import io.distributor.backend.Namespace;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The body of a request. Only what is known may stand in it: a misspelt selection would
 * select everybody.
 */
final class RestBody {

	private static final int MAX_NAMES = 1000;

	/** Numbers stay as they are written. */
	private static final ObjectReader READER = new JsonMapper().reader()
		.with(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
		.with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
		.with(JsonNodeFeature.USE_BIG_DECIMAL_FOR_FLOATS)
		.without(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES);

	private final JsonNode fields;

	private RestBody(JsonNode fields) {
		this.fields = fields;
	}

	static RestBody read(RestCommand command, byte[] json) {
		JsonNode fields = parse(json);
		if (!fields.isObject()) {
			throw new InvalidRequestException("body: something else (expected: a JSON object)");
		}
		Set<String> known = command.fields();
		for (String name : fields.propertyNames()) {
			if (!known.contains(name)) {
				throw new InvalidRequestException(name + ": unknown (expected: " + known + ")");
			}
		}
		return new RestBody(fields);
	}

	private static JsonNode parse(byte[] json) {
		try {
			return READER.readTree(json);
		}
		catch (JacksonException ex) {
			throw new InvalidRequestException("body: malformed (expected: a JSON object)", ex);
		}
	}

	/**
	 * Returns a text that must be there.
	 */
	String text(String name) {
		JsonNode value = this.fields.path(name);
		if (!value.isString() || value.stringValue().isEmpty()) {
			throw new InvalidRequestException(name + ": missing or no text (expected: a text)");
		}
		return value.stringValue();
	}

	/**
	 * Returns whether something is wanted; nothing said is no.
	 */
	boolean flag(String name) {
		JsonNode value = this.fields.path(name);
		if (!value.isMissingNode() && !value.isBoolean()) {
			throw new InvalidRequestException(name + ": something else (expected: true or false)");
		}
		return value.asBoolean(false);
	}

	/**
	 * Returns names that must be there.
	 */
	String[] names(String name) {
		String[] names = optionalNames(name);
		if (names == null) {
			throw new InvalidRequestException(name + ": missing (expected: an array of texts)");
		}
		return names;
	}

	private String @Nullable [] optionalNames(String name) {
		JsonNode value = this.fields.path(name);
		if (value.isMissingNode()) {
			return null;
		}
		if (!value.isArray() || value.isEmpty() || value.size() > MAX_NAMES) {
			throw new InvalidRequestException(
					name + ": something else (expected: an array of 1 to " + MAX_NAMES + " texts, or nothing at all)");
		}
		List<String> names = new ArrayList<>(value.size());
		for (JsonNode element : value) {
			if (!element.isString()) {
				throw new InvalidRequestException(name + ": something else in it (expected: texts)");
			}
			names.add(element.stringValue());
		}
		return names.toArray(String[]::new);
	}

	/**
	 * Returns the arguments of an event; nothing said is none.
	 */
	Object[] arguments(String name) {
		JsonNode value = this.fields.path(name);
		if (value.isMissingNode()) {
			return new Object[0];
		}
		if (!value.isArray()) {
			throw new InvalidRequestException(name + ": something else (expected: an array)");
		}
		return value.valueStream().toArray();
	}

	/**
	 * Selects sockets of a namespace.
	 */
	BroadcastOperator select(Namespace namespace) {
		BroadcastOperator selected = namespace;
		String[] rooms = optionalNames("rooms");
		String[] users = optionalNames("users");
		String[] except = optionalNames("except");
		String[] exceptUsers = optionalNames("exceptUsers");
		selected = (rooms != null) ? selected.to(rooms) : selected;
		selected = (users != null) ? selected.toUser(users) : selected;
		selected = (except != null) ? selected.except(except) : selected;
		return (exceptUsers != null) ? selected.exceptUser(exceptUsers) : selected;
	}

}
