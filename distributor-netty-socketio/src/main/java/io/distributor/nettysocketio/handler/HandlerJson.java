package io.distributor.nettysocketio.handler;

import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.Module;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.NullNode;
import io.distributor.backend.ArgumentConversionException;
import io.distributor.backend.Arguments;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.util.TokenBuffer;

/**
 * Converts as the {@code JacksonJsonSupport} of netty-socketio does, with Jackson 2 and
 * its settings: handlers get what they got there, and clients too. May be used from any
 * thread.
 */
public final class HandlerJson {

	/** Writes what Jackson 3 has read, as it was. */
	private final JsonMapper text = new JsonMapper();

	private final ObjectMapper mapper;

	/**
	 * Creates it.
	 * @param modules modules that {@code JacksonJsonSupport} was given, or none
	 */
	public HandlerJson(Collection<Module> modules) {
		this.mapper = new ObjectMapper().registerModules(modules)
			.setDefaultPropertyInclusion(JsonInclude.Include.NON_NULL)
			.configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false)
			.configure(SerializationFeature.FAIL_ON_EMPTY_BEANS, false);
	}

	/**
	 * Converts an argument.
	 * @param arguments the arguments
	 * @param index its position, from 0
	 * @param type type wanted; of a generic type, the class alone
	 * @return the argument; {@code null} if it is absent or JSON null, zero or
	 * {@code false} if a primitive is wanted of JSON null
	 * @throws ArgumentConversionException if it is something else
	 */
	public @Nullable Object read(Arguments arguments, int index, Class<?> type) {
		if (index >= arguments.size()) {
			return null;
		}
		if (type == String.class || type == byte[].class) {
			return arguments.get(index, type);
		}
		TokenBuffer argument = arguments.get(index, TokenBuffer.class);
		try {
			return (argument != null) ? this.mapper.readValue(this.text.writeValueAsString(argument), type)
					: this.mapper.treeToValue(NullNode.getInstance(), type);
		}
		catch (JsonProcessingException ex) {
			throw new ArgumentConversionException(
					"argument " + index + ": something else (expected: " + type.getTypeName() + ")", ex);
		}
	}

	/**
	 * Makes of a value what is written in the same way by whoever writes it: maps, lists,
	 * text, numbers, {@code byte[]}.
	 * @throws IllegalArgumentException if it cannot be written
	 */
	@Nullable Object plain(@Nullable Object value) {
		if (value == null || value instanceof String || value instanceof Boolean || value instanceof byte[]
				|| value.getClass().getPackageName().equals("java.lang") && value instanceof Number) {
			return value;
		}
		return this.mapper.convertValue(value, Object.class);
	}

	@Nullable Object[] plainArguments(List<?> values) {
		return values.stream().map(this::plain).toArray();
	}

	String write(Object value) {
		try {
			return this.mapper.writeValueAsString(value);
		}
		catch (JsonProcessingException ex) {
			throw new IllegalArgumentException(
					"value: " + value.getClass().getName() + " (expected: something Jackson can write)", ex);
		}
	}

	<T> T read(String json, Class<T> type) {
		try {
			return this.mapper.readValue(json, type);
		}
		catch (JsonProcessingException ex) {
			throw new UncheckedIOException("value: something else (expected: " + type.getName() + ")", ex);
		}
	}

}
