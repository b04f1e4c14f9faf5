package io.distributor.engine.transport;

import java.util.function.Function;

import io.distributor.engine.limit.Limit;
import io.distributor.engine.limit.SessionPlace;
import io.distributor.engine.protocol.engineio.PacketCodec;
import io.distributor.engine.protocol.engineio.PacketType;
import io.distributor.engine.session.CloseReason;
import io.distributor.engine.session.EngineConnectionHandler;
import io.distributor.engine.session.EngineSession;
import io.distributor.engine.session.EngineSessionHandler;
import io.distributor.engine.session.Handshake;
import io.distributor.engine.session.OutboundMessage;
import io.distributor.engine.session.TransportType;
import io.netty.buffer.ByteBuf;
import io.netty.util.concurrent.EventExecutor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The state machine of a session. What it holds is changed on its event loop only.
 */
public final class TransportSession implements EngineSession, TransportOwner {

	private static final Logger logger = LoggerFactory.getLogger(TransportSession.class);

	private final String id;

	private final Handshake handshake;

	private final SessionPlace place;

	private final Sessions sessions;

	private final SessionLoop loop;

	private final PacketCodec codec;

	private final Heartbeat heartbeat;

	private volatile Transport transport;

	private volatile SessionState state = SessionState.OPEN;

	private @Nullable UpgradeProbe probe;

	private volatile @Nullable EngineSessionHandler handler;

	private boolean readingPaused;

	TransportSession(String id, Handshake handshake, SessionPlace place, Sessions sessions, SessionLoop loop,
			PacketCodec codec, Function<TransportSession, Transport> transport) {
		this.id = id;
		this.handshake = handshake;
		this.place = place;
		this.sessions = sessions;
		this.loop = loop;
		this.codec = codec;
		this.heartbeat = (codec.revision() == 3) ? new ClientHeartbeat(this) : new ServerHeartbeat(this);
		this.transport = transport.apply(this);
	}

	void open(EngineConnectionHandler connectionHandler) {
		this.heartbeat.start();
		try {
			this.handler = connectionHandler.onOpen(this);
		}
		catch (RuntimeException ex) {
			logger.error("The connection handler failed to open a session", ex);
			this.handler = ClosedSessionHandler.INSTANCE;
			close(CloseReason.FORCED_CLOSE, "the session could not be opened");
		}
	}

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
		return this.transport.type();
	}

	@Override
	public EventExecutor executor() {
		return this.loop.eventLoop();
	}

	/**
	 * Returns what polls and POST requests of this session go to. May be called from any
	 * thread.
	 * @return the transport, or {@code null} if the session is not polling
	 */
	public @Nullable PollingTransport polling() {
		return (this.transport instanceof PollingTransport polling) ? polling : null;
	}

	SessionPlace place() {
		return this.place;
	}

	SessionLoop loop() {
		return this.loop;
	}

	PacketCodec codec() {
		return this.codec;
	}

	SessionOptions options() {
		return this.sessions.options();
	}

	boolean isReadingPaused() {
		return this.readingPaused;
	}

	boolean isOpen() {
		return this.state == SessionState.OPEN;
	}

	boolean isLingering() {
		return this.state == SessionState.LINGERING;
	}

	@Override
	public void establish() {
		this.place.establish();
	}

	/**
	 * Counts a limit that the client has reached.
	 * @param limit the limit, or {@code null} if there is none to count
	 */
	void count(@Nullable Limit limit) {
		if (limit != null) {
			this.sessions.counters().limits().count(limit);
		}
	}

	@Override
	public void send(OutboundMessage message) {
		if (this.state != SessionState.OPEN || this.transport.send(message)) {
			return;
		}
		if (message.isDroppable()) {
			this.sessions.counters().messageDropped();
			return;
		}
		close(CloseReason.SLOW_CONSUMER,
				"slow consumer: more than " + options().maxOutboundBytes() + " bytes not read by the client");
	}

	void sendPacket(PacketType type, String text) {
		this.transport.sendPacket(type, text);
	}

	@Override
	public void onPacket(PacketType type, ByteBuf text) {
		if (this.state != SessionState.OPEN) {
			return;
		}
		this.heartbeat.onPacket();
		switch (type) {
			case MESSAGE -> deliver(text, false);
			case PONG -> this.heartbeat.onPong();
			case CLOSE -> close(CloseReason.TRANSPORT_CLOSE, null);
			case PING -> this.heartbeat.onPing(text);
			default -> logger.debug("Session ignores a packet of type {}", type);
		}
	}

	@Override
	public void onBinary(ByteBuf data) {
		if (this.state == SessionState.OPEN) {
			this.heartbeat.onPacket();
			deliver(data, true);
		}
	}

	private void deliver(ByteBuf message, boolean binary) {
		try {
			if (binary) {
				handler().onBinary(message);
			}
			else {
				handler().onText(message);
			}
		}
		catch (RuntimeException ex) {
			logger.error("The handler of a session failed to handle a message, the session is closed", ex);
			close(CloseReason.FORCED_CLOSE, "internal error");
		}
	}

	@Override
	public void onTransportClosed(CloseReason reason, @Nullable String description) {
		close(reason, description);
	}

	private EngineSessionHandler handler() {
		EngineSessionHandler current = this.handler;
		if (current == null) {
			throw new IllegalStateException("A packet arrived before the session was open");
		}
		return current;
	}

	@Override
	public void pauseReading() {
		if (!this.readingPaused) {
			this.readingPaused = true;
			this.transport.pauseReading();
		}
	}

	@Override
	public void resumeReading() {
		if (this.readingPaused) {
			this.readingPaused = false;
			this.heartbeat.onReadingResumed();
			this.transport.resumeReading();
		}
	}

	boolean startUpgrade(UpgradeProbe probe) {
		if (this.state != SessionState.OPEN || this.probe != null || !(this.transport instanceof PollingTransport)) {
			return false;
		}
		this.probe = probe;
		return true;
	}

	boolean isUpgrading() {
		return this.probe != null;
	}

	void onProbed() {
		if (this.transport instanceof PollingTransport polling) {
			polling.endPollForUpgrade();
		}
	}

	void abandonUpgrade(UpgradeProbe abandoned) {
		if (this.probe == abandoned) {
			this.probe = null;
		}
	}

	/**
	 * Moves this session from polling to a websocket, with all that waits for a poll.
	 * @param webSocket the new transport
	 */
	void completeUpgrade(WebSocketTransport webSocket) {
		this.probe = null;
		Transport previous = this.transport;
		this.transport = webSocket;
		this.heartbeat.start();
		this.sessions.counters().sessionUpgraded();
		if (previous instanceof PollingTransport polling) {
			polling.moveTo(webSocket);
		}
		if (this.readingPaused) {
			webSocket.pauseReading();
		}
	}

	@Override
	public void close(CloseReason reason, @Nullable String description) {
		if (this.handler == null || !this.loop.eventLoop().inEventLoop()) {
			this.loop.eventLoop().execute(() -> close(reason, description));
			return;
		}
		if (this.state != SessionState.OPEN) {
			return;
		}
		logger.debug("Session closes: {}, {}", reason, description);
		if (reason == CloseReason.SLOW_CONSUMER) {
			count(Limit.OUTBOUND);
		}
		this.heartbeat.cancel();
		this.state = SessionState.CLOSED;
		if (this.probe != null) {
			this.probe.abort();
		}
		if (this.transport.close(reason, description)) {
			this.state = SessionState.LINGERING;
		}
		else {
			this.sessions.remove(this);
		}
		this.sessions.counters().sessionClosed(reason);
		notifyClosed(reason, description);
	}

	private void notifyClosed(CloseReason reason, @Nullable String description) {
		try {
			handler().onClose(reason, description);
		}
		catch (RuntimeException ex) {
			logger.error("The handler of a session failed to handle its close", ex);
		}
	}

	void endLingering() {
		if (this.state == SessionState.LINGERING) {
			this.state = SessionState.CLOSED;
			this.sessions.remove(this);
		}
	}

	@Override
	public String toString() {
		return "session from " + this.handshake.address() + " by " + transport().protocolName();
	}

}
