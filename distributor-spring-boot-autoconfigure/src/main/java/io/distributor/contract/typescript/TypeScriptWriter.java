package io.distributor.contract.typescript;

import java.util.List;

import io.distributor.contract.model.Contract;
import io.distributor.contract.model.ContractNames;
import io.distributor.contract.model.EventContract;
import io.distributor.contract.model.NamespaceContract;
import io.distributor.contract.model.ObjectProperty;
import io.distributor.contract.model.TypeDefinition;

/**
 * Writes the contract as a module of TypeScript with types only: one {@code namespace}
 * for each namespace, with {@code ServerToClientEvents} and {@code ClientToServerEvents}
 * as {@code Socket} of socket.io-client wants them.
 */
public final class TypeScriptWriter {

	private static final String HEADER = """
			// Made by distributor from the handlers and event interfaces of the backend: do not edit.

			/** Bytes: an ArrayBuffer in browsers, a Buffer in Node.js. */
			export type %s = ArrayBuffer | Uint8Array;

			/** What an acknowledgement gets in place of the answer when the handler failed. */
			export interface %s {
			  error: string;
			  data?: unknown;
			}
			""".formatted(ContractNames.BINARY, ContractNames.ERROR);

	/**
	 * Writes a contract.
	 * @param contract the contract
	 * @return the module
	 */
	public String write(Contract contract) {
		StringBuilder module = new StringBuilder(HEADER);
		contract.types().forEach((type) -> module.append('\n').append(definition(type)));
		contract.namespaces().forEach((namespace) -> module.append('\n').append(namespace(namespace)));
		return module.toString();
	}

	private static String definition(TypeDefinition type) {
		if (type instanceof TypeDefinition.ObjectType object) {
			StringBuilder text = new StringBuilder("export interface " + object.name() + " {\n");
			for (ObjectProperty property : object.properties()) {
				text.append("  ")
					.append(TypeScriptNames.property(property.name()))
					.append(property.optional() ? "?: " : ": ")
					.append(TypeScriptTypes.of(property.type()))
					.append(";\n");
			}
			return text.append("}\n").toString();
		}
		if (type instanceof TypeDefinition.UnionType union) {
			return alias(union.name(), union.members().stream().map(TypeScriptTypes::of).toList());
		}
		TypeDefinition.EnumType values = (TypeDefinition.EnumType) type;
		return alias(values.name(), values.values().stream().map(TypeScriptNames::quoted).toList());
	}

	private static String alias(String name, List<String> alternatives) {
		String type = alternatives.isEmpty() ? "never" : String.join(" | ", alternatives);
		return "export type " + name + " = " + type + ";\n";
	}

	private static String namespace(NamespaceContract namespace) {
		return "/** Namespace " + TypeScriptNames.comment(namespace.name()) + " */\nexport namespace "
				+ namespace.identifier() + " {\n"
				+ events("ServerToClientEvents", namespace.serverToClient(), EventSignature.Sender.SERVER) + "\n"
				+ events("ClientToServerEvents", namespace.clientToServer(), EventSignature.Sender.CLIENT) + "}\n";
	}

	private static String events(String name, List<EventContract> events, EventSignature.Sender sender) {
		StringBuilder text = new StringBuilder("  export interface " + name + " {\n");
		for (EventContract event : events) {
			text.append("    ")
				.append(TypeScriptNames.property(event.name()))
				.append(": ")
				.append(EventSignature.of(event, sender))
				.append(";\n");
		}
		return text.append("  }\n").toString();
	}

}
