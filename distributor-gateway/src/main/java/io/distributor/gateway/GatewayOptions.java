package io.distributor.gateway;

import java.time.Duration;
import java.util.Set;

/**
 * Limits and times of a {@link Gateway}.
 *
 * @param namespaces names of the only namespaces that clients may join; empty: all that
 * live backends own
 * @param backendWait how long a client that wants to join a namespace waits for its
 * answer, a backend to come included; positive
 * @param maxWaitingConnects how many clients may wait for a backend to come; more are
 * refused at once; not negative
 * @param maxUnhandledEvents how many events of one socket its home may have left to
 * handle; with more, nothing is read from its client; positive
 * @param maxUnhandledBytes how many bytes the unhandled events of one socket may have;
 * with more, nothing is read from its client; positive
 * @param maxPendingAcks how many acknowledgements may be outstanding for one socket in
 * each direction; with more, the oldest is forgotten; positive
 * @param namespaceLinger how long the broadcasts of a namespace are still heard after its
 * last socket has gone; not negative
 */
public record GatewayOptions(Set<String> namespaces, Duration backendWait, int maxWaitingConnects,
		int maxUnhandledEvents, int maxUnhandledBytes, int maxPendingAcks, Duration namespaceLinger) {

	private static final GatewayOptions DEFAULTS = new GatewayOptions(Set.of(), Duration.ofSeconds(10), 10_000, 1_000,
			1024 * 1024, 1_000, Duration.ofSeconds(10));

	/**
	 * Creates options.
	 * @throws IllegalArgumentException if a value is out of its range
	 */
	public GatewayOptions {
		namespaces = Set.copyOf(namespaces);
		for (String namespace : namespaces) {
			require(namespace.startsWith("/"), "namespaces", namespace, "to begin with a slash");
		}
		require(!backendWait.isNegative() && !backendWait.isZero(), "backendWait", backendWait, "> 0");
		require(maxWaitingConnects >= 0, "maxWaitingConnects", maxWaitingConnects, ">= 0");
		require(maxUnhandledEvents > 0, "maxUnhandledEvents", maxUnhandledEvents, "> 0");
		require(maxUnhandledBytes > 0, "maxUnhandledBytes", maxUnhandledBytes, "> 0");
		require(maxPendingAcks > 0, "maxPendingAcks", maxPendingAcks, "> 0");
		require(!namespaceLinger.isNegative(), "namespaceLinger", namespaceLinger, ">= 0");
	}

	/**
	 * Returns the defaults: any namespace, 10 s, 10 000 waiting, 1 000 events or 1 MiB
	 * unhandled, 1 000 acknowledgements, 10 s.
	 * @return the defaults
	 */
	public static GatewayOptions defaults() {
		return DEFAULTS;
	}

	/**
	 * Returns these options with other namespaces.
	 * @param namespaces see {@link #namespaces()}
	 * @return the options
	 */
	public GatewayOptions withNamespaces(Set<String> namespaces) {
		return new GatewayOptions(namespaces, this.backendWait, this.maxWaitingConnects, this.maxUnhandledEvents,
				this.maxUnhandledBytes, this.maxPendingAcks, this.namespaceLinger);
	}

	/**
	 * Returns these options with another time to wait for a backend.
	 * @param backendWait see {@link #backendWait()}
	 * @return the options
	 */
	public GatewayOptions withBackendWait(Duration backendWait) {
		return new GatewayOptions(this.namespaces, backendWait, this.maxWaitingConnects, this.maxUnhandledEvents,
				this.maxUnhandledBytes, this.maxPendingAcks, this.namespaceLinger);
	}

	private static void require(boolean condition, String name, Object value, String expected) {
		if (!condition) {
			throw new IllegalArgumentException(name + ": " + value + " (expected: " + expected + ")");
		}
	}

}
