package io.distributor.backend.namespace;

import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;

import io.distributor.backend.AdoptListener;
import io.distributor.backend.AsyncConnectHandler;
import io.distributor.backend.BroadcastAnswers;
import io.distributor.backend.BroadcastOperator;
import io.distributor.backend.ConnectHandler;
import io.distributor.backend.ConnectionListener;
import io.distributor.backend.DisconnectListener;
import io.distributor.backend.ErrorListener;
import io.distributor.backend.EventHandler;
import io.distributor.backend.FetchedRooms;
import io.distributor.backend.FetchedSockets;
import io.distributor.backend.Namespace;
import io.distributor.backend.ReleaseListener;
import io.distributor.backend.RequestResult;
import io.distributor.backend.RoomListener;
import io.distributor.backend.ServerSideAnswers;
import io.distributor.backend.ServerSideHandler;
import io.distributor.backend.Socket;
import org.jspecify.annotations.Nullable;

/**
 * A namespace that this instance owns. May be used from any thread.
 */
class BackendNamespace extends CatchAll<Namespace> implements Namespace {

	private final String name;

	private final NamespaceHandlers handlers;

	private final NamespaceSockets sockets;

	private final OutgoingEvents outgoing;

	private final NamespacePresence presence;

	private final BroadcastOperator everyone;

	private final ServerSideEvents serverSide;

	BackendNamespace(String name, NamespaceOutbox outbox, SocketFactory factory, SocketSlots slots) {
		this(name, new NamespaceHandlers(), new ServerSideEvents(name, outbox.peers()), outbox, factory, slots);
	}

	/**
	 * Creates one of the namespaces that match a pattern.
	 */
	BackendNamespace(String name, BackendNamespace pattern, NamespaceOutbox outbox, SocketFactory factory,
			SocketSlots slots) {
		this(name, pattern.handlers, pattern.serverSide, outbox, factory, slots);
	}

	private BackendNamespace(String name, NamespaceHandlers handlers, ServerSideEvents serverSide,
			NamespaceOutbox outbox, SocketFactory factory, SocketSlots slots) {
		this.name = name;
		this.handlers = handlers;
		this.serverSide = serverSide;
		this.sockets = new NamespaceSockets(this, this.handlers, outbox, factory, slots);
		this.outgoing = new OutgoingEvents(this.handlers.catchAll(), this.sockets.sockets());
		this.presence = new NamespacePresence(name, outbox, factory);
		this.everyone = SelectedSockets.all(outbox, this.outgoing, this.presence);
	}

	ServerSideEvents serverSide() {
		return this.serverSide;
	}

	NamespaceSockets home() {
		return this.sockets;
	}

	NamespaceHandlers handlers() {
		return this.handlers;
	}

	/**
	 * Returns what is registered on this namespace, to be changed.
	 */
	NamespaceHandlers registrations() {
		return this.handlers;
	}

	/**
	 * Returns who hears of the coming and going of its sockets. Called while this
	 * namespace is being created.
	 */
	Occupancy occupancy() {
		return Occupancy.UNOBSERVED;
	}

	/**
	 * Returns its name in statistics.
	 */
	String statisticsName() {
		return this.name;
	}

	OutgoingEvents outgoing() {
		return this.outgoing;
	}

	@Override
	final CatchAllLists catchAllLists() {
		return registrations().catchAll();
	}

	@Override
	final Namespace self() {
		return this;
	}

	@Override
	public final String name() {
		return this.name;
	}

	@Override
	public final Namespace use(ConnectHandler handler) {
		registrations().connect().add(ConnectStep.of(handler));
		return this;
	}

	@Override
	public final Namespace useAsync(AsyncConnectHandler handler) {
		registrations().connect().add(ConnectStep.of(handler));
		return this;
	}

	@Override
	public final Namespace on(String event, ConnectionListener listener) {
		EventNames.requireConnection(event);
		registrations().connection().add(listener);
		return this;
	}

	@Override
	public final Namespace onEvent(String event, EventHandler handler) {
		registrations().events().add(event, handler);
		return this;
	}

	@Override
	public final Namespace onEventPattern(String pattern, EventHandler handler) {
		registrations().events().addPattern(pattern, handler);
		return this;
	}

	@Override
	public final Namespace offEvent(String event) {
		registrations().events().remove(event);
		return this;
	}

	@Override
	public final Set<String> eventNames() {
		return this.handlers.events().names();
	}

	@Override
	public final Namespace onError(ErrorListener listener) {
		registrations().errors().add(listener);
		return this;
	}

	@Override
	public final Namespace onDisconnecting(DisconnectListener listener) {
		registrations().disconnecting().add(listener);
		return this;
	}

	@Override
	public final Namespace onDisconnect(DisconnectListener listener) {
		registrations().disconnect().add(listener);
		return this;
	}

	@Override
	public final Namespace onAdopt(AdoptListener listener) {
		registrations().adopt().add(listener);
		return this;
	}

	@Override
	public final Namespace onRelease(ReleaseListener listener) {
		registrations().release().add(listener);
		return this;
	}

	@Override
	public Optional<Socket> socket(String id) {
		return Optional.ofNullable(this.sockets.sockets().connected(id));
	}

	@Override
	public Collection<Socket> sockets() {
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
	public final BroadcastOperator timeout(Duration timeout) {
		return this.everyone.timeout(timeout);
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
	public final <T> T as(Class<T> events) {
		return this.everyone.as(events);
	}

	@Override
	public final CompletionStage<RequestResult> socketsJoin(String... rooms) {
		return this.everyone.socketsJoin(rooms);
	}

	@Override
	public final CompletionStage<RequestResult> socketsLeave(String... rooms) {
		return this.everyone.socketsLeave(rooms);
	}

	@Override
	public final CompletionStage<RequestResult> disconnectSockets(boolean closeConnection) {
		return this.everyone.disconnectSockets(closeConnection);
	}

	@Override
	public final CompletionStage<RequestResult> count() {
		return this.everyone.count();
	}

	@Override
	public final CompletionStage<FetchedSockets> fetchSockets() {
		return this.everyone.fetchSockets();
	}

	@Override
	public final CompletionStage<FetchedSockets> fetchSockets(int limit, @Nullable String after) {
		return this.everyone.fetchSockets(limit, after);
	}

	@Override
	public final CompletionStage<FetchedRooms> fetchRooms(int limit, @Nullable String after) {
		return this.presence.fetchRooms(limit, after);
	}

	@Override
	public final void serverSideEmit(String event, @Nullable Object... arguments) {
		this.serverSide.emit(event, arguments);
	}

	@Override
	public final CompletionStage<ServerSideAnswers> serverSideEmitWithAck(String event, @Nullable Object... arguments) {
		return this.serverSide.ask(null, event, arguments);
	}

	@Override
	public final CompletionStage<ServerSideAnswers> serverSideEmitWithAck(Duration timeout, String event,
			@Nullable Object... arguments) {
		return this.serverSide.ask(timeout, event, arguments);
	}

	@Override
	public final Namespace onJoin(RoomListener listener) {
		registrations().join().add(listener);
		return this;
	}

	@Override
	public final Namespace onLeave(RoomListener listener) {
		registrations().leave().add(listener);
		return this;
	}

	@Override
	public Namespace onServerSide(String event, ServerSideHandler handler) {
		this.serverSide.on(event, handler);
		return this;
	}

	@Override
	public final String toString() {
		return "Namespace " + this.name;
	}

}
