package io.distributor.gateway;

import java.util.Set;

import io.distributor.link.presence.NamespacePattern;
import io.distributor.link.presence.OwnedNamespaces;

/**
 * Decides which namespaces clients may join. The first line that fits counts:
 *
 * <table>
 * <caption>What happens to a client that wants to join a namespace</caption>
 * <tr>
 * <th>condition</th>
 * <th>decision</th>
 * </tr>
 * <tr>
 * <td>this distributor is leaving</td>
 * <td>{@link Decision#LEAVE}: its connection is closed, it reconnects elsewhere</td>
 * </tr>
 * <tr>
 * <td>there is an allow-list and the namespace is not on it, or its name is a
 * pattern</td>
 * <td>{@link Decision#REFUSE}: {@code Invalid namespace}</td>
 * </tr>
 * <tr>
 * <td>the link is not up, or has just come up</td>
 * <td>{@link Decision#WAIT}: nobody knows yet which backends live</td>
 * </tr>
 * <tr>
 * <td>a live backend that does not drain owns the namespace</td>
 * <td>{@link Decision#ASK}: its home decides</td>
 * </tr>
 * <tr>
 * <td>the namespace is on the allow-list, or was owned before, or no backend at all is
 * known</td>
 * <td>{@link Decision#WAIT}: a backend may be starting</td>
 * </tr>
 * <tr>
 * <td>else</td>
 * <td>{@link Decision#REFUSE}: {@code Invalid namespace}</td>
 * </tr>
 * </table>
 *
 * Who waits longer than {@link GatewayOptions#backendWait()}, or comes when
 * {@link GatewayOptions#maxWaitingConnects()} wait already, is refused with
 * {@code No backend for namespace ...}. May be used from any thread.
 */
final class Admission {

	private final OwnedNamespaces allowed;

	private final boolean restricted;

	private final Backends backends;

	private volatile boolean leaving;

	Admission(Set<String> allowed, Backends backends) {
		this.allowed = OwnedNamespaces.of(allowed);
		this.restricted = !allowed.isEmpty();
		this.backends = backends;
	}

	/**
	 * Admits nobody from now on.
	 */
	void leave() {
		this.leaving = true;
	}

	boolean isLeaving() {
		return this.leaving;
	}

	Decision decide(String namespace, Topology topology) {
		if (this.leaving) {
			return Decision.LEAVE;
		}
		if (NamespacePattern.isPattern(namespace) || this.restricted && !this.allowed.owns(namespace)) {
			return Decision.REFUSE;
		}
		if (!topology.isComplete()) {
			return Decision.WAIT;
		}
		if (topology.hasHome(namespace)) {
			return Decision.ASK;
		}
		// A client that is refused does not come back; who knows no backend cannot tell.
		boolean possible = topology.isEmpty() || this.allowed.owns(namespace) || this.backends.everOwned(namespace);
		return possible ? Decision.WAIT : Decision.REFUSE;
	}

	/**
	 * What to do with a client.
	 */
	enum Decision {

		/** Ask its home. */
		ASK,

		/** Wait for a backend. */
		WAIT,

		/** Refuse it: there is no such namespace. */
		REFUSE,

		/** Send it elsewhere: this distributor is leaving. */
		LEAVE

	}

}
