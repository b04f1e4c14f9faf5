package io.distributor.gateway;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
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

	private final Link link;

	private final Namespaces namespaces;

	private final Duration linger;

	SocketDirectory(Link link, Namespaces namespaces, Duration linger) {
		this.link = link;
		this.namespaces = namespaces;
		this.linger = linger;
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
	 * Adds a socket; when this method returns, the broadcasts of its namespace are heard.
	 * @param socket the socket
	 */
	void add(GatewaySocket socket) {
		this.served.compute(socket.namespace(), (name, known) -> {
			ServedNamespace entered = (known != null) ? known : serve(name);
			entered.enter(socket);
			return entered;
		});
	}

	private ServedNamespace serve(String name) {
		this.link.listen(name);
		return new ServedNamespace(this.namespaces.namespace(name));
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
			this.link.unlisten(name);
			return null;
		});
	}

}
