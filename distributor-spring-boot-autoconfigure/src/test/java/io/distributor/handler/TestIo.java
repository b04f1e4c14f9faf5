package io.distributor.handler;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.regex.Pattern;

import io.distributor.backend.AdoptListener;
import io.distributor.backend.AsyncConnectHandler;
import io.distributor.backend.BroadcastAnswers;
import io.distributor.backend.BroadcastOperator;
import io.distributor.backend.ConnectHandler;
import io.distributor.backend.ConnectionListener;
import io.distributor.backend.DisconnectListener;
import io.distributor.backend.DisconnectReason;
import io.distributor.backend.ErrorListener;
import io.distributor.backend.EventHandler;
import io.distributor.backend.EventListener;
import io.distributor.backend.FetchedRooms;
import io.distributor.backend.FetchedSockets;
import io.distributor.backend.IndirectIo;
import io.distributor.backend.Namespace;
import io.distributor.backend.OutgoingListener;
import io.distributor.backend.ReleaseListener;
import io.distributor.backend.RequestResult;
import io.distributor.backend.RoomListener;
import io.distributor.backend.ServerSideAnswers;
import io.distributor.backend.ServerSideHandler;
import io.distributor.backend.Socket;
import org.jspecify.annotations.Nullable;

/**
 * Namespaces that keep their handlers and let tests call them.
 */
final class TestIo implements IndirectIo {

	private final String name;

	private final Map<String, TestIo> others = new LinkedHashMap<>();

	private final List<ConnectHandler> connectHandlers = new ArrayList<>();

	private final List<AdoptListener> adoptListeners = new ArrayList<>();

	private final List<ReleaseListener> releaseListeners = new ArrayList<>();

	private final Map<String, EventHandler> eventHandlers = new HashMap<>();

	private final Map<String, EventHandler> patternHandlers = new HashMap<>();

	private final List<DisconnectListener> disconnectListeners = new ArrayList<>();

	private final List<RoomListener> joinListeners = new ArrayList<>();

	private final List<RoomListener> leaveListeners = new ArrayList<>();

	private Map<String, String> variables = Map.of();

	TestIo(String name) {
		this.name = name;
	}

	/**
	 * Lets what comes next happen in a namespace that matches this pattern.
	 */
	TestIo where(String variable, String value) {
		this.variables = Map.of(variable, value);
		return this;
	}

	List<String> otherNames() {
		return List.copyOf(this.others.keySet());
	}

	Socket connect() throws Exception {
		return connect(TestSocket.in(this));
	}

	Socket connect(Socket socket) throws Exception {
		for (ConnectHandler handler : this.connectHandlers) {
			handler.onConnect(socket);
		}
		return socket;
	}

	@Nullable Object handleAs(String user, String name) throws Exception {
		return handle(new TestEvent(TestSocket.of(this, user), name, "[]"));
	}

	TestEvent event(String name, String json) {
		return new TestEvent(TestSocket.in(this), name, json);
	}

	@Nullable Object handle(String name, String json) throws Exception {
		return handle(event(name, json));
	}

	@Nullable Object handle(TestEvent event) throws Exception {
		return handler(event.name()).handle(event);
	}

	void adopt() throws Exception {
		for (AdoptListener listener : this.adoptListeners) {
			listener.onAdopt(TestSocket.in(this));
		}
	}

	void release() throws Exception {
		for (ReleaseListener listener : this.releaseListeners) {
			listener.onRelease(TestSocket.in(this));
		}
	}

	void disconnect(DisconnectReason reason) throws Exception {
		for (DisconnectListener listener : this.disconnectListeners) {
			listener.onDisconnect(TestSocket.in(this), reason);
		}
	}

	void join(String room) throws Exception {
		for (RoomListener listener : this.joinListeners) {
			listener.onRoom(TestSocket.in(this), room);
		}
	}

	void leave(String room) throws Exception {
		for (RoomListener listener : this.leaveListeners) {
			listener.onRoom(TestSocket.in(this), room);
		}
	}

	EventHandler handler(String event) {
		return Objects.requireNonNull(this.eventHandlers.get(event));
	}

	Set<String> eventPatterns() {
		return this.patternHandlers.keySet();
	}

	Set<String> events() {
		return this.eventHandlers.keySet();
	}

	@Override
	public Map<String, String> variables() {
		return this.variables;
	}

	@Override
	public Set<String> variableNames() {
		Set<String> names = new LinkedHashSet<>();
		Pattern.compile("\\{(\\w+)}").matcher(this.name).results().forEach((variable) -> names.add(variable.group(1)));
		return names;
	}

	@Override
	public TestIo of(String namespace) {
		if (namespace.indexOf(',') >= 0) {
			throw new IllegalArgumentException("namespace: " + namespace + " (expected: a name without ',')");
		}
		return this.others.computeIfAbsent(namespace, TestIo::new);
	}

	@Override
	public String name() {
		return this.name;
	}

	@Override
	public Namespace use(ConnectHandler handler) {
		this.connectHandlers.add(handler);
		return this;
	}

	@Override
	public Namespace onEvent(String event, EventHandler handler) {
		if (event.equals("disconnect")) {
			throw new IllegalArgumentException("event: disconnect (expected: not a reserved name)");
		}
		this.eventHandlers.put(event, handler);
		return this;
	}

	@Override
	public Namespace onEventPattern(String pattern, EventHandler handler) {
		if (pattern.indexOf('*') != pattern.lastIndexOf('*')) {
			throw new IllegalArgumentException("pattern: " + pattern + " (expected: one *)");
		}
		this.patternHandlers.put(pattern, handler);
		return this;
	}

	@Override
	public Namespace onAdopt(AdoptListener listener) {
		this.adoptListeners.add(listener);
		return this;
	}

	@Override
	public Namespace onRelease(ReleaseListener listener) {
		this.releaseListeners.add(listener);
		return this;
	}

	@Override
	public Namespace onDisconnect(DisconnectListener listener) {
		this.disconnectListeners.add(listener);
		return this;
	}

	@Override
	public Namespace on(String event, ConnectionListener listener) {
		throw new UnsupportedOperationException();
	}

	@Override
	public Namespace useAsync(AsyncConnectHandler handler) {
		throw new UnsupportedOperationException();
	}

	@Override
	public Namespace onError(ErrorListener listener) {
		throw new UnsupportedOperationException();
	}

	@Override
	public Namespace onDisconnecting(DisconnectListener listener) {
		throw new UnsupportedOperationException();
	}

	@Override
	public Namespace offEvent(String event) {
		throw new UnsupportedOperationException();
	}

	@Override
	public Set<String> eventNames() {
		throw new UnsupportedOperationException();
	}

	@Override
	public BroadcastOperator timeout(Duration timeout) {
		throw new UnsupportedOperationException();
	}

	@Override
	public Namespace onAny(EventListener listener) {
		throw new UnsupportedOperationException();
	}

	@Override
	public Namespace prependAny(EventListener listener) {
		throw new UnsupportedOperationException();
	}

	@Override
	public Namespace offAny(EventListener listener) {
		throw new UnsupportedOperationException();
	}

	@Override
	public Namespace offAny() {
		throw new UnsupportedOperationException();
	}

	@Override
	public List<EventListener> listenersAny() {
		throw new UnsupportedOperationException();
	}

	@Override
	public Namespace onAnyOutgoing(OutgoingListener listener) {
		throw new UnsupportedOperationException();
	}

	@Override
	public Namespace prependAnyOutgoing(OutgoingListener listener) {
		throw new UnsupportedOperationException();
	}

	@Override
	public Namespace offAnyOutgoing(OutgoingListener listener) {
		throw new UnsupportedOperationException();
	}

	@Override
	public Namespace offAnyOutgoing() {
		throw new UnsupportedOperationException();
	}

	@Override
	public List<OutgoingListener> listenersAnyOutgoing() {
		throw new UnsupportedOperationException();
	}

	@Override
	public Optional<Socket> socket(String id) {
		throw new UnsupportedOperationException();
	}

	@Override
	public Collection<Socket> sockets() {
		throw new UnsupportedOperationException();
	}

	@Override
	public BroadcastOperator to(String... rooms) {
		throw new UnsupportedOperationException();
	}

	@Override
	public BroadcastOperator except(String... rooms) {
		throw new UnsupportedOperationException();
	}

	@Override
	public BroadcastOperator toUser(String... users) {
		throw new UnsupportedOperationException();
	}

	@Override
	public BroadcastOperator exceptUser(String... users) {
		throw new UnsupportedOperationException();
	}

	@Override
	public BroadcastOperator asVolatile() {
		throw new UnsupportedOperationException();
	}

	@Override
	public void emit(String event, Object... arguments) {
		throw new UnsupportedOperationException();
	}

	@Override
	public CompletionStage<BroadcastAnswers> emitWithAck(String event, Object... arguments) {
		throw new UnsupportedOperationException();
	}

	@Override
	public CompletionStage<BroadcastAnswers> emitWithAck(Duration timeout, String event, Object... arguments) {
		throw new UnsupportedOperationException();
	}

	@Override
	public <T> T as(Class<T> events) {
		throw new UnsupportedOperationException();
	}

	@Override
	public CompletionStage<RequestResult> socketsJoin(String... rooms) {
		throw new UnsupportedOperationException();
	}

	@Override
	public CompletionStage<RequestResult> socketsLeave(String... rooms) {
		throw new UnsupportedOperationException();
	}

	@Override
	public void serverSideEmit(String event, Object... arguments) {
		throw new UnsupportedOperationException();
	}

	@Override
	public CompletionStage<ServerSideAnswers> serverSideEmitWithAck(String event, Object... arguments) {
		throw new UnsupportedOperationException();
	}

	@Override
	public CompletionStage<ServerSideAnswers> serverSideEmitWithAck(Duration timeout, String event,
			Object... arguments) {
		throw new UnsupportedOperationException();
	}

	@Override
	public Namespace onJoin(RoomListener listener) {
		this.joinListeners.add(listener);
		return this;
	}

	@Override
	public Namespace onLeave(RoomListener listener) {
		this.leaveListeners.add(listener);
		return this;
	}

	@Override
	public Namespace onServerSide(String event, ServerSideHandler handler) {
		throw new UnsupportedOperationException();
	}

	@Override
	public CompletionStage<RequestResult> count() {
		throw new UnsupportedOperationException();
	}

	@Override
	public CompletionStage<FetchedSockets> fetchSockets() {
		throw new UnsupportedOperationException();
	}

	@Override
	public CompletionStage<FetchedSockets> fetchSockets(int limit, @Nullable String after) {
		throw new UnsupportedOperationException();
	}

	@Override
	public CompletionStage<FetchedRooms> fetchRooms(int limit, @Nullable String after) {
		throw new UnsupportedOperationException();
	}

	@Override
	public CompletionStage<RequestResult> disconnectSockets(boolean closeConnection) {
		throw new UnsupportedOperationException();
	}

}
