package io.distributor.backend.namespace;

import java.security.Principal;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;

import io.distributor.backend.Ack;
import io.distributor.backend.Arguments;
import io.distributor.backend.BroadcastOperator;
import io.distributor.backend.DisconnectListener;
import io.distributor.backend.ErrorListener;
import io.distributor.backend.EventListener;
import io.distributor.backend.EventMiddleware;
import io.distributor.backend.Handshake;
import io.distributor.backend.Namespace;
import io.distributor.backend.RequestResult;
import io.distributor.backend.Socket;
import io.distributor.backend.SocketData;
import io.distributor.backend.SocketDisconnectedException;
import io.distributor.backend.SocketOperator;
import io.distributor.backend.ack.PendingAcks;
import org.jspecify.annotations.Nullable;

/**
 * A socket whose home is this instance. May be used from any thread.
 */
final class BackendSocket extends CatchAll<Socket> implements Socket {

	private final BackendNamespace namespace;

	private final SocketKey key;

	private final Handshake handshake;

	private final NamespaceOutbox outbox;

	private final PendingAcks acks;

	/** Set at most once more, guarded by the state: most sockets have none. */
	private volatile SocketHandlers handlers = SocketHandlers.NONE;

	private final SocketOperator emitter = new SocketEmitter(this, false, null);

	private final RoomSet rooms;

	private final SocketUser user;

	private final boolean recovered;

	private final SocketState state = new SocketState();

	private final HomeReports reports;

	private final HomeData data;

	private final SocketIdentity identity = new SocketIdentity();

	private final Complaints complaints = new Complaints();

	BackendSocket(BackendNamespace namespace, SocketSnapshot snapshot, Handshake handshake, NamespaceOutbox outbox,
			PendingAcks acks, HomeReports reports, HomeData data) {
		this.namespace = namespace;
		this.key = snapshot.key();
		this.handshake = handshake;
		this.outbox = outbox;
		this.acks = acks;
		this.reports = reports;
		this.data = data;
		this.rooms = new RoomSet(this.key.id(), snapshot.rooms());
		this.user = new SocketUser(snapshot.user(), snapshot.adopted());
		this.recovered = snapshot.adopted();
	}

	@Override
	public String id() {
		return this.key.id();
	}

	@Override
	public Namespace namespace() {
		return this.namespace;
	}

	@Override
	public Handshake handshake() {
		return this.handshake;
	}

	@Override
	public boolean isConnected() {
		return this.state.isConnected();
	}

	@Override
	public boolean recovered() {
		return this.recovered;
	}

	@Override
	public @Nullable String user() {
		return this.user.name();
	}

	@Override
	public void setUser(String user) {
		this.user.name(user);
	}

	@Override
	public @Nullable Principal principal() {
		return this.identity.principal();
	}

	@Override
	public SocketData data() {
		return this.data;
	}

	@Override
	public Set<String> rooms() {
		return this.rooms.snapshot();
	}

	@Override
	public Socket on(String event, EventListener listener) {
		ownHandlers().add(event, listener, false);
		return this;
	}

	@Override
	public Socket once(String event, EventListener listener) {
		ownHandlers().add(event, listener, true);
		return this;
	}

	@Override
	@SuppressWarnings("NullAway") // JSON null is the listener's to expect
	public <T> Socket on(String event, Class<T> type, Consumer<T> listener) {
		return on(event, (received) -> listener.accept(received.arguments().get(0, type)));
	}

	@Override
	@SuppressWarnings("NullAway") // JSON null is the listener's to expect
	public <T> Socket on(String event, Class<T> type, BiConsumer<T, Ack> listener) {
		return on(event, (received) -> listener.accept(received.arguments().get(0, type), received.ack()));
	}

	@Override
	public Socket off(String event) {
		this.handlers.remove(event);
		return this;
	}

	@Override
	public Socket off(String event, EventListener listener) {
		this.handlers.remove(event, listener);
		return this;
	}

	@Override
	public Socket off() {
		this.handlers.removeAll();
		return this;
	}

	@Override
	public Set<String> eventNames() {
		return this.handlers.names();
	}

	@Override
	public Socket use(EventMiddleware middleware) {
		ownHandlers().middlewares().add(middleware);
		return this;
	}

	@Override
	public Socket onError(ErrorListener listener) {
		ownHandlers().errors().add(listener);
		return this;
	}

	@Override
	public Socket onDisconnecting(DisconnectListener listener) {
		ownHandlers().disconnecting().add(listener);
		return this;
	}

	@Override
	public Socket onDisconnect(DisconnectListener listener) {
		ownHandlers().disconnect().add(listener);
		return this;
	}

	@Override
	public void emit(String event, @Nullable Object... arguments) {
		this.emitter.emit(event, arguments);
	}

	@Override
	public void emitVolatile(String event, @Nullable Object... arguments) {
		asVolatile().emit(event, arguments);
	}

	@Override
	public CompletionStage<Arguments> emitWithAck(String event, @Nullable Object... arguments) {
		return this.emitter.emitWithAck(event, arguments);
	}

	@Override
	public SocketOperator asVolatile() {
		return this.emitter.asVolatile();
	}

	@Override
	public SocketOperator timeout(Duration timeout) {
		return this.emitter.timeout(timeout);
	}

	@Override
	public <T> T as(Class<T> events) {
		return this.outbox.interfaces().emitter(events, this);
	}

	@Override
	public CompletionStage<RequestResult> join(String... rooms) {
		List<String> joined = RoomNames.require(rooms);
		return unlessGone(() -> {
			RoomRequest request = new RoomRequest(this.rooms, joined, true);
			this.rooms.ask(request);
			return this.outbox.join(this.key, joined, request);
		});
	}

	@Override
	public CompletionStage<RequestResult> leave(String... rooms) {
		List<String> left = RoomNames.require(rooms);
		return unlessGone(() -> {
			RoomRequest request = new RoomRequest(this.rooms, left, false);
			this.rooms.ask(request);
			return this.outbox.leave(this.key, left, request);
		});
	}

	private CompletionStage<RequestResult> unlessGone(Supplier<CompletionStage<RequestResult>> request) {
		if (this.state.isGone()) {
			return CompletableFuture.failedFuture(new SocketDisconnectedException("socket " + id() + " is gone"));
		}
		return request.get();
	}

	@Override
	public void disconnect() {
		disconnect(false);
	}

	@Override
	public void disconnect(boolean closeConnection) {
		if (!this.state.isGone()) {
			this.outbox.disconnect(this.key, closeConnection);
		}
	}

	@Override
	public BroadcastOperator to(String... rooms) {
		return broadcast().to(rooms);
	}

	@Override
	public BroadcastOperator broadcast() {
		return this.namespace.except(id());
	}

	@Override
	CatchAllLists catchAllLists() {
		return ownHandlers().catchAll();
	}

	@Override
	Socket self() {
		return this;
	}

	@Override
	void onOutgoingAdded() {
		this.namespace.home().sockets().addListening(this);
	}

	ErrorListeners errorListeners() {
		return new ErrorListeners(this.handlers.errors(), this.namespace.handlers().errors());
	}

	String statisticsNamespace() {
		return this.namespace.statisticsName();
	}

	OutgoingEvents outgoingEvents() {
		return this.namespace.outgoing();
	}

	SocketKey key() {
		return this.key;
	}

	/**
	 * Returns what is registered now, not to be changed. Whoever lets the application do
	 * something asks again behind that.
	 */
	SocketHandlers handlers() {
		return this.handlers;
	}

	private SocketHandlers ownHandlers() {
		synchronized (this.state) {
			if (this.handlers == SocketHandlers.NONE) {
				this.handlers = new SocketHandlers();
			}
			return this.handlers;
		}
	}

	/**
	 * Every connect handler let the socket pass.
	 */
	void accept() {
		String user = this.user.settle();
		this.state.accept();
		if (!this.state.isGone()) {
			this.reports.accept(user);
		}
	}

	RoomSet roomSet() {
		return this.rooms;
	}

	NamespaceOutbox outbox() {
		return this.outbox;
	}

	PendingAcks acks() {
		return this.acks;
	}

	SocketIdentity identity() {
		return this.identity;
	}

	Complaints complaints() {
		return this.complaints;
	}

	SocketState state() {
		return this.state;
	}

	HomeReports reports() {
		return this.reports;
	}

	@Override
	public String toString() {
		return "Socket " + id() + " in " + this.namespace.name();
	}

}
