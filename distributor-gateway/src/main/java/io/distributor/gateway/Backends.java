package io.distributor.gateway;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.distributor.link.presence.Node;
import io.distributor.link.presence.NodeId;
import io.distributor.link.presence.OwnedNamespaces;

/**
 * Follows the live backends. Changed by the thread of the link only, read by any.
 */
final class Backends {

	private static final Logger logger = LoggerFactory.getLogger(Backends.class);

	private static final int MAX_REMEMBERED = 10_000;

	private final Set<String> everOwned = new HashSet<>();

	private volatile OwnedNamespaces remembered = OwnedNamespaces.NONE;

	private volatile Topology topology = Topology.UNKNOWN;

	/**
	 * Returns which backends live now.
	 */
	Topology topology() {
		return this.topology;
	}

	/**
	 * Returns whether any backend has ever owned a namespace. The first 10 000 names and
	 * patterns are remembered.
	 */
	boolean everOwned(String namespace) {
		return this.remembered.owns(namespace);
	}

	/**
	 * A backend appeared or changed.
	 * @param backend the backend
	 * @return which namespaces it may be a home for no more
	 */
	Predicate<String> update(Node backend) {
		Topology before = this.topology;
		Node known = before.backend(backend.id());
		remember(backend);
		Topology after = before.with(backend);
		this.topology = after;
		if (known == null || !known.equals(backend)) {
			logger.info("Backend {} ({}) {} {}", backend.name(), backend.id(), backend.draining() ? "drains" : "owns",
					backend.namespaces());
		}
		reportServed(before, backend);
		if (known == null) {
			return (namespace) -> false;
		}
		reportOrphans(before, known);
		return (namespace) -> before.isHomeFor(backend.id(), namespace) && !after.isHomeFor(backend.id(), namespace);
	}

	private void remember(Node backend) {
		int before = this.everOwned.size();
		backend.namespaces()
			.stream()
			.filter((name) -> this.everOwned.size() < MAX_REMEMBERED)
			.forEach(this.everOwned::add);
		if (this.everOwned.size() > before) {
			this.remembered = OwnedNamespaces.of(this.everOwned);
		}
	}

	/**
	 * A backend is gone.
	 * @param id its id
	 * @return the backend as it was, or {@code null} if it was not known
	 */
	@Nullable Node remove(NodeId id) {
		Topology before = this.topology;
		Node known = before.backend(id);
		if (known != null) {
			this.topology = before.without(id);
			reportOrphans(before, known);
		}
		return known;
	}

	/**
	 * All backends are gone.
	 * @return whether there was one
	 */
	boolean removeAll() {
		Topology before = this.topology;
		this.topology = before.withoutAll();
		return !before.isEmpty();
	}

	void complete(boolean complete) {
		this.topology = this.topology.complete(complete);
	}

	private void reportServed(Topology before, Node changed) {
		for (String namespace : changed.namespaces()) {
			if (!before.hasHome(namespace) && this.topology.hasHome(namespace)) {
				logger.info("Namespace {} has a backend", namespace);
			}
		}
	}

	private void reportOrphans(Topology before, Node changed) {
		for (String namespace : changed.namespaces()) {
			if (before.hasHome(namespace) && !this.topology.hasHome(namespace)) {
				logger.warn("No backend takes clients of namespace {} any more: start one; "
						+ "its clients and new ones wait for it", namespace);
			}
		}
	}

}
