package io.distributor.contract.model;

import java.util.Set;

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

}
