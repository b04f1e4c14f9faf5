package io.distributor.backend.json;

import java.lang.reflect.Type;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.distributor.backend.ArgumentConversionException;
import io.distributor.backend.Arguments;
import io.distributor.link.message.Payload;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads arguments. Types are those the application asks for, never one that a client
 * names: default typing is off whatever the application's mapper says. May be used from
 * any thread.
 */
public final class PayloadReader {

	private final JsonMapper mapper;

	private final ObjectReader untyped;

	// Types come from handlers, so there are as many as the application has.
	private final Map<Type, ObjectReader> readers = new ConcurrentHashMap<>();

	/**
	 * Creates the reader.
	 * @param mapper reads the arguments
	 */
	public PayloadReader(JsonMapper mapper) {
		this.mapper = mapper.rebuild().deactivateDefaultTyping().build();
		this.untyped = this.mapper.reader();
	}

	/**
	 * Reads an event: its name and where its arguments are.
	 * @param payload name and arguments
	 * @return the event
	 * @throws ArgumentConversionException if it is no JSON array that begins with a name
	 */
	public ReceivedEvent event(Payload payload) {
		ArgumentSource source = source(payload);
		if (source.size() == 0 || source.isNull(0)) {
			throw new ArgumentConversionException("payload: [] (expected: the name of an event)");
		}
		String name = (String) read(source, 0, String.class, "name of the event");
		return new ReceivedEvent(String.valueOf(name), new PayloadArguments(this, payload, source, 1));
	}

	/**
	 * Reads an answer, when its arguments are asked for.
	 * @param payload its arguments
	 * @return the arguments
	 */
	public Arguments answer(Payload payload) {
		return new PayloadArguments(this, payload, null, 0);
	}

	/**
	 * Reads one value.
	 * @param <T> type wanted
	 * @param json UTF-8 bytes of its JSON
	 * @param type type wanted
	 * @param what what it is, for the text of the exception
	 * @return the value, or {@code null} for JSON null
	 * @throws ArgumentConversionException if it is something else
	 */
	@SuppressWarnings("unchecked")
	public <T> @Nullable T value(byte[] json, Class<T> type, String what) {
		return (T) value(json, (Type) type, what);
	}

	/**
	 * Reads one value of a generic type.
	 * @param json UTF-8 bytes of its JSON
	 * @param type type wanted
	 * @param what what it is, for the text of the exception
	 * @return the value, or {@code null} for JSON null
	 * @throws ArgumentConversionException if it is something else
	 */
	public @Nullable Object value(byte[] json, Type type, String what) {
		try {
			return reader(type).readValue(json);
		}
		catch (JacksonException ex) {
			throw ConversionFailure.of(what, type, ex);
		}
	}

	/**
	 * Reads where the values of an object are.
	 * @param json UTF-8 bytes of the object
	 * @param what what it is, for the text of the exception
	 * @return JSON of the values by their names, in their order
	 * @throws ArgumentConversionException if it is no JSON object
	 */
	public Map<String, byte[]> object(byte[] json, String what) {
		try {
			return ObjectValues.read(json, this.untyped, what);
		}
		catch (JacksonException ex) {
			throw new ArgumentConversionException(what + ": malformed (expected: a JSON object)", ex);
		}
	}

	ArgumentSource source(Payload payload) {
		try {
			return payload.attachments().isEmpty() ? new TextSource(payload.json(), this.untyped)
					: new BinarySource(payload.json(), payload.attachments(), this.untyped);
		}
		catch (JacksonException ex) {
			throw new ArgumentConversionException("payload: malformed (expected: a JSON array)", ex);
		}
	}

	@Nullable Object read(ArgumentSource source, int index, Type type, String what) {
		try {
			return source.read(index, reader(type));
		}
		catch (JacksonException ex) {
			throw ConversionFailure.of(what, type, ex);
		}
	}

	private ObjectReader reader(Type type) {
		ObjectReader reader = this.readers.get(type);
		if (reader == null) {
			reader = this.mapper.readerFor(this.mapper.constructType(type));
			this.readers.put(type, reader);
		}
		return reader;
	}

}
