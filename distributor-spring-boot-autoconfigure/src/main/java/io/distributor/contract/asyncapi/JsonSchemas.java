package io.distributor.contract.asyncapi;

import java.util.List;

import io.distributor.contract.model.ContractNames;
import io.distributor.contract.model.ObjectProperty;
import io.distributor.contract.model.TypeDefinition;
import io.distributor.contract.model.ValueType;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes types as JSON Schema, draft 7, of which the schemas of AsyncAPI are a superset.
 */
final class JsonSchemas {

	private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

	private JsonSchemas() {
	}

	static ObjectNode of(TypeDefinition type) {
		if (type instanceof TypeDefinition.ObjectType object) {
			return object(object);
		}
		if (type instanceof TypeDefinition.UnionType union) {
			return alternatives(union.members().stream().map(JsonSchemas::of).toList());
		}
		ObjectNode schema = ofType("string");
		ArrayNode values = schema.putArray("enum");
		((TypeDefinition.EnumType) type).values().forEach(values::add);
		return schema;
	}

	private static ObjectNode object(TypeDefinition.ObjectType type) {
		ObjectNode schema = ofType("object");
		ObjectNode properties = schema.putObject("properties");
		type.properties().forEach((property) -> properties.set(property.name(), of(property.type())));
		List<String> required = type.properties()
			.stream()
			.filter((property) -> !property.optional())
			.map(ObjectProperty::name)
			.toList();
		if (!required.isEmpty()) {
			ArrayNode names = schema.putArray("required");
			required.forEach(names::add);
		}
		return schema;
	}

	static ObjectNode error() {
		ObjectNode schema = ofType("object");
		schema.put("description", "What an acknowledgement gets in place of the answer when the handler failed");
		ObjectNode properties = schema.putObject("properties");
		properties.set("error", ofType("string"));
		properties.putObject("data");
		schema.putArray("required").add("error");
		return schema;
	}

	static ObjectNode of(ValueType type) {
		if (type instanceof ValueType.Simple simple) {
			return of(simple);
		}
		if (type instanceof ValueType.Named named) {
			return reference(named.name());
		}
		if (type instanceof ValueType.Constant constant) {
			return ofType("string").put("const", constant.value());
		}
		if (type instanceof ValueType.ListOf list) {
			ObjectNode schema = ofType("array");
			schema.set("items", of(list.element()));
			return schema;
		}
		if (type instanceof ValueType.MapOf map) {
			ObjectNode schema = ofType("object");
			schema.set("additionalProperties", of(map.value()));
			return schema;
		}
		if (type instanceof ValueType.OrNull orNull) {
			return alternatives(List.of(of(orNull.type()), ofType("null")));
		}
		return ofType("string").put("format", ((ValueType.Formatted) type).format());
	}

	private static ObjectNode of(ValueType.Simple type) {
		return switch (type) {
			case STRING -> ofType("string");
			case INTEGER -> ofType("integer");
			case NUMBER -> ofType("number");
			case BOOLEAN -> ofType("boolean");
			case BINARY -> ofType("string").put("format", "binary").put("description", "A binary attachment");
			case ANYTHING -> NODES.objectNode();
		};
	}

	static ObjectNode orError(ObjectNode schema) {
		return alternatives(List.of(schema, reference(ContractNames.ERROR)));
	}

	static ObjectNode reference(String name) {
		return NODES.objectNode().put("$ref", "#/components/schemas/" + name);
	}

	private static ObjectNode alternatives(List<ObjectNode> schemas) {
		ObjectNode schema = NODES.objectNode();
		schema.putArray("anyOf").addAll(schemas);
		return schema;
	}

	static ObjectNode ofType(String type) {
		return NODES.objectNode().put("type", type);
	}

}
