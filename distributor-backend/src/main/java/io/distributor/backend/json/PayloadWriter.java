package io.distributor.backend.json;

import java.util.Map;

import io.distributor.link.message.Payload;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.util.ByteArrayBuilder;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes arguments: as JSON, and what is binary in them as attachments. May be used from
 * any thread.
 */
public final class PayloadWriter {

	private static final Object[] ONE_NULL = new Object[1];

	private final ObjectWriter writer;

	/**
	 * Creates the writer.
	 * @param mapper writes the arguments
	 */
	public PayloadWriter(JsonMapper mapper) {
		this.writer = mapper.writer().without(SerializationFeature.INDENT_OUTPUT);
	}

	/**
	 * Writes an event.
	 * @param name name of the event
	 * @param arguments its arguments
	 * @return name and arguments
	 * @throws IllegalArgumentException if an argument cannot be written
	 */
	public Payload event(String name, @Nullable Object @Nullable [] arguments) {
		return write(name, (arguments != null) ? arguments : ONE_NULL);
	}

	/**
	 * Writes an answer.
	 * @param arguments its arguments
	 * @return the arguments
	 * @throws IllegalArgumentException if an argument cannot be written
	 */
	public Payload answer(@Nullable Object @Nullable ... arguments) {
		return write(null, (arguments != null) ? arguments : ONE_NULL);
	}

	/**
	 * Writes one value, without attachments.
	 * @param value the value
	 * @return UTF-8 bytes of its JSON
	 * @throws IllegalArgumentException if it cannot be written
	 */
	public byte[] value(Object value) {
		try {
			return this.writer.writeValueAsBytes(value);
		}
		catch (JacksonException ex) {
			throw new IllegalArgumentException(
					"value: " + value.getClass().getName() + " (expected: something Jackson can write)", ex);
		}
	}

	/**
	 * Writes an object of values that are written already.
	 * @param values JSON of the values by their names
	 * @return UTF-8 bytes of the object
	 */
	public byte[] object(Map<String, byte[]> values) {
		return ObjectValues.write(values, this.writer);
	}

	private Payload write(@Nullable String event, @Nullable Object[] arguments) {
		ByteArrayBuilder json = new ByteArrayBuilder();
		BinaryExtractor generator = new BinaryExtractor(this.writer.createGenerator(json));
		generator.writeStartArray();
		if (event != null) {
			generator.writeString(event);
		}
		for (int i = 0; i < arguments.length; i++) {
			writeArgument(generator, i, arguments[i]);
		}
		generator.writeEndArray();
		generator.close();
		return new Payload(json.toByteArray(), generator.attachments());
	}

	private void writeArgument(BinaryExtractor generator, int index, @Nullable Object argument) {
		try {
			this.writer.writeValue(generator, argument);
		}
		catch (JacksonException ex) {
			String type = (argument != null) ? argument.getClass().getName() : "null";
			throw new IllegalArgumentException(
					"argument " + index + ": " + type + " (expected: something Jackson can write)", ex);
		}
	}

}
