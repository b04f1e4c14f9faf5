package io.distributor.gateway;

import java.util.function.Predicate;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.distributor.link.presence.Departure;
import io.distributor.link.presence.Node;
import io.distributor.link.presence.NodeId;

/**
 * Keeps track of the backends and tells sockets what becomes of their homes. Used by the
 * thread of the link only; sockets learn it on their event loops, after everything that
 * the backend in question had said before.
 */
final class HomeChanges {

	private static final Logger logger = LoggerFactory.getLogger(HomeChanges.class);

	private final GatewayParts parts;

	HomeChanges(GatewayParts parts) {
		this.parts = parts;
	}

	/**
	 * A backend appeared or changed.
	 */
	void update(Node backend) {
		release(backend.id(), this.parts.backends().update(backend));
		wakeAll();
	}

	/**
	 * A backend does not want a socket that it was given: it is leaving, and what it
	 * announced of that is still on its way. No socket goes there until it says
	 * otherwise.
	 */
	void leavesUnannounced(NodeId id, String namespace) {
		Topology topology = this.parts.backends().topology();
		Node backend = topology.backend(id);
		if (backend != null && topology.isHomeFor(id, namespace)) {
			update(new Node(id, backend.role(), backend.name(), backend.namespaces(), true));
		}
	}

	private void release(NodeId backend, Predicate<String> lost) {
		for (String namespace : this.parts.directory().namespaces()) {
			if (!lost.test(namespace)) {
				continue;
			}
			for (GatewaySocket socket : this.parts.directory().sockets(namespace)) {
				socket.execute(() -> socket.homes().release(backend));
			}
		}
	}

	/**
	 * A backend is gone. If that is because this distributor was taken for dead, all
	 * others are gone as well, and are about to be reported.
	 */
	void remove(Node backend, Departure departure) {
		if (departure == Departure.FENCED) {
			removeAll();
		}
		else {
			remove(backend.id(), departure);
		}
		wakeAll();
	}

	private void remove(NodeId id, Departure departure) {
		Node backend = this.parts.backends().remove(id);
		if (backend == null) {
			return;
		}
		RollCall lost = new RollCall((sockets) -> reportGone(backend, departure, sockets));
		for (String namespace : this.parts.directory().namespaces()) {
			lost.visit(this.parts.directory().sockets(namespace), (socket) -> socket.homes().lose(id));
		}
		lost.end();
	}

	private void reportGone(Node backend, Departure departure, int lost) {
		int released = this.parts.releases().take(backend.id());
		if (departure == Departure.GOODBYE && lost == 0) {
			logger.info("Backend {} ({}) has left and released {} sockets", backend.name(), backend.id(), released);
		}
		else {
			logger.warn(
					"Backend {} ({}) was lost by {} with {} sockets: "
							+ "other backends get them with what may not have been handled; it had released {} before",
					backend.name(), backend.id(), departure, lost, released);
		}
	}

	private void removeAll() {
		if (!this.parts.backends().removeAll()) {
			return;
		}
		RollCall fenced = new RollCall((sockets) -> logger
			.warn("This distributor was taken for dead by others: closed the connections of {} sockets, "
					+ "their clients reconnect", sockets));
		for (String namespace : this.parts.directory().namespaces()) {
			fenced.visit(this.parts.directory().sockets(namespace), GatewaySocket::onFenced);
		}
		fenced.end();
	}

	/**
	 * The link is up and has been long enough to know all backends, or it is down.
	 */
	void complete(boolean complete) {
		this.parts.backends().complete(complete);
		if (complete) {
			wakeAll();
		}
	}

	private void wakeAll() {
		this.parts.waiting().wakeAll();
		this.parts.homeless().wakeAll();
	}

}
