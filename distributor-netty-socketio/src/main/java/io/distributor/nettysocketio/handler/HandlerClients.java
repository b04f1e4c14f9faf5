package io.distributor.nettysocketio.handler;

import java.util.Collection;
import java.util.function.Predicate;

import com.corundumstudio.socketio.SocketIOClient;
import com.corundumstudio.socketio.SocketIONamespace;
import io.distributor.backend.BroadcastOperator;
import io.distributor.backend.Namespace;
import io.distributor.backend.Socket;

/**
 * Shows sockets and namespaces of a backend as netty-socketio does. May be used from any
 * thread.
 */
public final class HandlerClients {

	private final HandlerJson json;

	private final StoredTypes storedTypes;

	/**
	 * Creates it.
	 * @param json converts what is sent and received
	 * @param storedTypes types of values that may be kept in the store of a client
	 */
	public HandlerClients(HandlerJson json, StoredTypes storedTypes) {
		this.json = json;
		this.storedTypes = storedTypes;
	}

	/**
	 * Returns a socket as a client.
	 * @param socket the socket
	 * @return the client; equal to every other one of the same socket
	 */
	public SocketIOClient client(Socket socket) {
		return new SocketClient(socket, this);
	}

	/**
	 * Returns a namespace.
	 * @param namespace the namespace
	 * @return the namespace; registers no listeners
	 */
	public SocketIONamespace namespace(Namespace namespace) {
		return new HandlerNamespace(namespace, this);
	}

	HandlerJson json() {
		return this.json;
	}

	ClientStore store(Socket socket) {
		return new ClientStore(socket.data(), this.json, this.storedTypes);
	}

	/**
	 * Returns what sends to some clients of a namespace.
	 * @param operator selects them on all distributors
	 * @param here selects those whose home is this instance
	 */
	SelectedClients selected(Namespace namespace, BroadcastOperator operator, Predicate<Socket> here) {
		return new SelectedClients(operator, () -> clients(namespace, here), this.json);
	}

	private Collection<SocketIOClient> clients(Namespace namespace, Predicate<Socket> here) {
		return namespace.sockets().stream().filter(here).map(this::client).toList();
	}

}
