package io.distributor.gateway;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.distributor.link.presence.Node;
import io.distributor.link.presence.NodeId;

/**
 * Which backends live and what they own, at one moment. Immutable.
 */
final class Topology {

	static final Topology UNKNOWN = new Topology(Map.of(), false);

	private final Map<NodeId, Node> backends;

	private final Map<String, Rendezvous> homes;

	private final boolean complete;

	/**
	 * Creates a topology.
	 * @param backends the live backends
	 * @param complete whether the link is up and has been long enough to know them all
	 */
	private Topology(Map<NodeId, Node> backends, boolean complete) {
		this.backends = backends;
		this.homes = homes(backends);
		this.complete = complete;
	}

	private static Map<String, Rendezvous> homes(Map<NodeId, Node> backends) {
		Map<String, List<NodeId>> owners = new HashMap<>();
		for (Node backend : backends.values()) {
			if (!backend.draining()) {
				backend.namespaces()
					.forEach((name) -> owners.computeIfAbsent(name, (key) -> new ArrayList<>()).add(backend.id()));
			}
		}
		Map<String, Rendezvous> homes = new HashMap<>();
		owners.forEach((name, nodes) -> homes.put(name, new Rendezvous(nodes)));
		return Map.copyOf(homes);
	}

	Topology with(Node backend) {
		Map<NodeId, Node> changed = new HashMap<>(this.backends);
		changed.put(backend.id(), backend);
		return new Topology(Map.copyOf(changed), this.complete);
	}

	Topology without(NodeId backend) {
		Map<NodeId, Node> changed = new HashMap<>(this.backends);
		changed.remove(backend);
		return new Topology(Map.copyOf(changed), this.complete);
	}

	Topology withoutAll() {
		return new Topology(Map.of(), this.complete);
	}

	Topology complete(boolean complete) {
		return new Topology(this.backends, complete);
	}

	/**
	 * Returns whether the link is up and has been long enough to know all live backends.
	 */
	boolean isComplete() {
		return this.complete;
	}

	boolean isEmpty() {
		return this.backends.isEmpty();
	}

	@Nullable Node backend(NodeId id) {
		return this.backends.get(id);
	}

	boolean isLive(NodeId backend) {
		return this.backends.containsKey(backend);
	}

	/**
	 * Returns whether a backend may be a home for sockets of a namespace: it owns it and
	 * does not drain.
	 */
	boolean isHomeFor(NodeId backend, String namespace) {
		Node node = this.backends.get(backend);
		return node != null && !node.draining() && node.namespaces().contains(namespace);
	}

	/**
	 * Returns whether new sockets of a namespace can have a home.
	 */
	boolean hasHome(String namespace) {
		return this.homes.containsKey(namespace);
	}

	/**
	 * Returns the home for a new socket: one of the backends that own its namespace and
	 * do not drain.
	 * @param namespace name of the namespace
	 * @param socketId public id of the socket
	 * @return the home, or {@code null} if there is none
	 */
	@Nullable NodeId homeFor(String namespace, String socketId) {
		Rendezvous nodes = this.homes.get(namespace);
		return (nodes != null) ? nodes.choose(socketId) : null;
	}

}
