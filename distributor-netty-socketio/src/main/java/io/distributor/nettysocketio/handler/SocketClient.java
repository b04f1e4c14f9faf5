package io.distributor.nettysocketio.handler;

import java.net.SocketAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;

import com.corundumstudio.socketio.AckCallback;
import com.corundumstudio.socketio.HandshakeData;
import com.corundumstudio.socketio.SocketIOClient;
import com.corundumstudio.socketio.SocketIONamespace;
import com.corundumstudio.socketio.Transport;
import com.corundumstudio.socketio.protocol.EngineIOVersion;
import com.corundumstudio.socketio.protocol.Packet;
import io.distributor.backend.Socket;
import io.distributor.backend.SocketOperator;
import org.jspecify.annotations.Nullable;

/**
 * A socket as a client of netty-socketio. May be used from any thread.
 */
final class SocketClient implements SocketIOClient {

	private static final int NO_TIMEOUT = -1;

	private final Socket socket;

	private final HandlerClients clients;

	SocketClient(Socket socket, HandlerClients clients) {
		this.socket = socket;
		this.clients = clients;
	}

	static String socketId(SocketIOClient client) {
		if (client instanceof SocketClient known) {
			return known.socket.id();
		}
		throw new IllegalArgumentException(
				"client: " + client.getClass().getName() + " (expected: one that a handler of this backend was given)");
	}

	static UnsupportedOperationException packets() {
		return new UnsupportedOperationException(
				"send: packets are made by distributors (use sendEvent, or AckRequest.sendAckData)");
	}

	@Override
	public UUID getSessionId() {
		return SessionIds.uuid(this.socket.id());
	}

	@Override
	public HandshakeData getHandshakeData() {
		return new ClientHandshake(this.socket.handshake());
	}

	@Override
	public SocketAddress getRemoteAddress() {
		return ClientHandshake.address(this.socket.handshake().address());
	}

	@Override
	public Transport getTransport() {
		return Transport.valueOf(this.socket.handshake().transport().toUpperCase(Locale.ROOT));
	}

	@Override
	public EngineIOVersion getEngineIOVersion() {
		return EngineIOVersion.fromValue(Integer.toString(this.socket.handshake().protocol()));
	}

	@Override
	public SocketIONamespace getNamespace() {
		return this.clients.namespace(this.socket.namespace());
	}

	@Override
	public boolean isChannelOpen() {
		return this.socket.isConnected();
	}

	@Override
	public boolean isWritable() {
		return this.socket.isConnected();
	}

	// What the client gets

	@Override
	public void sendEvent(String name, Object... data) {
		this.socket.emit(name, this.clients.json().plainArguments(Arrays.asList(data)));
	}

	@Override
	public void sendEvent(String name, AckCallback<?> ackCallback, Object... data) {
		int seconds = ackCallback.getTimeout();
		SocketOperator operator = (seconds != NO_TIMEOUT) ? this.socket.timeout(Duration.ofSeconds(seconds))
				: this.socket;
		operator.emitWithAck(name, this.clients.json().plainArguments(Arrays.asList(data)))
			.whenComplete(new CallbackAnswer<>(ackCallback, this.clients.json()));
	}

	@Override
	public void send(Packet packet) {
		throw packets();
	}

	@Override
	public void send(Packet packet, AckCallback<?> ackCallback) {
		throw packets();
	}

	@Override
	public void disconnect() {
		this.socket.disconnect();
	}

	// Rooms

	@Override
	public void joinRoom(String room) {
		Requests.begun(this.socket.join(room));
	}

	@Override
	public void joinRooms(Set<String> rooms) {
		Requests.begun(this.socket.join(rooms.toArray(String[]::new)));
	}

	@Override
	public void leaveRoom(String room) {
		Requests.begun(this.socket.leave(room));
	}

	@Override
	public void leaveRooms(Set<String> rooms) {
		Requests.begun(this.socket.leave(rooms.toArray(String[]::new)));
	}

	@Override
	public Set<String> getAllRooms() {
		Set<String> rooms = new HashSet<>(this.socket.rooms());
		rooms.remove(this.socket.id());
		return rooms;
	}

	@Override
	public int getCurrentRoomSize(String room) {
		return Requests.count(this.socket.namespace().in(room).count());
	}

	// Store

	@Override
	public void set(String key, Object value) {
		this.clients.store(this.socket).set(key, value);
	}

	@Override
	public <T> @Nullable T get(String key) {
		return this.clients.store(this.socket).get(key);
	}

	@Override
	public boolean has(String key) {
		return this.clients.store(this.socket).has(key);
	}

	@Override
	public void del(String key) {
		this.clients.store(this.socket).del(key);
	}

	@Override
	public boolean equals(Object other) {
		return other instanceof SocketClient client && client.socket.id().equals(this.socket.id())
				&& client.socket.namespace().name().equals(this.socket.namespace().name());
	}

	@Override
	public int hashCode() {
		return this.socket.id().hashCode();
	}

	@Override
	public String toString() {
		return this.socket.toString();
	}

}
