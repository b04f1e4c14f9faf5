package io.distributor.backend.namespace;

/**
 * What became of a socket's way into a namespace.
 */
public enum Entry {

	/** There is the namespace. */
	ENTERED,

	/** This instance does not own it. */
	UNKNOWN,

	/** A pattern matches it, but there are as many such namespaces as may be. */
	FULL

}
