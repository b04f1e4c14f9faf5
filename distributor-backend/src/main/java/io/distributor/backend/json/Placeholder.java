package io.distributor.backend.json;

import java.util.List;
import java.util.Map;

import io.distributor.backend.ArgumentConversionException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Stands for an attachment in JSON: {@code {"_placeholder":true,"num":n}} (Socket.IO
 * protocol, revision 5).
 */
final class Placeholder {

	static final String MARK = "_placeholder";

	static final String NUMBER = "num";

	private Placeholder() {
	}

	/**
	 * Puts attachments where their placeholders are.
	 * @param node a tree, changed
	 * @param attachments the attachments
	 * @return the tree, or the attachment if the tree was a placeholder
	 * @throws ArgumentConversionException if a placeholder has no attachment
	 */
	static JsonNode resolve(JsonNode node, List<byte[]> attachments) {
		if (node instanceof ArrayNode array) {
			for (int i = 0; i < array.size(); i++) {
				array.set(i, resolve(array.get(i), attachments));
			}
		}
		else if (node instanceof ObjectNode object) {
			if (object.path(MARK).isBoolean() && object.path(MARK).booleanValue()) {
				return attachment(object.path(NUMBER), attachments);
			}
			for (Map.Entry<String, JsonNode> property : object.properties()) {
				property.setValue(resolve(property.getValue(), attachments));
			}
		}
		return node;
	}

	private static JsonNode attachment(JsonNode number, List<byte[]> attachments) {
		if (!number.isInt() || number.intValue() < 0 || number.intValue() >= attachments.size()) {
			throw new ArgumentConversionException(
					"placeholder without an attachment (expected: num from 0 to " + (attachments.size() - 1) + ")");
		}
		return JsonNodeFactory.instance.binaryNode(attachments.get(number.intValue()));
	}

}
