package io.distributor.engine.namespace;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import io.distributor.engine.limit.HeldBytes;
import io.distributor.engine.limit.Limit;
import io.netty.buffer.ByteBuf;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.distributor.engine.protocol.socketio.AckPacket;
import io.distributor.engine.protocol.socketio.ConnectErrorPacket;
import io.distributor.engine.protocol.socketio.ConnectPacket;
import io.distributor.engine.protocol.socketio.DisconnectPacket;
import io.distributor.engine.protocol.socketio.EventPacket;
import io.distributor.engine.protocol.socketio.MalformedPacketException;
import io.distributor.engine.protocol.socketio.Packet;
import io.distributor.engine.protocol.socketio.PacketDecoder;
import io.distributor.engine.protocol.socketio.PacketEncoder;
import io.distributor.engine.session.CloseReason;
import io.distributor.engine.session.EngineSession;
import io.distributor.engine.session.EngineSessionHandler;
import io.distributor.engine.session.Handshake;
import io.distributor.engine.session.OutboundMessage;
import io.distributor.engine.session.TransportType;

/**
 * The sockets of one session: gives each packet to the socket of its namespace. Lives on
 * the event loop of the session.
 */
final class SessionSockets implements EngineSessionHandler {

	private static final Logger logger = LoggerFactory.getLogger(SessionSockets.class);

	private static final String MAIN_NAMESPACE = "/";

	private static final int MAIN_REFUSAL_MILLIS = 1_000;

	private final NamespaceServer server;

	private final EngineSession session;

	private final EventLoop loop;

	private final PacketDecoder decoder;

	private final SocketProtocol protocol;

	/** A list: nearly all clients are in one namespace, or a few. */
	private final List<NamespaceSocket> sockets = new ArrayList<>(1);

	private final PutOutNamespaces putOut;

	private @Nullable Future<?> connectTimeout;

	private final SessionPace pace;

	private HeldBytes.@Nullable Share held;

	private int connected;

	private int pauses;

	private boolean closed;

	SessionSockets(NamespaceServer server, EngineSession session, EventLoop loop, PacketDecoder decoder) {
		this.server = server;
		this.session = session;
		this.loop = loop;
		this.decoder = decoder;
		this.protocol = SocketProtocol.of(session.handshake().protocol());
		this.putOut = new PutOutNamespaces(server.options().maxNamespaces());
		this.pace = new SessionPace(this, server.options());
	}

	/**
	 * Begins once the session is open.
	 */
	void open() {
		startConnectTimeout();
		if (this.protocol.joinsMainNamespace()) {
			join(MAIN_NAMESPACE, null);
		}
	}

	// What the client sends

	@Override
	public void onText(ByteBuf text) {
		if (this.closed) {
			return;
		}
		try {
			Packet packet = this.decoder.decodeText(text);
			if (packet == null) {
				this.pace.onIncompletePacket();
				hold(this.decoder.heldBytes());
			}
			onPacket(packet);
		}
		catch (MalformedPacketException ex) {
			onMalformedPacket(ex);
		}
	}

	@Override
	public void onBinary(ByteBuf data) {
		if (this.closed) {
			return;
		}
		try {
			Packet packet = this.decoder.decodeBinary(data);
			hold(this.decoder.heldBytes());
			if (packet != null) {
				this.pace.onCompletePacket();
			}
			onPacket(packet);
		}
		catch (MalformedPacketException ex) {
			onMalformedPacket(ex);
		}
	}

	private void hold(long bytes) {
		HeldBytes.Share share = this.held;
		if (share == null) {
			share = this.server.held().share();
			this.held = share;
		}
		if (!share.set(bytes)) {
			close(CloseReason.TRANSPORT_ERROR, "packet: not complete, and too much of all clients is not");
		}
	}

	private void onMalformedPacket(MalformedPacketException ex) {
		counters().malformedPackets.increment();
		Limit limit = ex.limit();
		if (limit != null) {
			counters().limits.count(limit);
		}
		close(CloseReason.PARSE_ERROR, ex.getMessage());
	}

	private void onPacket(@Nullable Packet packet) {
		if (packet == null) {
			return;
		}
		counters().packetsReceived.increment();
		NamespaceSocket socket = find(packet.namespace());
		if (packet instanceof ConnectPacket connect) {
			onConnect(socket, connect);
		}
		else if (socket == null && this.putOut.contains(packet.namespace())) {
			counters().latePackets.increment();
		}
		else if (socket == null || packet instanceof ConnectErrorPacket) {
			closeForViolation("packet for a namespace that was not joined");
		}
		else {
			onSocketPacket(socket, packet);
		}
	}

	/**
	 * As in the reference server, a client that asks twice for a namespace loses its
	 * connection.
	 */
	private void onConnect(@Nullable NamespaceSocket present, ConnectPacket packet) {
		String namespace = packet.namespace();
		this.pace.onConnect();
		if (present != null) {
			closeForViolation("CONNECT for a namespace that was joined already");
			return;
		}
		if (this.sockets.size() >= this.server.options().maxNamespaces()) {
			counters().limits.count(Limit.NAMESPACES);
			refuse(namespace, "Too many namespaces", null);
			return;
		}
		this.putOut.remove(namespace);
		join(namespace, this.protocol.auth(packet));
	}

	private void join(String namespace, byte @Nullable [] auth) {
		NamespaceSocket socket = this.loop.addSocket(namespace, this);
		this.sockets.add(socket);
		try {
			socket.hearBy(this.server.connectHandler().onConnect(new SocketConnectRequest(socket, auth)));
		}
		catch (RuntimeException ex) {
			logger.error("Connect handler failed, client of namespace {} refused", namespace, ex);
			socket.refused("Internal server error", null);
		}
	}

	private void onSocketPacket(NamespaceSocket socket, Packet packet) {
		if (packet instanceof DisconnectPacket) {
			socket.leaveNamespace(CloseReason.CLIENT_NAMESPACE_DISCONNECT, null);
		}
		else if (!socket.isConnected()) {
			closeForViolation("packet before the answer to CONNECT");
		}
		else if (packet instanceof EventPacket event) {
			counters().eventsReceived.increment();
			socket.onEvent(event);
		}
		else if (packet instanceof AckPacket ack) {
			socket.onAck(ack);
		}
	}

	private void closeForViolation(String description) {
		close(CloseReason.FORCED_SERVER_CLOSE, description);
	}

	private @Nullable NamespaceSocket find(String namespace) {
		for (NamespaceSocket socket : this.sockets) {
			if (socket.namespace().equals(namespace)) {
				return socket;
			}
		}
		return null;
	}

	// Coming and going

	void onConnected() {
		this.connected++;
		counters().connectsAccepted.increment();
		this.session.establish();
		stopConnectTimeout();
	}

	void remove(NamespaceSocket socket, LoopNamespace part, boolean wasConnected) {
		this.sockets.remove(socket);
		this.loop.removeSocket(socket, part);
		if (wasConnected && --this.connected == 0) {
			startConnectTimeout();
		}
	}

	private void startConnectTimeout() {
		if (!this.closed) {
			this.connectTimeout = executor().schedule(this::onConnectTimeout,
					this.server.options().connectTimeout().toMillis(), TimeUnit.MILLISECONDS);
		}
	}

	private void onConnectTimeout() {
		counters().limits.count(Limit.CONNECT_TIME);
		close(CloseReason.FORCED_SERVER_CLOSE, "no namespace joined in time");
	}

	private void stopConnectTimeout() {
		if (this.connectTimeout != null) {
			this.connectTimeout.cancel(false);
			this.connectTimeout = null;
		}
	}

	void rememberPutOut(String namespace) {
		this.putOut.add(namespace);
	}

	void refuse(String namespace, String message, byte @Nullable [] data) {
		counters().connectsRefused.increment();
		Packet answer = this.protocol.refused(namespace, message, data);
		if (this.protocol.joinsMainNamespace() && namespace.equals(MAIN_NAMESPACE)) {
			executor().schedule(() -> refuseMainNamespace(answer), MAIN_REFUSAL_MILLIS, TimeUnit.MILLISECONDS);
		}
		else {
			send(answer);
		}
	}

	/**
	 * Whoever wanted another namespace has not asked for this one, but all its sockets
	 * would take the refusal for theirs.
	 */
	private void refuseMainNamespace(Packet answer) {
		if (!this.closed && this.sockets.isEmpty()) {
			send(answer);
		}
	}

	void disconnectAll() {
		for (NamespaceSocket socket : List.copyOf(this.sockets)) {
			if (socket.isConnected()) {
				socket.disconnectByServer();
			}
		}
		close(CloseReason.FORCED_CLOSE, "disconnected by the server");
	}

	void close(CloseReason reason, @Nullable String description) {
		this.closed = true;
		this.session.close(reason, description);
	}

	@Override
	public void onClose(CloseReason reason, @Nullable String description) {
		this.closed = true;
		stopConnectTimeout();
		if (this.held != null) {
			this.held.set(0);
		}
		this.loop.sessions().remove(this);
		counters().sessionClosed(this.session.transport());
		for (NamespaceSocket socket : List.copyOf(this.sockets)) {
			socket.leaveNamespace(reason, description);
		}
	}

	// What sockets need of their session

	SocketProtocol protocol() {
		return this.protocol;
	}

	NamespaceCounters counters() {
		return this.server.counters();
	}

	long maxHeldBytes() {
		return this.server.options().maxHeldBytes();
	}

	void execute(Runnable task) {
		this.loop.execute(task);
	}

	void send(Packet packet) {
		send(new OutboundMessage(PacketEncoder.encode(packet), List.of(), false));
	}

	void send(OutboundMessage message) {
		counters().packetsSent.increment();
		this.session.send(message);
	}

	boolean isPaused() {
		return this.pauses > 0;
	}

	boolean isClosed() {
		return this.closed;
	}

	/** Reads nothing for a while: the client sends too fast. */
	void slowDown(long nanos) {
		pauseReading();
		executor().schedule(this::endSlowDown, nanos, TimeUnit.NANOSECONDS);
	}

	private void endSlowDown() {
		if (!this.closed) {
			resumeReading();
		}
	}

	long takeEvent(long fullAt) {
		return this.pace.takeEvent(fullAt);
	}

	void pauseReading() {
		if (this.pauses++ == 0) {
			this.session.pauseReading();
		}
	}

	void resumeReading() {
		if (--this.pauses == 0) {
			this.session.resumeReading();
		}
	}

	EventExecutor executor() {
		return this.session.executor();
	}

	Handshake handshake() {
		return this.session.handshake();
	}

	TransportType transport() {
		return this.session.transport();
	}

}
