package io.distributor.contract.asyncapi;

import java.util.ArrayList;
import java.util.List;

import io.distributor.contract.model.ContractNames;
import io.distributor.contract.model.EventAnswer;
import io.distributor.contract.model.EventArgument;
import io.distributor.contract.model.ValueType;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes the payload of a message: its arguments, as the array that Socket.IO makes of
 * them.
 */
final class PayloadSchemas {

	private PayloadSchemas() {
	}

	static ObjectNode of(List<EventArgument> arguments) {
		List<ObjectNode> items = new ArrayList<>();
		int required = 0;
		ObjectNode rest = null;
		for (EventArgument argument : arguments) {
			boolean optional = argument.presence() == EventArgument.Presence.OPTIONAL;
			ValueType type = optional ? argument.type().orNull() : argument.type();
			ObjectNode schema = described(argument.name(), type);
			if (argument.presence() == EventArgument.Presence.REPEATED) {
				rest = schema;
			}
			else {
				items.add(schema);
				required = optional ? required : items.size();
			}
		}
		return array(items, required, rest);
	}

	// What stands beside a reference is ignored in draft 7, so its name has none.
	private static ObjectNode described(String name, ValueType type) {
		ObjectNode schema = JsonSchemas.of(type);
		return (type instanceof ValueType.Named) ? schema : schema.put("title", name);
	}

	static ObjectNode ofAnswer(EventAnswer answer, boolean mayFail) {
		if (answer instanceof EventAnswer.Value value) {
			ObjectNode schema = JsonSchemas.of(value.type());
			return array(List.of(mayFail ? JsonSchemas.orError(schema) : schema), 1, null);
		}
		if (answer instanceof EventAnswer.Receipt) {
			return array(mayFail ? List.of(JsonSchemas.reference(ContractNames.ERROR)) : List.of(), 0, null);
		}
		return JsonSchemas.ofType("array");
	}

	private static ObjectNode array(List<ObjectNode> items, int required, @Nullable ObjectNode rest) {
		ObjectNode schema = JsonSchemas.ofType("array");
		if (!items.isEmpty()) {
			ArrayNode positions = schema.putArray("items");
			items.forEach(positions::add);
		}
		schema.put("minItems", required);
		if (rest == null) {
			schema.put("maxItems", items.size());
		}
		else {
			schema.set(items.isEmpty() ? "items" : "additionalItems", rest);
		}
		return schema;
	}

}
