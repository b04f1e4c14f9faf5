package io.distributor.contract.typescript;

import io.distributor.contract.model.ContractNames;
import io.distributor.contract.model.ValueType;

/**
 * Writes types of values.
 */
final class TypeScriptTypes {

	private TypeScriptTypes() {
	}

	static String of(ValueType type) {
		if (type instanceof ValueType.Simple simple) {
			return of(simple);
		}
		if (type instanceof ValueType.Named named) {
			return named.name();
		}
		if (type instanceof ValueType.Constant constant) {
			return TypeScriptNames.quoted(constant.value());
		}
		if (type instanceof ValueType.ListOf list) {
			String element = of(list.element());
			return (list.element() instanceof ValueType.OrNull) ? "(" + element + ")[]" : element + "[]";
		}
		if (type instanceof ValueType.MapOf map) {
			return "{ [key: string]: " + of(map.value()) + " }";
		}
		return (type instanceof ValueType.OrNull orNull) ? of(orNull.type()) + " | null" : "string";
	}

	private static String of(ValueType.Simple type) {
		return switch (type) {
			case STRING -> "string";
			case INTEGER, NUMBER -> "number";
			case BOOLEAN -> "boolean";
			case BINARY -> ContractNames.BINARY;
			case ANYTHING -> "unknown";
		};
	}

}
