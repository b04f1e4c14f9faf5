package io.distributor.test.socket;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.UUID;

import io.netty.buffer.Unpooled;
import io.netty.util.concurrent.EventExecutor;
import org.jspecify.annotations.Nullable;

import io.distributor.engine.namespace.NamespaceServer;
import io.distributor.engine.protocol.socketio.AckPacket;
import io.distributor.engine.protocol.socketio.DecoderLimits;
import io.distributor.engine.protocol.socketio.EventPacket;
import io.distributor.engine.protocol.socketio.Packet;
import io.distributor.engine.protocol.socketio.PacketDecoder;
import io.distributor.engine.protocol.socketio.PacketDecoderFactory;
import io.distributor.engine.protocol.socketio.PacketEncoder;
import io.distributor.engine.session.CloseReason;
import io.distributor.engine.session.EngineSession;
import io.distributor.engine.session.EngineSessionHandler;
import io.distributor.engine.session.Handshake;
import io.distributor.engine.session.OutboundMessage;
import io.distributor.engine.session.TransportType;

/**
 * A connection that is no more than two ends in one process. Its state belongs to the
 * event loop; {@link #open}, {@link #write} and {@link #drop} may be called from any
 * thread.
 */
final class ClientConnection implements EngineSession {

	private static final PacketDecoderFactory DECODERS = new PacketDecoderFactory(
			new DecoderLimits(Integer.MAX_VALUE, Integer.MAX_VALUE, 1_000, 10_000, 1_000_000, 10_000));

	private final String id = UUID.randomUUID().toString();

	private final EventExecutor loop;

	private final Handshake handshake;

	private final ConnectionListener listener;

	private final PacketDecoder decoder = DECODERS.createDecoder();

	private final Queue<Packet> unread = new ArrayDeque<>();

	private @Nullable EngineSessionHandler handler;

	private boolean paused;

	private volatile boolean closing;

	private boolean closed;

	ClientConnection(EventExecutor loop, Handshake handshake, ConnectionListener listener) {
		this.loop = loop;
		this.handshake = handshake;
		this.listener = listener;
	}

	// What the client does

	void open(NamespaceServer server) {
		this.loop.execute(() -> this.handler = server.onOpen(this));
	}

	void write(Packet packet) {
		this.loop.execute(() -> {
			this.unread.add(packet);
			read();
		});
	}

	void drop() {
		this.loop.execute(() -> end(CloseReason.TRANSPORT_CLOSE, null));
	}

	private void read() {
		EngineSessionHandler reader = this.handler;
		while (reader != null && !this.paused && !this.closing && !this.unread.isEmpty()) {
			Packet packet = this.unread.remove();
			reader.onText(Unpooled.wrappedBuffer(PacketEncoder.encode(packet)));
			attachments(packet).forEach((attachment) -> reader.onBinary(Unpooled.wrappedBuffer(attachment)));
		}
	}

	private static List<byte[]> attachments(Packet packet) {
		if (packet instanceof EventPacket event) {
			return event.arguments().attachments();
		}
		return (packet instanceof AckPacket ack) ? ack.arguments().attachments() : List.of();
	}

	private void end(CloseReason reason, @Nullable String description) {
		if (!this.closed) {
			this.closing = true;
			this.closed = true;
			EngineSessionHandler handler = this.handler;
			if (handler != null) {
				handler.onClose(reason, description);
			}
			this.listener.onClosed(reason);
		}
	}

	// What the server does

	@Override
	public String id() {
		return this.id;
	}

	@Override
	public Handshake handshake() {
		return this.handshake;
	}

	@Override
	public TransportType transport() {
		return this.handshake.transport();
	}

	@Override
	public EventExecutor executor() {
		return this.loop;
	}

	@Override
	public void send(OutboundMessage message) {
		if (this.closing) {
			return;
		}
		Packet packet = null;
		byte[] text = message.text();
		if (text != null) {
			packet = this.decoder.decodeText(Unpooled.wrappedBuffer(text));
		}
		for (byte[] binary : message.binaries()) {
			packet = this.decoder.decodeBinary(Unpooled.wrappedBuffer(binary));
		}
		if (packet != null) {
			this.listener.onPacket(packet);
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
		this.closing = true;
		this.loop.execute(() -> end(reason, description));
	}

}
