package io.distributor.interop.siod;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

import io.distributor.interop.siod.ToBackendMessage.ClientMessage;
import io.distributor.interop.siod.ToBackendMessage.Disconnect;
import io.distributor.interop.siod.ToBackendMessage.NewConnection;
import io.distributor.link.message.SocketConnect;
import io.distributor.link.message.SocketDisconnect;
import io.distributor.link.message.SocketEvent;
import io.distributor.link.message.SocketHandshake;
import io.distributor.link.message.UserRoom;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The clients of one namespace that are behind distributors of the original. Used by the
 * worker.
 */
final class OriginalClients {

	private static final Logger logger = LoggerFactory.getLogger(OriginalClients.class);

	/** What an event takes beside its payload. */
	private static final int EVENT_BYTES = 256;

	private static final int PROTOCOL = 3;

	private final String namespace;

	private final SiodOptions options;

	private final LocalSender backend;

	private final RemoteCalls calls;

	private final LongSupplier adoptions;

	private final SiodCounters counters;

	private final BridgedRooms rooms = new BridgedRooms();

	private final Map<String, BridgedSocket> sockets = new HashMap<>();

	private boolean leaving;

	OriginalClients(String namespace, SiodOptions options, LocalSender backend, RemoteCalls calls,
			LongSupplier adoptions, SiodCounters counters) {
		this.namespace = namespace;
		this.options = options;
		this.backend = backend;
		this.calls = calls;
		this.adoptions = adoptions;
		this.counters = counters;
	}

	/**
	 * Returns the rooms, which may be asked from any thread.
	 */
	BridgedRooms rooms() {
		return this.rooms;
	}

	/**
	 * Finds one life of a socket.
	 */
	@Nullable BridgedSocket find(String id, long adoption) {
		BridgedSocket socket = this.sockets.get(id);
		return (socket != null && socket.adoption() == adoption) ? socket : null;
	}

	// What distributors of the original say

	void hear(ToBackendMessage message) {
		BridgedSocket known = this.sockets.get(message.socketId());
		if (message instanceof NewConnection connection) {
			connect(known, connection);
		}
		else if (known == null) {
			this.counters.ignored.increment();
		}
		else if (message instanceof Disconnect) {
			end(known, "transport close", "a distributor of the original does not say why");
		}
		else if (message instanceof ClientMessage event) {
			event(known, event);
		}
	}

	private void connect(@Nullable BridgedSocket known, NewConnection connection) {
		if (known != null) {
			end(known, "transport close", "the client has connected anew");
		}
		if (this.leaving) {
			this.calls.putOut(this.namespace, connection.socketId());
			return;
		}
		SocketHandshake handshake = new SocketHandshake(System.currentTimeMillis(), "", false, false, "", Map.of(),
				Map.of(), "websocket", PROTOCOL);
		BridgedSocket socket = new BridgedSocket(this.namespace, connection.socketId(), this.adoptions.getAsLong(),
				handshake, connection.info());
		this.sockets.put(socket.id(), socket);
		this.counters.sockets.incrementAndGet();
		this.backend
			.send(new SocketConnect(this.namespace, socket.id(), socket.adoption(), handshake, connection.info()));
	}

	private void event(BridgedSocket socket, ClientMessage message) {
		socket.distributor(message.distributor());
		int bytes = EVENT_BYTES + message.payload().json().length
				+ message.payload().attachments().stream().mapToInt((attachment) -> attachment.length).sum();
		SocketEvent event = new SocketEvent(this.namespace, socket.id(), socket.adoption(), socket.nextNumber(),
				message.callbackId(), false, message.payload());
		socket.addUnhandled(bytes);
		if (isTooMuch(socket, this.counters.unhandledBytes.addAndGet(bytes))) {
			this.counters.overflows.increment();
			logger.debug("Socket {} has {} events that are not handled", socket.id(), socket.unhandledEvents());
			this.calls.putOut(this.namespace, socket.id());
			putOut(socket, "too many events wait for the backend");
		}
		else if (socket.isAccepted()) {
			this.backend.send(event);
		}
		else {
			socket.waiting().add(event);
		}
	}

	private boolean isTooMuch(BridgedSocket socket, long total) {
		return socket.unhandledEvents() > this.options.maxUnhandledEvents()
				|| socket.unhandledBytes() > this.options.maxUnhandledBytes()
				|| total > this.options.maxUnhandledTotalBytes();
	}

	// What the backend says

	void accept(BridgedSocket socket, @Nullable String user) {
		socket.accept(user);
		this.rooms.enter(socket);
		if (user != null) {
			this.rooms.join(socket, List.of(UserRoom.of(user)));
		}
		socket.waiting().forEach(this.backend::send);
		socket.waiting().clear();
	}

	/**
	 * The backend does not take a client. The original cannot say so, only disconnect it.
	 */
	void refuse(BridgedSocket socket) {
		forget(socket);
		this.calls.putOut(this.namespace, socket.id());
	}

	void handled(BridgedSocket socket, long number) {
		this.counters.unhandledBytes.addAndGet(-socket.handledUpTo(number));
	}

	/**
	 * Disconnects all clients, which a distributor of the original was told to do, and
	 * those that come.
	 */
	void leave() {
		this.leaving = true;
		for (BridgedSocket socket : this.sockets.values().toArray(BridgedSocket[]::new)) {
			end(socket, "server shutting down", null);
		}
	}

	// The end

	/**
	 * A client is being disconnected from here.
	 * @param why detail, or {@code null}
	 */
	void putOut(BridgedSocket socket, @Nullable String why) {
		end(socket, "server namespace disconnect", why);
	}

	private void end(BridgedSocket socket, String reason, @Nullable String description) {
		forget(socket);
		this.backend.send(new SocketDisconnect(this.namespace, socket.id(), socket.adoption(), socket.nextNumber(),
				reason, description));
	}

	private void forget(BridgedSocket socket) {
		if (this.sockets.remove(socket.id(), socket)) {
			this.counters.sockets.decrementAndGet();
			this.counters.unhandledBytes.addAndGet(-socket.unhandledBytes());
			this.rooms.leave(socket);
		}
	}

}
