package io.distributor.gateway;

/**
 * How long, or with how much, a socket may be without a home before its connection is
 * closed.
 */
public enum HomelessLimit {

	/** {@link GatewayOptions#adoptionWait()}. */
	AGE,

	/** {@link GatewayOptions#maxUnhandledEvents()}. */
	EVENTS,

	/** {@link GatewayOptions#maxUnhandledBytes()}. */
	BYTES,

	/** {@link GatewayOptions#maxUnhandledTotal()}. */
	TOTAL

}
