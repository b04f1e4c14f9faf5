package io.distributor.backend.namespace;

import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

import io.distributor.backend.AdoptListener;
import io.distributor.backend.BroadcastAnswers;
import io.distributor.backend.BroadcastOperator;
import io.distributor.backend.ConnectHandler;
import io.distributor.backend.ConnectionListener;
import io.distributor.backend.DisconnectListener;
import io.distributor.backend.EventHandler;
import io.distributor.backend.Namespace;
import io.distributor.backend.ReleaseListener;
import io.distributor.backend.Socket;
import org.jspecify.annotations.Nullable;

/**
 * A namespace that this instance owns. May be used from any thread.
 */
class BackendNamespace implements Namespace {

	private final String name;

	private final NamespaceHandlers handlers = new NamespaceHandlers();

	private final NamespaceSockets sockets;

	private final BroadcastOperator everyone;

	BackendNamespace(String name, NamespaceOutbox outbox, SocketFactory factory, SocketSlots slots) {
		this.name = name;
		this.sockets = new NamespaceSockets(this, this.handlers, outbox, factory, slots);
		this.everyone = SelectedSockets.all(outbox, this.sockets.sockets());
	}

	NamespaceSockets home() {
		return this.sockets;
	}

	@Override
	public final String name() {
		return this.name;
	}

	@Override
	public final Namespace use(ConnectHandler handler) {
		this.handlers.addConnect(handler);
		return this;
	}

	@Override
	public final Namespace on(String event, ConnectionListener listener) {
		EventNames.requireConnection(event);
		this.handlers.addConnection(listener);
		return this;
	}

	@Override
	public final Namespace onEvent(String event, EventHandler handler) {
		this.handlers.addEvent(event, handler);
		return this;
	}

	@Override
	public final Namespace onEventPattern(String pattern, EventHandler handler) {
		this.handlers.addEventPattern(pattern, handler);
		return this;
	}

	@Override
	public final Namespace onDisconnect(DisconnectListener listener) {
		this.handlers.addDisconnect(listener);
		return this;
	}

	@Override
	public final Namespace onAdopt(AdoptListener listener) {
		this.handlers.addAdopt(listener);
		return this;
	}

	@Override
	public final Namespace onRelease(ReleaseListener listener) {
		this.handlers.addRelease(listener);
		return this;
	}

	@Override
	public final Optional<Socket> socket(String id) {
		return Optional.ofNullable(this.sockets.sockets().connected(id));
	}

	@Override
	public final Collection<Socket> sockets() {
		return this.sockets.sockets().connected();
	}

	@Override
	public final BroadcastOperator to(String... rooms) {
		return this.everyone.to(rooms);
	}

	@Override
	public final BroadcastOperator except(String... rooms) {
		return this.everyone.except(rooms);
	}

	@Override
	public final BroadcastOperator toUser(String... users) {
		return this.everyone.toUser(users);
	}

	@Override
	public final BroadcastOperator exceptUser(String... users) {
		return this.everyone.exceptUser(users);
	}

	@Override
	public final BroadcastOperator asVolatile() {
		return this.everyone.asVolatile();
	}

	@Override
	public final void emit(String event, @Nullable Object... arguments) {
		this.everyone.emit(event, arguments);
	}

	@Override
	public final CompletionStage<BroadcastAnswers> emitWithAck(String event, @Nullable Object... arguments) {
		return this.everyone.emitWithAck(event, arguments);
	}

	@Override
	public final CompletionStage<BroadcastAnswers> emitWithAck(Duration timeout, String event,
			@Nullable Object... arguments) {
		return this.everyone.emitWithAck(timeout, event, arguments);
	}

	@Override
	public final <T> T as(Class<T> events) {
		return this.everyone.as(events);
	}

	@Override
	public final CompletionStage<Void> socketsJoin(String... rooms) {
		return this.everyone.socketsJoin(rooms);
	}

	@Override
	public final CompletionStage<Void> socketsLeave(String... rooms) {
		return this.everyone.socketsLeave(rooms);
	}

	@Override
	public final CompletionStage<Void> disconnectSockets(boolean closeConnection) {
		return this.everyone.disconnectSockets(closeConnection);
	}

	@Override
	public final String toString() {
		return "Namespace " + this.name;
	}

}
