package io.distributor.interop.siod;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;

import io.distributor.interop.adapter.MalformedMessageException;
import io.distributor.link.message.Payload;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Binary values in JSON, as Node writes them: {@code {"type":"Buffer","data":[1,2]}}.
 */
final class BufferValues {

	private static final String TYPE = "type";

	private static final String BUFFER = "Buffer";

	private static final String DATA = "data";

	private static final String PLACEHOLDER = "_placeholder";

	private static final int MAX_BYTE = 255;

	private final SiodJson json;

	BufferValues(SiodJson json) {
		this.json = json;
	}

	/**
	 * Reads the arguments of a payload.
	 * @return a tree with the attachments where their placeholders stood
	 * @throws MalformedMessageException if an attachment is missing or stands in two
	 * places: so a small message cannot become a large one
	 */
	ArrayNode inline(Payload payload) {
		if (!(this.json.read(payload.json()) instanceof ArrayNode arguments)) {
			throw new MalformedMessageException("arguments: no array (expected: an array)");
		}
		if (!payload.attachments().isEmpty()) {
			replaceIn(arguments, payload.attachments(), new BitSet());
		}
		return arguments;
	}

	private JsonNode inline(JsonNode node, List<byte[]> attachments, BitSet used) {
		JsonNode number = node.path("num");
		JsonNode mark = node.path(PLACEHOLDER);
		if (!mark.isBoolean() || !mark.booleanValue() || !number.isInt()) {
			replaceIn(node, attachments, used);
			return node;
		}
		int index = number.intValue();
		if (index < 0 || index >= attachments.size() || used.get(index)) {
			throw new MalformedMessageException("placeholder: " + index + " (expected: each attachment once)");
		}
		used.set(index);
		return buffer(attachments.get(index));
	}

	private void replaceIn(JsonNode node, List<byte[]> attachments, BitSet used) {
		if (node instanceof ArrayNode array) {
			for (int i = 0; i < array.size(); i++) {
				array.set(i, inline(array.get(i), attachments, used));
			}
		}
		else if (node instanceof ObjectNode object) {
			for (Map.Entry<String, JsonNode> property : object.properties()) {
				property.setValue(inline(property.getValue(), attachments, used));
			}
		}
	}

	private ObjectNode buffer(byte[] bytes) {
		ObjectNode buffer = this.json.object();
		buffer.put(TYPE, BUFFER);
		ArrayNode data = buffer.putArray(DATA);
		for (byte each : bytes) {
			data.add(Byte.toUnsignedInt(each));
		}
		return buffer;
	}

	/**
	 * Makes a payload of arguments.
	 * @param arguments the arguments, changed: binary values in them become attachments
	 * @return the payload
	 */
	Payload extract(ArrayNode arguments) {
		List<byte[]> attachments = new ArrayList<>();
		extractFrom(arguments, attachments);
		return new Payload(this.json.write(arguments), attachments);
	}

	private JsonNode extract(JsonNode node, List<byte[]> attachments) {
		byte[] bytes = bytes(node);
		if (bytes == null) {
			extractFrom(node, attachments);
			return node;
		}
		ObjectNode placeholder = this.json.object().put(PLACEHOLDER, true).put("num", attachments.size());
		attachments.add(bytes);
		return placeholder;
	}

	private void extractFrom(JsonNode node, List<byte[]> attachments) {
		if (node instanceof ArrayNode array) {
			for (int i = 0; i < array.size(); i++) {
				array.set(i, extract(array.get(i), attachments));
			}
		}
		else if (node instanceof ObjectNode object) {
			for (Map.Entry<String, JsonNode> property : object.properties()) {
				property.setValue(extract(property.getValue(), attachments));
			}
		}
	}

	private static byte @Nullable [] bytes(JsonNode node) {
		if (!(node.path(DATA) instanceof ArrayNode data) || node.size() != 2 || !node.path(TYPE).isString()
				|| !node.path(TYPE).stringValue().equals(BUFFER)) {
			return null;
		}
		byte[] bytes = new byte[data.size()];
		for (int i = 0; i < bytes.length; i++) {
			JsonNode each = data.get(i);
			if (!each.isInt() || each.intValue() < 0 || each.intValue() > MAX_BYTE) {
				return null;
			}
			bytes[i] = (byte) each.intValue();
		}
		return bytes;
	}

}
