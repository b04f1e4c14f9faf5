package io.distributor.link.presence;

/**
 * What a node is on the link.
 */
public enum NodeRole {

	/** Holds client connections. */
	DISTRIBUTOR,

	/** Owns namespaces. */
	BACKEND

}
