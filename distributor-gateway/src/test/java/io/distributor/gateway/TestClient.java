package io.distributor.gateway;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import io.netty.util.concurrent.EventExecutor;
import org.jspecify.annotations.Nullable;

import io.distributor.engine.namespace.ClientSocket;
import io.distributor.engine.namespace.ConnectRequest;
import io.distributor.engine.namespace.OutboundPacket;
import io.distributor.engine.namespace.SocketHandler;
import io.distributor.engine.session.CloseReason;
import io.distributor.engine.session.Handshake;
import io.distributor.engine.session.TransportType;

/**
 * A client in one namespace, on a real event loop, without a network: what is done to it
 * can be looked up, and what it does the test says.
 */
final class TestClient implements ClientSocket, ConnectRequest {

	final List<OutboundPacket> received = new CopyOnWriteArrayList<>();

	final List<String> events = new CopyOnWriteArrayList<>();

	final AtomicInteger pauses = new AtomicInteger();

	volatile boolean accepted;

	volatile @Nullable String refusal;

	volatile @Nullable CloseReason closed;

	private final String id;

	private final String namespace;

	private final EventExecutor executor;

	private final Set<String> rooms = new LinkedHashSet<>();

	private final Set<String> hiddenRooms = new LinkedHashSet<>();

	private @Nullable SocketHandler handler;

	TestClient(String id, String namespace, EventExecutor executor) {
		this.id = id;
		this.namespace = namespace;
		this.executor = executor;
		this.rooms.add(id);
	}

	void hearsFrom(SocketHandler handler) {
		this.handler = handler;
	}

	/** Does what a client does, on its event loop. */
	void act(java.util.function.Consumer<SocketHandler> action) {
		this.executor.execute(() -> {
			SocketHandler hearing = this.handler;
			if (hearing != null) {
				action.accept(hearing);
			}
		});
	}

	boolean isIn(Set<String> any) {
		return Stream.concat(this.rooms.stream(), this.hiddenRooms.stream()).anyMatch(any::contains);
	}

	@Override
	public String id() {
		return this.id;
	}

	@Override
	public String namespace() {
		return this.namespace;
	}

	@Override
	public Handshake handshake() {
		return new Handshake(Instant.EPOCH, "192.0.2.1", false, false, "/socket.io/", Map.of("EIO", "4"),
				Map.of("user-agent", List.of("test")), TransportType.POLLING, 4);
	}

	@Override
	public TransportType transport() {
		return TransportType.WEBSOCKET;
	}

	@Override
	public EventExecutor executor() {
		return this.executor;
	}

	@Override
	public void send(OutboundPacket packet) {
		onLoop(() -> {
			this.events.add("send");
			this.received.add(packet);
		});
	}

	@Override
	public void join(Collection<String> names) {
		onLoop(() -> joinNow(names));
	}

	@Override
	public void leave(Collection<String> names) {
		onLoop(() -> leaveNow(names));
	}

	@Override
	public List<String> joinNow(Collection<String> names) {
		this.events.add("join " + names);
		return names.stream().filter(this.rooms::add).toList();
	}

	@Override
	public List<String> leaveNow(Collection<String> names) {
		this.events.add("leave " + names);
		return names.stream().filter((name) -> !name.equals(this.id) && this.rooms.remove(name)).toList();
	}

	@Override
	public void joinHidden(String room) {
		this.hiddenRooms.add(room);
	}

	@Override
	public Set<String> rooms() {
		return Set.copyOf(this.rooms);
	}

	@Override
	public void disconnect(boolean closeConnection) {
		act((hearing) -> hearing.onDisconnect(CloseReason.SERVER_NAMESPACE_DISCONNECT, null));
	}

	@Override
	public void closeConnection(CloseReason reason, @Nullable String description) {
		this.closed = reason;
		act((hearing) -> hearing.onDisconnect(reason, description));
	}

	@Override
	public void pauseReading() {
		this.pauses.incrementAndGet();
	}

	@Override
	public void resumeReading() {
		this.pauses.decrementAndGet();
	}

	@Override
	public ClientSocket socket() {
		return this;
	}

	@Override
	public byte @Nullable [] auth() {
		return "{\"token\":\"x\"}".getBytes(java.nio.charset.StandardCharsets.UTF_8);
	}

	@Override
	public void accept() {
		this.accepted = true;
	}

	@Override
	public void refuse(String message, byte @Nullable [] data) {
		this.refusal = message;
	}

	private void onLoop(Runnable task) {
		if (this.executor.inEventLoop()) {
			task.run();
		}
		else {
			this.executor.execute(task);
		}
	}

}
