package io.distributor.gateway;

import java.time.Duration;
import java.util.Set;

import io.distributor.link.presence.NamespacePattern;

/**
 * Limits and times of a {@link Gateway}. {@link #builder()} has all defaults.
 *
 * @param namespaces names and patterns of the only namespaces that clients may join;
 * empty: all that live backends own
 * @param backendWait how long a client that wants to join a namespace waits for its
 * answer, a backend to come included; positive
 * @param adoptionWait how long a socket whose home is gone waits for another one; then
 * its connection is closed, so that its client comes back; positive
 * @param maxWaitingConnects how many clients may wait for a backend to come; more are
 * refused at once; not negative
 * @param maxUnhandledEvents how many events of one socket its home may have left to
 * handle; with more, nothing is read from its client, or, if it has no home, its
 * connection is closed; positive
 * @param maxUnhandledBytes how many bytes the unhandled events of one socket may have;
 * with more, the same happens; positive
 * @param maxUnhandledTotal how many bytes of memory the unhandled events of all sockets
 * may take; with more, the same happens to each that sends one; positive
 * @param maxPendingAcks how many acknowledgements may be outstanding for one socket in
 * each direction; with more, the oldest is forgotten; positive
 * @param maxSocketData how many bytes of data homes may have kept for one socket; larger
 * data is not taken; not negative
 * @param maxSocketDataTotal how many bytes of data homes may have kept for all sockets
 * together; data beyond is not taken; positive
 * @param maxDepartedSockets how many sockets whose clients have left may wait for their
 * homes to handle the rest; one more is forgotten, so that nobody handles what its home
 * does not; not negative
 * @param namespaceLinger how long the broadcasts of a namespace are still heard after its
 * last socket has gone; not negative
 * @param admissionCheck looks at each client before its home is asked
 * @param maxDynamicNamespaces in how many namespaces there may be sockets for a client to
 * open another one that a pattern of a backend matches; positive
 */
public record GatewayOptions(Set<String> namespaces, Duration backendWait, Duration adoptionWait,
		int maxWaitingConnects, int maxUnhandledEvents, int maxUnhandledBytes, long maxUnhandledTotal,
		int maxPendingAcks, int maxSocketData, long maxSocketDataTotal, int maxDepartedSockets,
		Duration namespaceLinger, AdmissionCheck admissionCheck, int maxDynamicNamespaces) {

	/**
	 * Creates options.
	 * @throws IllegalArgumentException if a value is out of its range
	 */
	public GatewayOptions {
		namespaces = Set.copyOf(namespaces);
		for (String namespace : namespaces) {
			require(namespace.startsWith("/"), "namespaces", namespace, "to begin with a slash");
			if (NamespacePattern.isPattern(namespace)) {
				NamespacePattern.of(namespace);
			}
		}
		require(!backendWait.isNegative() && !backendWait.isZero(), "backendWait", backendWait, "> 0");
		require(!adoptionWait.isNegative() && !adoptionWait.isZero(), "adoptionWait", adoptionWait, "> 0");
		require(maxWaitingConnects >= 0, "maxWaitingConnects", maxWaitingConnects, ">= 0");
		require(maxUnhandledEvents > 0, "maxUnhandledEvents", maxUnhandledEvents, "> 0");
		require(maxUnhandledBytes > 0, "maxUnhandledBytes", maxUnhandledBytes, "> 0");
		require(maxUnhandledTotal > 0, "maxUnhandledTotal", maxUnhandledTotal, "> 0");
		require(maxPendingAcks > 0, "maxPendingAcks", maxPendingAcks, "> 0");
		require(maxSocketData >= 0, "maxSocketData", maxSocketData, ">= 0");
		require(maxSocketDataTotal > 0, "maxSocketDataTotal", maxSocketDataTotal, "> 0");
		require(maxDepartedSockets >= 0, "maxDepartedSockets", maxDepartedSockets, ">= 0");
		require(!namespaceLinger.isNegative(), "namespaceLinger", namespaceLinger, ">= 0");
		require(maxDynamicNamespaces > 0, "maxDynamicNamespaces", maxDynamicNamespaces, "> 0");
	}

	/**
	 * Returns the defaults, as those of {@link GatewayOptionsBuilder}.
	 * @return the defaults
	 */
	public static GatewayOptions defaults() {
		return builder().build();
	}

	/**
	 * Returns a builder with the defaults.
	 * @return the builder
	 */
	public static GatewayOptionsBuilder builder() {
		return new GatewayOptionsBuilder();
	}

	/**
	 * Returns a builder with these options.
	 * @return the builder
	 */
	public GatewayOptionsBuilder toBuilder() {
		return new GatewayOptionsBuilder().namespaces(this.namespaces)
			.backendWait(this.backendWait)
			.adoptionWait(this.adoptionWait)
			.maxWaitingConnects(this.maxWaitingConnects)
			.maxUnhandledEvents(this.maxUnhandledEvents)
			.maxUnhandledBytes(this.maxUnhandledBytes)
			.maxUnhandledTotal(this.maxUnhandledTotal)
			.maxPendingAcks(this.maxPendingAcks)
			.maxSocketData(this.maxSocketData)
			.maxSocketDataTotal(this.maxSocketDataTotal)
			.maxDepartedSockets(this.maxDepartedSockets)
			.namespaceLinger(this.namespaceLinger)
			.admissionCheck(this.admissionCheck)
			.maxDynamicNamespaces(this.maxDynamicNamespaces);
	}

	/**
	 * Returns these options with other namespaces.
	 * @param namespaces see {@link #namespaces()}
	 * @return the options
	 */
	public GatewayOptions withNamespaces(Set<String> namespaces) {
		return toBuilder().namespaces(namespaces).build();
	}

	/**
	 * Returns these options with another time to wait for a backend.
	 * @param backendWait see {@link #backendWait()}
	 * @return the options
	 */
	public GatewayOptions withBackendWait(Duration backendWait) {
		return toBuilder().backendWait(backendWait).build();
	}

	private static void require(boolean condition, String name, Object value, String expected) {
		if (!condition) {
			throw new IllegalArgumentException(name + ": " + value + " (expected: " + expected + ")");
		}
	}

}
