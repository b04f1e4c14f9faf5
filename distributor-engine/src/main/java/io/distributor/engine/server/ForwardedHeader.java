package io.distributor.engine.server;

/**
 * Where a trusted proxy says for whom it speaks. Only one is read: most proxies set one
 * and pass on whatever a client wrote into the other.
 */
public enum ForwardedHeader {

	/**
	 * {@code X-Forwarded-For}, {@code X-Forwarded-Proto} and {@code X-Forwarded-Host}.
	 */
	X_FORWARDED,

	/** {@code Forwarded} of RFC 7239. */
	FORWARDED

}
