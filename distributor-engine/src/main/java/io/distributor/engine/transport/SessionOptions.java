package io.distributor.engine.transport;

import java.time.Duration;
import java.util.Set;

import io.distributor.engine.compression.CompressionOptions;
import io.distributor.engine.limit.SessionLimits;
import io.distributor.engine.session.TransportType;

/**
 * Rules of sessions.
 *
 * @param pingInterval time between an answered ping and the next one, positive
 * @param pingTimeout time a client has for the answer to a ping, positive
 * @param upgradeTimeout time a client has from opening a websocket to completing the
 * upgrade, positive
 * @param maxPayload largest POST body and largest websocket message of a client, in
 * bytes, positive
 * @param maxPacketsPerPayload number of packets allowed in a POST body, positive
 * @param maxFragments number of frames allowed in a websocket message, positive
 * @param messageTimeout time in which the next piece of a websocket message that was
 * begun has to come, positive
 * @param maxIncompleteBytes bytes of request bodies and of websocket messages that all
 * clients together may have begun and not completed, positive
 * @param maxOutboundBytes bytes that may wait for a client to read them, positive; a
 * message that does not fit is dropped if it is volatile, else the session is closed
 * @param maxOutboundTotalBytes bytes that may wait for all clients together, positive;
 * beyond, volatile messages are dropped, then the sessions closed that have most waiting
 * @param limits numbers of sessions allowed
 * @param transports transports a client may use, not empty
 * @param allowUpgrades whether a client may upgrade from polling to a websocket
 * @param allowRevision3 whether clients of revision 3 of the protocol may connect
 * @param compression what is compressed for clients that ask for it
 */
public record SessionOptions(Duration pingInterval, Duration pingTimeout, Duration upgradeTimeout, int maxPayload,
		int maxPacketsPerPayload, int maxFragments, Duration messageTimeout, long maxIncompleteBytes,
		int maxOutboundBytes, long maxOutboundTotalBytes, SessionLimits limits, Set<TransportType> transports,
		boolean allowUpgrades, boolean allowRevision3, CompressionOptions compression) {

	public SessionOptions {
		requirePositive("pingInterval", pingInterval);
		requirePositive("pingTimeout", pingTimeout);
		requirePositive("upgradeTimeout", upgradeTimeout);
		requirePositive("maxPayload", maxPayload);
		requirePositive("maxPacketsPerPayload", maxPacketsPerPayload);
		requirePositive("maxFragments", maxFragments);
		requirePositive("messageTimeout", messageTimeout);
		requirePositive("maxIncompleteBytes", maxIncompleteBytes);
		requirePositive("maxOutboundBytes", maxOutboundBytes);
		requirePositive("maxOutboundTotalBytes", maxOutboundTotalBytes);
		transports = Set.copyOf(transports);
		if (transports.isEmpty()) {
			throw new IllegalArgumentException("transports: none (expected: polling, websocket or both)");
		}
	}

	private static void requirePositive(String name, Duration value) {
		if (value.isNegative() || value.isZero()) {
			throw new IllegalArgumentException(name + ": " + value + " (expected: > 0)");
		}
	}

	private static void requirePositive(String name, long value) {
		if (value <= 0) {
			throw new IllegalArgumentException(name + ": " + value + " (expected: > 0)");
		}
	}

	/**
	 * Returns whether a revision of the protocol is spoken.
	 * @param revision the revision
	 * @return whether clients may use it
	 */
	public boolean allowsRevision(int revision) {
		return revision == 4 || (revision == 3 && this.allowRevision3);
	}

	/**
	 * Returns how long a session that lives may say nothing.
	 * @return the time until a ping and its answer are due
	 */
	public Duration longestSilence() {
		return this.pingInterval.plus(this.pingTimeout);
	}

	boolean upgradesToWebSocket() {
		return this.allowUpgrades && this.transports.contains(TransportType.WEBSOCKET);
	}

}
