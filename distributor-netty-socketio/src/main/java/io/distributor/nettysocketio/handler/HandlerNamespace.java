package io.distributor.nettysocketio.handler;

import java.util.Arrays;
import java.util.Collection;
import java.util.UUID;

import com.corundumstudio.socketio.AuthTokenListener;
import com.corundumstudio.socketio.BroadcastOperations;
import com.corundumstudio.socketio.SocketIOClient;
import com.corundumstudio.socketio.SocketIONamespace;
import com.corundumstudio.socketio.listener.ConnectListener;
import com.corundumstudio.socketio.listener.DataListener;
import com.corundumstudio.socketio.listener.DisconnectListener;
import com.corundumstudio.socketio.listener.EventInterceptor;
import com.corundumstudio.socketio.listener.MultiTypeEventListener;
import com.corundumstudio.socketio.listener.PingListener;
import com.corundumstudio.socketio.listener.PongListener;
import io.distributor.backend.Namespace;
import org.jspecify.annotations.Nullable;

/**
 * A namespace of a backend as one of netty-socketio. What is sent reaches clients on all
 * distributors; the clients it gives are those whose home is this instance. May be used
 * from any thread.
 */
final class HandlerNamespace implements SocketIONamespace {

	private final Namespace namespace;

	private final HandlerClients clients;

	HandlerNamespace(Namespace namespace, HandlerClients clients) {
		this.namespace = namespace;
		this.clients = clients;
	}

	@Override
	public String getName() {
		return this.namespace.name().equals("/") ? "" : this.namespace.name();
	}

	@Override
	public BroadcastOperations getBroadcastOperations() {
		return this.clients.selected(this.namespace, this.namespace, (socket) -> true);
	}

	@Override
	public BroadcastOperations getRoomOperations(String room) {
		return getRoomOperations(new String[] { room });
	}

	@Override
	public BroadcastOperations getRoomOperations(String... rooms) {
		return this.clients.selected(this.namespace, this.namespace.in(rooms),
				(socket) -> Arrays.stream(rooms).anyMatch(socket.rooms()::contains));
	}

	@Override
	public Collection<SocketIOClient> getAllClients() {
		return getBroadcastOperations().getClients();
	}

	@Override
	public @Nullable SocketIOClient getClient(UUID uuid) {
		String id = SessionIds.socketId(uuid);
		if (id != null) {
			return this.namespace.socket(id).map(this.clients::client).orElse(null);
		}
		return getAllClients().stream().filter((client) -> client.getSessionId().equals(uuid)).findAny().orElse(null);
	}

	// What handlers are registered by

	@Override
	public <T> void addEventListener(String eventName, Class<T> eventClass, DataListener<T> listener) {
		throw listeners("addEventListener", "@OnEvent, or Namespace.onEvent of IndirectIo");
	}

	@Override
	public void addMultiTypeEventListener(String eventName, MultiTypeEventListener listener, Class<?>... eventClass) {
		throw listeners("addMultiTypeEventListener", "@OnEvent, or Namespace.onEvent of IndirectIo");
	}

	@Override
	public void addEventInterceptor(EventInterceptor eventInterceptor) {
		throw listeners("addEventInterceptor", "Namespace.onAny of IndirectIo");
	}

	@Override
	public void addConnectListener(ConnectListener listener) {
		throw listeners("addConnectListener", "@OnConnect");
	}

	@Override
	public void addDisconnectListener(DisconnectListener listener) {
		throw listeners("addDisconnectListener", "@OnDisconnect");
	}

	@Override
	public void addAuthTokenListener(AuthTokenListener listener) {
		throw listeners("addAuthTokenListener", "Namespace.use of IndirectIo, which may refuse clients");
	}

	@Override
	@SuppressWarnings("deprecation")
	public void addPingListener(PingListener listener) {
		throw listeners("addPingListener", "nothing: heartbeats do not leave distributors");
	}

	@Override
	public void addPongListener(PongListener listener) {
		throw listeners("addPongListener", "nothing: heartbeats do not leave distributors");
	}

	@Override
	public void addListeners(Object listeners) {
		throw listeners("addListeners", "a bean with annotated methods");
	}

	@Override
	public <L> void addListeners(Iterable<L> listeners) {
		throw listeners("addListeners", "beans with annotated methods");
	}

	@Override
	public void addListeners(Object listeners, Class<?> listenersClass) {
		throw listeners("addListeners", "a bean with annotated methods");
	}

	@Override
	public void removeAllListeners(String eventName) {
		throw listeners("removeAllListeners", "Namespace.offEvent of IndirectIo");
	}

	private static UnsupportedOperationException listeners(String method, String instead) {
		return new UnsupportedOperationException(
				method + ": listeners are registered with the backend (use " + instead + ")");
	}

}
