package io.distributor.gateway;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

import io.netty.util.concurrent.EventExecutor;
import org.jspecify.annotations.Nullable;

import io.distributor.engine.namespace.Namespaces;
import io.distributor.link.Link;

/**
 * Finds sockets by namespace and id, and hears the broadcasts of the namespaces they are
 * in. May be used from any thread; only the coming and going of sockets of one namespace
 * takes a lock.
 */
final class SocketDirectory {

	private final ConcurrentMap<String, ServedNamespace> served = new ConcurrentHashMap<>();

	/** How many served namespaces each pattern has. */
	private final ConcurrentMap<String, Integer> patterns = new ConcurrentHashMap<>();

	private final Link link;

	private final Namespaces namespaces;

	private final Duration linger;

	private final int maxDynamic;

	private final List<NamespaceListener> listeners = new CopyOnWriteArrayList<>();

	SocketDirectory(Link link, Namespaces namespaces, Duration linger, int maxDynamic) {
		this.link = link;
		this.namespaces = namespaces;
		this.linger = linger;
		this.maxDynamic = maxDynamic;
	}

	/**
	 * Tells somebody from now on which namespaces have sockets.
	 */
	void listen(NamespaceListener listener) {
		this.listeners.add(listener);
	}

	@Nullable ServedNamespace namespace(String name) {
		return this.served.get(name);
	}

	@Nullable GatewaySocket find(String namespace, String socketId) {
		ServedNamespace found = this.served.get(namespace);
		return (found != null) ? found.socket(socketId) : null;
	}

	/**
	 * Returns the names of the namespaces in which there are sockets.
	 */
	Set<String> namespaces() {
		return this.served.keySet();
	}

	/**
	 * Returns the sockets of a namespace: those that are there when this method is
	 * called, and perhaps some that come meanwhile.
	 */
	Iterable<GatewaySocket> sockets(String namespace) {
		ServedNamespace found = this.served.get(namespace);
		return (found != null) ? found.sockets() : List.of();
	}

	/**
	 * Returns the event loop of any socket.
	 * @return the event loop, or {@code null} if there is no socket
	 */
	@Nullable EventExecutor anyExecutor() {
		for (ServedNamespace namespace : this.served.values()) {
			for (GatewaySocket socket : namespace.sockets()) {
				return socket.executor();
			}
		}
		return null;
	}

	/**
	 * Returns the number of namespaces in which there are sockets, or were just now.
	 */
	int size() {
		return this.served.size();
	}

	/**
	 * Returns whether a namespace that a pattern matches has sockets, or may have some.
	 */
	boolean hasRoomFor(String namespace) {
		return this.served.containsKey(namespace) || this.served.size() < this.maxDynamic;
	}

	/**
	 * Returns the namespaces with sockets that are owned by a pattern.
	 */
	List<ServedNamespace> servedBy(String pattern) {
		return this.served.values().stream().filter((served) -> pattern.equals(served.pattern())).toList();
	}

	/**
	 * Adds a socket; when this method returns, the broadcasts of its namespace are heard.
	 * @param socket the socket
	 * @param pattern the pattern by which its namespace is owned, or {@code null}
	 */
	void add(GatewaySocket socket, @Nullable String pattern) {
		this.served.compute(socket.namespace(), (name, known) -> {
			ServedNamespace entered = (known != null) ? known : serve(name, pattern);
			entered.enter(socket);
			return entered;
		});
	}

	private ServedNamespace serve(String name, @Nullable String pattern) {
		this.link.listen(name);
		this.listeners.forEach((listener) -> listener.onServed(name));
		if (pattern != null) {
			this.patterns.compute(pattern, (key, served) -> {
				if (served == null) {
					this.link.listen(pattern);
				}
				return (served != null) ? served + 1 : 1;
			});
		}
		return new ServedNamespace(this.namespaces.namespace(name), pattern);
	}

	private void end(String name, @Nullable String pattern) {
		this.link.unlisten(name);
		this.listeners.forEach((listener) -> listener.onEnded(name));
		if (pattern != null) {
			this.patterns.computeIfPresent(pattern, (key, served) -> {
				if (served == 1) {
					this.link.unlisten(pattern);
				}
				return (served == 1) ? null : served - 1;
			});
		}
	}

	/**
	 * Removes a socket. On its event loop.
	 * @param socket the socket
	 */
	void remove(GatewaySocket socket) {
		this.served.computeIfPresent(socket.namespace(), (name, left) -> {
			left.exit(socket);
			if (left.isEmpty()) {
				releaseLater(socket, left.arrivals());
			}
			return left;
		});
	}

	private void releaseLater(GatewaySocket last, long arrivals) {
		String name = last.namespace();
		try {
			last.executor().schedule(() -> release(name, arrivals), this.linger.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (RejectedExecutionException ex) {
			// The server has stopped, and the link is about to be closed.
		}
	}

	private void release(String name, long arrivals) {
		this.served.computeIfPresent(name, (key, left) -> {
			if (!left.isEmpty() || left.arrivals() != arrivals) {
				return left;
			}
			end(name, left.pattern());
			return null;
		});
	}

}
