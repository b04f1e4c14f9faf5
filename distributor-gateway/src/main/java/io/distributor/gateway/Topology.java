package io.distributor.gateway;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import io.distributor.link.presence.NamespacePattern;
import io.distributor.link.presence.Node;
import io.distributor.link.presence.NodeId;
import io.distributor.link.presence.OwnedNamespaces;

/**
 * Which backends live and what they own, at one moment. Immutable.
 */
final class Topology {

	static final Topology UNKNOWN = new Topology(Map.of(), false);

	private final Map<NodeId, Node> backends;

	private final Map<NodeId, OwnedNamespaces> owned;

	private final OwnedNamespaces namespaces;

	/** By name or pattern. */
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
		this.namespaces = OwnedNamespaces.of(this.homes.keySet());
		this.owned = backends.values()
			.stream()
			.filter((backend) -> !backend.draining())
			.collect(Collectors.toUnmodifiableMap(Node::id, (backend) -> OwnedNamespaces.of(backend.namespaces())));
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

	/**
	 * Returns the pattern by which a namespace is owned.
	 * @return the pattern, or {@code null} if it is owned by its name or not at all
	 */
	@Nullable String patternOf(String namespace) {
		String owner = this.namespaces.owner(namespace);
		return (owner != null && NamespacePattern.isPattern(owner)) ? owner : null;
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
		OwnedNamespaces owned = this.owned.get(backend);
		return owned != null && owned.owns(namespace);
	}

	/**
	 * Returns whether new sockets of a namespace can have a home.
	 */
	boolean hasHome(String namespace) {
		return this.namespaces.owns(namespace);
	}

	/**
	 * Returns the home for a new socket: one of the backends that own its namespace and
	 * do not drain.
	 * @param namespace name of the namespace
	 * @param socketId public id of the socket
	 * @return the home, or {@code null} if there is none
	 */
	@Nullable NodeId homeFor(String namespace, String socketId) {
		String owner = this.namespaces.owner(namespace);
		Rendezvous nodes = (owner != null) ? this.homes.get(owner) : null;
		return (nodes != null) ? nodes.choose(socketId) : null;
	}

}
