package io.distributor.autoconfigure;

/**
 * What a process is, as {@code distributor.role} says.
 */
public enum Role {

	/** Holds client connections. */
	DISTRIBUTOR,

	/** Owns namespaces and handles their events. */
	BACKEND,

	/** Both in one process, over a link in memory: no Redis. */
	STANDALONE

}
