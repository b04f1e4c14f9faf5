package io.distributor.nettysocketio.engine;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

import com.corundumstudio.socketio.Transport;
import com.corundumstudio.socketio.handler.ClientHead;
import com.corundumstudio.socketio.protocol.EngineIOVersion;
import com.corundumstudio.socketio.protocol.Packet;
import com.corundumstudio.socketio.protocol.PacketType;
import io.distributor.engine.limit.Limit;
import io.distributor.engine.protocol.engineio.Utf8;
import io.distributor.engine.session.CloseReason;
import io.distributor.engine.session.EngineConnectionHandler;
import io.distributor.engine.session.EngineSession;
import io.distributor.engine.session.EngineSessionHandler;
import io.distributor.engine.session.Handshake;
import io.distributor.engine.session.OutboundMessage;
import io.distributor.engine.session.TransportType;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.channel.EventLoop;
import io.netty.handler.codec.base64.Base64;
import io.netty.util.concurrent.EventExecutor;
import org.jspecify.annotations.Nullable;

/**
 * A connection of a client of netty-socketio. It lives on the event loop of the network
 * connection by which it first asked for a namespace; what comes by another one takes one
 * hop. The {@code receive} methods, {@link #expect} and {@link #takeExpected} are called
 * by whoever reads the connection, one after another; {@link #end} and {@link #close} by
 * any thread; all else on the event loop.
 */
final class NettySocketIoSession implements EngineSession {

	private final ClientHead client;

	private final EventLoop loop;

	private final Handshake handshake;

	private final NettySocketIoOptions options;

	private final SessionCounters counters;

	private final Consumer<ClientHead> forget;

	private final AtomicLong queuedBytes = new AtomicLong();

	private final Queue<Runnable> held = new ArrayDeque<>(0);

	private long heldBytes;

	private boolean paused;

	private boolean closed;

	private volatile int expected;

	private volatile @Nullable Channel webSocket;

	private @Nullable EngineSessionHandler handler;

	/**
	 * Creates the session.
	 * @param forget hears of the end of the session, on its event loop
	 */
	NettySocketIoSession(ClientHead client, EventLoop loop, Handshake handshake, NettySocketIoOptions options,
			SessionCounters counters, Consumer<ClientHead> forget) {
		this.client = client;
		this.loop = loop;
		this.handshake = handshake;
		this.options = options;
		this.counters = counters;
		this.forget = forget;
	}

	/**
	 * Begins. To be called on the event loop.
	 */
	void open(EngineConnectionHandler connectionHandler) {
		this.handler = connectionHandler.onOpen(this);
	}

	/**
	 * Remembers the connection that carries the session now.
	 */
	void follow(Channel channel) {
		if (this.webSocket == null && this.client.isTransportChannel(channel, Transport.WEBSOCKET)) {
			this.webSocket = channel;
			if (this.handshake.transport() == TransportType.POLLING) {
				this.counters.upgraded.increment();
			}
		}
	}

	// What the client sends

	/**
	 * So many binary messages belong to the text message that comes.
	 */
	void expect(int attachments) {
		this.expected = attachments;
	}

	/**
	 * Returns whether a binary message belongs to the last text message.
	 */
	boolean takeExpected() {
		int rest = this.expected;
		this.expected = Math.max(0, rest - 1);
		return rest > 0;
	}

	void receiveText(ByteBuf text) {
		receive(text, this::deliverText);
	}

	void receiveBinary(ByteBuf data) {
		receive(data, (message) -> handler().onBinary(message));
	}

	void receiveBase64(ByteBuf text) {
		ByteBuf data = Base64.decode(text);
		try {
			receiveBinary(data);
		}
		finally {
			data.release();
		}
	}

	private void receive(ByteBuf message, Delivery delivery) {
		if (this.loop.inEventLoop() && !this.paused) {
			deliver(message, delivery);
			return;
		}
		ByteBuf copy = Unpooled.copiedBuffer(message);
		execute(() -> {
			if (this.paused) {
				hold(copy, delivery);
			}
			else {
				deliver(copy, delivery);
			}
		});
	}

	private void deliver(ByteBuf message, Delivery delivery) {
		if (!this.closed) {
			delivery.deliver(message);
		}
	}

	private void deliverText(ByteBuf text) {
		if (Utf8.isValid(text)) {
			handler().onText(text);
		}
		else {
			close(CloseReason.PARSE_ERROR, "text message: not UTF-8 (expected: UTF-8)");
		}
	}

	private void hold(ByteBuf message, Delivery delivery) {
		this.heldBytes += message.readableBytes();
		if (this.heldBytes > this.options.maxHeldBytes()) {
			this.counters.limits.count(Limit.PAYLOAD);
			close(CloseReason.FORCED_CLOSE, "messages while nothing is read: too many");
			return;
		}
		this.held.add(() -> deliver(message, delivery));
	}

	@Override
	public void pauseReading() {
		this.paused = true;
		setAutoRead(false);
	}

	@Override
	public void resumeReading() {
		this.paused = false;
		while (!this.paused && !this.held.isEmpty()) {
			this.held.remove().run();
		}
		if (!this.paused) {
			this.heldBytes = 0;
			setAutoRead(true);
		}
	}

	private void setAutoRead(boolean autoRead) {
		Channel channel = this.webSocket;
		if (channel != null) {
			channel.config().setAutoRead(autoRead);
		}
	}

	// What the client gets

	@Override
	public void send(OutboundMessage message) {
		if (this.closed) {
			return;
		}
		if (waitingBytes() + MessagePacket.size(message) <= this.options.maxOutboundBytes()) {
			this.client.send(new MessagePacket(message, this.queuedBytes));
		}
		else if (message.isDroppable()) {
			this.counters.limits.count(Limit.OUTBOUND_DROPPED);
			this.counters.dropped.increment();
		}
		else {
			this.counters.limits.count(Limit.OUTBOUND);
			close(CloseReason.SLOW_CONSUMER, "slow consumer: too much waits to be read");
		}
	}

	/**
	 * Returns what waits for the client to read it. May be called from any thread.
	 */
	long waitingBytes() {
		Channel channel = this.webSocket;
		return this.queuedBytes.get() + ((channel != null) ? pendingBytes(channel) : 0);
	}

	private static long pendingBytes(Channel channel) {
		ChannelOutboundBuffer buffer = channel.unsafe().outboundBuffer();
		return (buffer != null) ? buffer.totalPendingWriteBytes() : 0;
	}

	// The end

	@Override
	public void close(CloseReason reason, @Nullable String description) {
		execute(() -> {
			if (!this.closed) {
				ended(reason, description);
				disconnect();
			}
		});
	}

	/**
	 * The client is gone.
	 */
	void end(CloseReason reason, @Nullable String description) {
		execute(() -> {
			if (!this.closed) {
				ended(reason, description);
			}
		});
	}

	private void ended(CloseReason reason, @Nullable String description) {
		this.closed = true;
		this.held.clear();
		this.forget.accept(this.client);
		this.counters.closed(reason);
		handler().onClose(reason, description);
	}

	/**
	 * Closes the connection without a word of Socket.IO, so that the client comes back.
	 */
	private void disconnect() {
		setAutoRead(true);
		this.client.send(new Packet(PacketType.CLOSE, EngineIOVersion.V4));
		this.client.onChannelDisconnect();
		Channel channel = this.webSocket;
		if (channel != null) {
			channel.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(ChannelFutureListener.CLOSE);
		}
	}

	private EngineSessionHandler handler() {
		EngineSessionHandler present = this.handler;
		if (present == null) {
			throw new IllegalStateException("session: not open yet");
		}
		return present;
	}

	/** When the server has stopped, its event loops have, and nobody is there to hear. */
	private void execute(Runnable task) {
		if (this.loop.inEventLoop() && this.handler != null) {
			task.run();
			return;
		}
		try {
			this.loop.execute(task);
		}
		catch (RejectedExecutionException ex) {
			// Its sockets end with the distributor.
		}
	}

	@Override
	public String id() {
		return this.client.getSessionId().toString();
	}

	@Override
	public Handshake handshake() {
		return this.handshake;
	}

	@Override
	public TransportType transport() {
		return (this.client.getCurrentTransport() == Transport.WEBSOCKET) ? TransportType.WEBSOCKET
				: TransportType.POLLING;
	}

	@Override
	public EventExecutor executor() {
		return this.loop;
	}

	/**
	 * How a message is delivered.
	 */
	@FunctionalInterface
	private interface Delivery {

		void deliver(ByteBuf message);

	}

}
