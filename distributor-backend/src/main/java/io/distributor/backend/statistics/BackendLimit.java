package io.distributor.backend.statistics;

/**
 * The limits of a backend beyond which somebody is refused. Each time is counted.
 */
public enum BackendLimit {

	/** Sockets: a client was refused. */
	SOCKETS,

	/** Namespaces that match patterns and have sockets: a client was refused. */
	NAMESPACES,

	/** Namespaces that an instance owns: the application got no other one. */
	OWNED_NAMESPACES,

	/** Acknowledgements that one socket owes: nothing was sent. */
	SOCKET_ACKS,

	/** Acknowledgements that all clients owe: nothing was sent, or a broadcast failed. */
	ACKS,

	/** Requests that distributors and other instances owe: nothing was sent. */
	REQUESTS

}
