package io.distributor.gateway;

import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.distributor.link.presence.Node;
import io.distributor.link.presence.NodeId;

/**
 * Follows the live backends. Changed by the thread of the link only, read by any.
 */
final class Backends {

	private static final Logger logger = LoggerFactory.getLogger(Backends.class);

	private static final int MAX_REMEMBERED = 10_000;

	private final Set<String> everOwned = ConcurrentHashMap.newKeySet();

	private volatile Topology topology = Topology.UNKNOWN;

	/**
	 * Returns which backends live now.
	 */
	Topology topology() {
		return this.topology;
	}

	/**
	 * Returns whether any backend has ever owned a namespace. The first 10 000 names are
	 * remembered.
	 */
	boolean everOwned(String namespace) {
		return this.everOwned.contains(namespace);
	}

	/**
	 * A backend appeared or changed.
	 * @param backend the backend
	 * @return namespaces it owned until now and owns no more
	 */
	Set<String> update(Node backend) {
		Topology before = this.topology;
		Node known = before.backend(backend.id());
		backend.namespaces()
			.stream()
			.filter((name) -> this.everOwned.size() < MAX_REMEMBERED)
			.forEach(this.everOwned::add);
		this.topology = before.with(backend);
		Set<String> lost = (known != null) ? new HashSet<>(known.namespaces()) : new HashSet<>();
		lost.removeAll(backend.namespaces());
		if (known == null || !known.equals(backend)) {
			logger.info("Backend {} ({}) {} {}", backend.name(), backend.id(), backend.draining() ? "drains" : "owns",
					backend.namespaces());
		}
		reportOrphans(before, known);
		return lost;
	}

	/**
	 * A backend is gone.
	 * @param backend the backend
	 * @return namespaces it owned
	 */
	Set<String> remove(NodeId backend) {
		Topology before = this.topology;
		Node known = before.backend(backend);
		if (known == null) {
			return Set.of();
		}
		this.topology = before.without(backend);
		reportOrphans(before, known);
		return known.namespaces();
	}

	void complete(boolean complete) {
		this.topology = this.topology.complete(complete);
	}

	private void reportOrphans(Topology before, @Nullable Node changed) {
		if (changed == null) {
			return;
		}
		for (String namespace : changed.namespaces()) {
			if (before.hasHome(namespace) && !this.topology.hasHome(namespace)) {
				logger.warn("No backend takes clients of namespace {} any more: start one; new clients wait for it",
						namespace);
			}
		}
	}

}
