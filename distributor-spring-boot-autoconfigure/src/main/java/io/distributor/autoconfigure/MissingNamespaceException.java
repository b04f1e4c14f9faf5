package io.distributor.autoconfigure;

/**
 * A backend has no namespace.
 */
public class MissingNamespaceException extends RuntimeException {

	MissingNamespaceException() {
		super("distributor.backend.namespace: not set (expected: at least one namespace)");
	}

}
