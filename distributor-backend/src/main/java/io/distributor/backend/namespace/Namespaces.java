package io.distributor.backend.namespace;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import io.distributor.backend.IndirectIo;
import io.distributor.backend.Namespace;
import io.distributor.link.presence.NodeId;
import org.jspecify.annotations.Nullable;

/**
 * The namespaces this instance owns. May be used from any thread.
 */
public final class Namespaces {

	private final NamespaceOutboxes outboxes;

	private final SocketFactory factory;

	private final SocketSlots slots;

	private final Runnable onAdded;

	private final BackendIo io;

	private final Map<String, BackendNamespace> namespaces = new ConcurrentHashMap<>();

	/**
	 * Creates the namespaces.
	 * @param names their names, at least one
	 * @param outboxes tell and ask distributors
	 * @param factory makes sockets
	 * @param slots how many sockets there may be
	 * @param onAdded called after a namespace was added later
	 */
	public Namespaces(List<String> names, NamespaceOutboxes outboxes, SocketFactory factory, SocketSlots slots,
			Runnable onAdded) {
		this.outboxes = outboxes;
		this.factory = factory;
		this.slots = slots;
		this.onAdded = onAdded;
		String first = names.get(0);
		this.io = new BackendIo(first, outboxes.of(first), factory, slots, this::of);
		this.namespaces.put(first, this.io);
		names.stream().skip(1).forEach((name) -> this.namespaces.put(name, create(name)));
	}

	/**
	 * Returns the first namespace.
	 * @return what applications work with
	 */
	public IndirectIo io() {
		return this.io;
	}

	/**
	 * Returns the names.
	 * @return the names, a snapshot
	 */
	public Set<String> names() {
		return Set.copyOf(this.namespaces.keySet());
	}

	/**
	 * Finds the sockets of a namespace.
	 * @param name its name
	 * @return the sockets, or {@code null} if this instance does not own it
	 */
	public @Nullable NamespaceSockets find(String name) {
		BackendNamespace namespace = this.namespaces.get(name);
		return (namespace != null) ? namespace.home() : null;
	}

	/**
	 * Finds the events between the instances of a namespace.
	 * @param name its name
	 * @return the events, or {@code null} if this instance does not own it
	 */
	public @Nullable ServerSideEvents serverSide(String name) {
		BackendNamespace namespace = this.namespaces.get(name);
		return (namespace != null) ? namespace.serverSide() : null;
	}

	/**
	 * Another backend instance is gone.
	 * @param peer the instance
	 */
	public void onPeerGone(NodeId peer) {
		this.namespaces.values().forEach((namespace) -> namespace.serverSide().onGone(peer));
	}

	/**
	 * Starts no further handler of events of other instances.
	 */
	public void freezeServerSide() {
		this.namespaces.values().forEach((namespace) -> namespace.serverSide().freeze());
	}

	/**
	 * Returns the sockets of every namespace.
	 * @return the sockets by namespace
	 */
	public Collection<NamespaceSockets> all() {
		return this.namespaces.values().stream().map(BackendNamespace::home).toList();
	}

	private Namespace of(String name) {
		String normalized = NamespaceName.normalize(name);
		BackendNamespace known = this.namespaces.get(normalized);
		if (known != null) {
			return known;
		}
		BackendNamespace added = create(normalized);
		BackendNamespace faster = this.namespaces.putIfAbsent(normalized, added);
		if (faster != null) {
			return faster;
		}
		this.onAdded.run();
		return added;
	}

	private BackendNamespace create(String name) {
		return new BackendNamespace(name, this.outboxes.of(name), this.factory, this.slots);
	}

}
