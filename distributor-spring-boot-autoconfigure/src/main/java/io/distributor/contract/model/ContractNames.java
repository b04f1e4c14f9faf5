package io.distributor.contract.model;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Names in documents that are not those of Java types.
 */
public final class ContractNames {

	/**
	 * Name of the type of what an acknowledgement gets when the handler failed.
	 */
	public static final String ERROR = "HandlerError";

	/**
	 * Name of the type of binary.
	 */
	public static final String BINARY = "Binary";

	private static final Set<String> RESERVED = Set.of(ERROR, BINARY, "ArrayBuffer", "Uint8Array", "any", "unknown",
			"never", "void", "null", "undefined", "string", "number", "boolean", "bigint", "symbol", "object", "true",
			"false");

	private ContractNames() {
	}

	/**
	 * Returns the names that no type may have because they mean something else.
	 * @return the names
	 */
	public static Set<String> reserved() {
		return RESERVED;
	}

	/**
	 * Makes an identifier of the name of a namespace: {@code /chat-room} is
	 * {@code ChatRoom}, and {@code /} is {@code Main}.
	 * @param namespace the name, beginning with a slash
	 * @return the identifier
	 */
	public static String ofNamespace(String namespace) {
		String name = Arrays.stream(namespace.split("[^\\p{Alnum}]+"))
			.filter((word) -> !word.isEmpty())
			.map((word) -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
			.collect(Collectors.joining());
		if (name.isEmpty()) {
			return "Main";
		}
		return Character.isDigit(name.charAt(0)) ? "N" + name : name;
	}

}
