package io.distributor.gateway;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

import org.jspecify.annotations.Nullable;

import io.distributor.engine.namespace.Namespace;
import io.distributor.link.message.Selection;

/**
 * A namespace of which this distributor holds sockets, be they connected or connecting.
 */
final class ServedNamespace {

	private final Namespace namespace;

	private final @Nullable String pattern;

	private final ConcurrentMap<String, GatewaySocket> sockets = new ConcurrentHashMap<>();

	/** How many sockets came in all; guarded, as the next, by {@link SocketDirectory}. */
	private long arrivals;

	private int present;

	/**
	 * Creates it.
	 * @param pattern the pattern by which it is owned, or {@code null}
	 */
	ServedNamespace(Namespace namespace, @Nullable String pattern) {
		this.namespace = namespace;
		this.pattern = pattern;
	}

	@Nullable String pattern() {
		return this.pattern;
	}

	Namespace namespace() {
		return this.namespace;
	}

	@Nullable GatewaySocket socket(String id) {
		return this.sockets.get(id);
	}

	/**
	 * Returns the socket that is selected by its id, also while it is connecting.
	 * @return the socket, or {@code null} if another number of sockets may be selected
	 */
	@Nullable GatewaySocket single(Selection selection) {
		boolean oneRoom = selection.rooms().size() == 1 && selection.except().isEmpty();
		GatewaySocket socket = oneRoom ? socket(selection.rooms().iterator().next()) : null;
		return (socket == null || socket.isGone()) ? null : socket;
	}

	Iterable<GatewaySocket> sockets() {
		return this.sockets.values();
	}

	void enter(GatewaySocket socket) {
		this.arrivals++;
		this.present++;
		this.sockets.put(socket.id(), socket);
	}

	void exit(GatewaySocket socket) {
		this.present--;
		this.sockets.remove(socket.id());
	}

	boolean isEmpty() {
		return this.present == 0;
	}

	long arrivals() {
		return this.arrivals;
	}

}
