package io.distributor.interop.adapter;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;

import io.distributor.link.message.Payload;
import org.msgpack.core.MessageBufferPacker;
import org.msgpack.core.MessagePack;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes MessagePack into memory: names and numbers, and the JSON of payloads with their
 * attachments in the places of the placeholders.
 */
final class DataWriter {

	private static final JsonMapper MAPPER = new JsonMapper();

	private static final int LONGEST_INTEGER_BITS = 64;

	private final MessageBufferPacker packer = MessagePack.newDefaultBufferPacker();

	byte[] bytes() {
		return this.packer.toByteArray();
	}

	DataWriter array(int size) {
		return write(() -> this.packer.packArrayHeader(size));
	}

	DataWriter map(int size) {
		return write(() -> this.packer.packMapHeader(size));
	}

	DataWriter number(long value) {
		return write(() -> this.packer.packLong(value));
	}

	DataWriter bool(boolean value) {
		return write(() -> this.packer.packBoolean(value));
	}

	/** What is no text in UTF-16 gets replacement characters. */
	DataWriter string(String value) {
		byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
		return write(() -> {
			this.packer.packRawStringHeader(utf8.length);
			this.packer.writePayload(utf8);
		});
	}

	DataWriter strings(Collection<String> values) {
		array(values.size());
		values.forEach(this::string);
		return this;
	}

	/**
	 * Writes all arguments of a payload as an array.
	 */
	DataWriter arguments(Payload payload) {
		return value(MAPPER.readTree(payload.json()), payload.attachments());
	}

	/**
	 * Writes the first argument of a payload, nil if there is none.
	 */
	DataWriter firstArgument(Payload payload) {
		return value(MAPPER.readTree(payload.json()).path(0), payload.attachments());
	}

	private DataWriter value(JsonNode node, List<byte[]> attachments) {
		if (node.isObject()) {
			object(node, attachments);
		}
		else if (node.isArray()) {
			array(node.size());
			node.values().forEach((element) -> value(element, attachments));
		}
		else if (node.isString()) {
			string(node.stringValue());
		}
		else if (node.isBoolean()) {
			bool(node.booleanValue());
		}
		else if (node.isIntegralNumber()) {
			integer(node.bigIntegerValue());
		}
		else if (node.isNumber()) {
			decimal(node.doubleValue());
		}
		else {
			write(this.packer::packNil);
		}
		return this;
	}

	private void object(JsonNode node, List<byte[]> attachments) {
		int number = node.path("num").intValue(-1);
		if (node.path("_placeholder").booleanValue(false) && number >= 0 && number < attachments.size()) {
			binary(attachments.get(number));
			return;
		}
		map(node.size());
		node.forEachEntry((name, value) -> string(name).value(value, attachments));
	}

	private void integer(BigInteger value) {
		boolean fits = (value.signum() < 0) ? value.bitLength() < LONGEST_INTEGER_BITS
				: value.bitLength() <= LONGEST_INTEGER_BITS;
		if (fits) {
			write(() -> this.packer.packBigInteger(value));
		}
		else {
			decimal(value.doubleValue());
		}
	}

	private void decimal(double value) {
		write(() -> this.packer.packDouble(value));
	}

	private void binary(byte[] value) {
		write(() -> {
			this.packer.packBinaryHeader(value.length);
			this.packer.writePayload(value);
		});
	}

	private DataWriter write(Task task) {
		try {
			task.run();
			return this;
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Writing to memory failed", ex);
		}
	}

	private interface Task {

		void run() throws IOException;

	}

}
