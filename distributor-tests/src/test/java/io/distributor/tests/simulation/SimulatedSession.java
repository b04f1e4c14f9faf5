package io.distributor.tests.simulation;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;

import io.netty.buffer.Unpooled;
import io.netty.util.concurrent.EventExecutor;
import org.jspecify.annotations.Nullable;

import io.distributor.engine.namespace.NamespaceServer;
import io.distributor.engine.session.CloseReason;
import io.distributor.engine.session.EngineSession;
import io.distributor.engine.session.EngineSessionHandler;
import io.distributor.engine.session.Handshake;
import io.distributor.engine.session.OutboundMessage;
import io.distributor.engine.session.TransportType;

/**
 * The connection of a client: everything above it is real.
 */
final class SimulatedSession implements EngineSession {

	private static final Handshake HANDSHAKE = new Handshake(Instant.EPOCH, "192.0.2.1", false, false, "/socket.io/",
			Map.of(), Map.of(), TransportType.WEBSOCKET, 4);

	private final SimulatedDistributor distributor;

	private final SimulatedExecutor loop;

	private final SimulatedClient client;

	private final Deque<ClientPacket> unread = new ArrayDeque<>();

	private @Nullable EngineSessionHandler handler;

	private boolean paused;

	private boolean closing;

	private boolean closed;

	SimulatedSession(SimulatedDistributor distributor, SimulatedExecutor loop, SimulatedClient client) {
		this.distributor = distributor;
		this.loop = loop;
		this.client = client;
	}

	SimulatedDistributor distributor() {
		return this.distributor;
	}

	boolean isClosed() {
		return this.closed;
	}

	// What the client does

	void open(NamespaceServer server) {
		this.loop.execute(() -> {
			if (!this.closing) {
				this.handler = server.onOpen(this);
				read();
			}
		});
	}

	void receive(ClientPacket packet) {
		this.loop.execute(() -> {
			this.unread.add(packet);
			read();
		});
	}

	/** The client closes the connection. What it sent before was read before. */
	void leave() {
		this.loop.execute(() -> end(CloseReason.TRANSPORT_CLOSE));
	}

	private void read() {
		EngineSessionHandler reader = this.handler;
		while (reader != null && !this.paused && !this.closing && !this.unread.isEmpty()) {
			ClientPacket packet = this.unread.remove();
			this.client.read(this, packet);
			reader.onText(Unpooled.wrappedBuffer(packet.text().getBytes(StandardCharsets.UTF_8)));
		}
	}

	private void end(CloseReason reason) {
		if (this.closed) {
			return;
		}
		this.closing = true;
		this.closed = true;
		if (this.handler != null) {
			this.handler.onClose(reason, null);
		}
		this.client.lost(this);
	}

	/** The process of the distributor was killed. */
	void tear() {
		if (!this.closed) {
			this.closing = true;
			this.closed = true;
			this.client.lost(this);
		}
	}

	// What the server does

	@Override
	public String id() {
		return this.client.name();
	}

	@Override
	public Handshake handshake() {
		return HANDSHAKE;
	}

	@Override
	public TransportType transport() {
		return TransportType.WEBSOCKET;
	}

	@Override
	public EventExecutor executor() {
		return this.loop;
	}

	@Override
	public void send(OutboundMessage message) {
		byte[] text = message.text();
		if (!this.closing && text != null) {
			this.client.receive(this, new String(text, StandardCharsets.UTF_8));
		}
	}

	@Override
	public void pauseReading() {
		this.paused = true;
	}

	@Override
	public void resumeReading() {
		this.paused = false;
		this.loop.execute(this::read);
	}

	@Override
	public void close(CloseReason reason, @Nullable String description) {
		if (!this.closing) {
			this.closing = true;
			this.client.closedByServer(this, reason, description);
			this.loop.execute(() -> end(reason));
		}
	}

}
