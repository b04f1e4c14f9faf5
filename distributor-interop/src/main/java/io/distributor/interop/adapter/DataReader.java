package io.distributor.interop.adapter;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import io.distributor.link.message.Payload;
import org.jspecify.annotations.Nullable;
import org.msgpack.core.ExtensionTypeHeader;
import org.msgpack.core.MessageFormat;
import org.msgpack.value.ValueType;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.ByteArrayBuilder;

/**
 * Reads the data of one packet out of MessagePack and writes it as the JSON that a
 * Socket.IO server would send: binary values become attachments, dates their text.
 */
final class DataReader {

	private static final JsonFactory JSON = new JsonFactory();

	private static final String PLACEHOLDER = "_placeholder";

	/** Extension that {@code notepack.io} has for values of its own. */
	private static final byte SCRIPT_EXTENSION = 0;

	private static final byte TIMESTAMP_EXTENSION = -1;

	private final MessagePackInput input;

	private final AdapterLimits limits;

	private final ByteArrayBuilder bytes = new ByteArrayBuilder();

	private final JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), this.bytes);

	private final List<byte[]> attachments = new ArrayList<>();

	private boolean forgedPlaceholder;

	DataReader(MessagePackInput input, AdapterLimits limits) {
		this.input = input;
		this.limits = limits;
	}

	/**
	 * Reads an array that begins with the name of an event.
	 */
	Payload event() throws IOException {
		int size = this.input.array();
		if (size == 0) {
			throw new MalformedMessageException("data: [] (expected: the name of an event)");
		}
		this.json.writeStartArray();
		eventName();
		for (int i = 1; i < size; i++) {
			value(null, 1);
		}
		this.json.writeEndArray();
		this.json.close();
		if (this.forgedPlaceholder && !this.attachments.isEmpty()) {
			throw new MalformedMessageException("data: what looks like a placeholder, beside binary (expected: none)");
		}
		return new Payload(this.bytes.toByteArray(), this.attachments);
	}

	private void eventName() throws IOException {
		ValueType type = this.input.nextType();
		if (type == ValueType.STRING) {
			String name = this.input.string();
			ReservedEvents.refuse(name);
			this.json.writeString(name);
		}
		else if (type == ValueType.INTEGER) {
			this.json.writeNumber(this.input.bigInteger());
		}
		else {
			throw new MalformedMessageException("event: " + type + " (expected: a string or a number)");
		}
	}

	private void value(@Nullable String name, int depth) throws IOException {
		MessageFormat format = this.input.nextFormat();
		if (format.getValueType() == ValueType.EXTENSION) {
			extension(name, format);
			return;
		}
		if (name != null) {
			this.json.writeName(name);
		}
		switch (format.getValueType()) {
			case NIL -> nil();
			case BOOLEAN -> bool(name);
			case INTEGER -> this.json.writeNumber(this.input.bigInteger());
			case FLOAT -> decimal(this.input.decimal());
			case STRING -> this.json.writeString(this.input.string());
			case BINARY -> attachment(this.input.binary());
			case ARRAY -> array(depth + 1);
			case MAP -> object(depth + 1);
			default -> throw new MalformedMessageException("data: " + format + " (expected: a value)");
		}
	}

	private void nil() throws IOException {
		this.input.nil();
		this.json.writeNull();
	}

	private void bool(@Nullable String name) throws IOException {
		boolean value = this.input.bool();
		this.forgedPlaceholder |= value && PLACEHOLDER.equals(name);
		this.json.writeBoolean(value);
	}

	private void decimal(double value) {
		if (Double.isFinite(value)) {
			this.json.writeNumber(ScriptNumber.text(value));
		}
		else {
			this.json.writeNull();
		}
	}

	private void attachment(byte[] binary) {
		if (this.attachments.size() == this.limits.maxAttachments()) {
			throw new MalformedMessageException(
					"data: too many binary values (expected: <= " + this.limits.maxAttachments() + ")");
		}
		this.json.writeStartObject();
		this.json.writeName(PLACEHOLDER);
		this.json.writeBoolean(true);
		this.json.writeName("num");
		this.json.writeNumber(this.attachments.size());
		this.json.writeEndObject();
		this.attachments.add(binary);
	}

	private void array(int depth) throws IOException {
		checkDepth(depth);
		int size = this.input.array();
		this.json.writeStartArray();
		for (int i = 0; i < size; i++) {
			value(null, depth);
		}
		this.json.writeEndArray();
	}

	private void object(int depth) throws IOException {
		checkDepth(depth);
		int size = this.input.map();
		this.json.writeStartObject();
		for (int i = 0; i < size; i++) {
			value(this.input.name(), depth);
		}
		this.json.writeEndObject();
	}

	private void checkDepth(int depth) {
		if (depth > this.limits.maxDepth()) {
			throw new MalformedMessageException("data: too deep (expected: a depth <= " + this.limits.maxDepth() + ")");
		}
	}

	private void extension(@Nullable String name, MessageFormat format) throws IOException {
		ExtensionTypeHeader header = this.input.extension();
		byte[] payload = this.input.payload(header.getLength());
		boolean undefined = header.getType() == SCRIPT_EXTENSION && format == MessageFormat.FIXEXT1;
		if (name != null && !undefined) {
			this.json.writeName(name);
		}
		if (header.getType() == TIMESTAMP_EXTENSION) {
			date(ScriptDate.timestamp(payload));
		}
		else if (header.getType() != SCRIPT_EXTENSION) {
			throw new MalformedMessageException(
					"data: extension " + header.getType() + " (expected: none but dates, binary and undefined)");
		}
		else if (undefined) {
			undefined(name);
		}
		else if (format == MessageFormat.FIXEXT8) {
			date(ScriptDate.millis(payload));
		}
		else {
			attachment(payload);
		}
	}

	/** In an object it is left out with its name. */
	private void undefined(@Nullable String name) {
		if (name == null) {
			this.json.writeNull();
		}
	}

	private void date(@Nullable String text) {
		if (text != null) {
			this.json.writeString(text);
		}
		else {
			this.json.writeNull();
		}
	}

}
