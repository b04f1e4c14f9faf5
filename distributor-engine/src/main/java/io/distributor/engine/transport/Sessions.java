package io.distributor.engine.transport;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

import io.distributor.engine.limit.HeldBytes;
import io.distributor.engine.limit.SessionPlace;
import io.distributor.engine.limit.SessionPlaces;
import io.distributor.engine.protocol.engineio.OpenPacket;
import io.distributor.engine.protocol.engineio.PacketCodec;
import io.distributor.engine.protocol.engineio.PacketType;
import io.distributor.engine.session.CloseReason;
import io.distributor.engine.session.EngineConnectionHandler;
import io.distributor.engine.session.Handshake;
import io.distributor.engine.session.TransportType;
import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.util.concurrent.EventExecutor;
import org.jspecify.annotations.Nullable;

/**
 * The sessions of a server by their ids. May be used from any thread, unless a method
 * says otherwise.
 */
public final class Sessions {

	private final SessionOptions options;

	private final EngineConnectionHandler connectionHandler;

	private final EngineCounters counters;

	private final Map<EventExecutor, SessionLoop> loops = new IdentityHashMap<>();

	private final Map<String, TransportSession> sessions = new ConcurrentHashMap<>();

	private final OpenCount size = new OpenCount();

	private final SessionIds ids;

	private volatile boolean draining;

	/**
	 * Creates an empty registry.
	 * @param options rules of the sessions
	 * @param connectionHandler hears of new sessions
	 * @param counters counts what happens
	 * @param eventLoops event loops sessions can live on
	 * @param tag what the ids of the sessions begin with, {@value SessionIds#TAG_LENGTH}
	 * characters or none
	 */
	public Sessions(SessionOptions options, EngineConnectionHandler connectionHandler, EngineCounters counters,
			EventLoopGroup eventLoops, String tag) {
		this.ids = new SessionIds(tag);
		this.options = options;
		this.connectionHandler = connectionHandler;
		this.counters = counters;
		eventLoops
			.forEach((loop) -> this.loops.put(loop, new SessionLoop((EventLoop) loop, options, counters.bounds())));
	}

	/**
	 * Returns the tag of the server that made an id.
	 * @param id what the client gave as its id
	 * @return the tag, or {@code null} if it has none
	 */
	public static @Nullable String tag(String id) {
		return SessionIds.tag(id);
	}

	/**
	 * Returns a session.
	 * @param id what the client gave as its id
	 * @return the session, or {@code null} if there is none
	 */
	public @Nullable TransportSession find(String id) {
		return SessionIds.isWellFormed(id) ? this.sessions.get(id) : null;
	}

	/**
	 * Returns what the sessions of an event loop share.
	 * @param eventLoop the event loop
	 * @return the shared part
	 */
	public SessionLoop loop(EventExecutor eventLoop) {
		SessionLoop loop = this.loops.get(eventLoop);
		if (loop == null) {
			throw new IllegalArgumentException("eventLoop: " + eventLoop + " (expected: one of this server)");
		}
		return loop;
	}

	/**
	 * Returns the count of what clients have begun to send and not completed.
	 * @return the count, to be added to
	 */
	public HeldBytes held() {
		return this.counters.bounds().held();
	}

	/**
	 * Returns the places for new sessions; each one taken must be used to open a session.
	 * @return the places
	 */
	public SessionPlaces places() {
		return this.counters.bounds().places();
	}

	/**
	 * Opens a session on polling. To be called on the event loop of the connection.
	 * @param handshake what is known of the client
	 * @param place the place that was taken for it
	 * @param eventLoop event loop of the connection, and of the session from now on
	 * @param exchange the request
	 */
	public void openPolling(Handshake handshake, SessionPlace place, EventLoop eventLoop, HttpExchange exchange) {
		TransportSession session = register(handshake, place, loop(eventLoop), PollingTransport::new);
		PollingTransport polling = session.polling();
		if (polling != null) {
			polling.open(exchange, openPacket(session, this.options.upgradesToWebSocket()));
		}
		session.open(this.connectionHandler);
	}

	/**
	 * Opens a session on a websocket. To be called on the event loop of the channel,
	 * after the WebSocket handshake.
	 * @param handshake what is known of the client
	 * @param place the place that was taken for it
	 * @param channel the websocket, with no handlers but TLS
	 * @param compressed whether compression was agreed on
	 */
	public void openWebSocket(Handshake handshake, SessionPlace place, Channel channel, boolean compressed) {
		SessionLoop loop = loop(channel.eventLoop());
		SharedFrames frames = loop.frames(codec(handshake), compressed);
		WebSocketTransport webSocket = new WebSocketTransport(channel, loop, frames, this.options);
		TransportSession session = register(handshake, place, loop, (created) -> webSocket);
		webSocket.setOwner(session);
		webSocket.sendPacket(PacketType.OPEN, openPacket(session, false).text());
		session.open(this.connectionHandler);
		webSocket.install();
	}

	/**
	 * Begins an upgrade. To be called on the event loop of the session, which must be
	 * that of the channel, after the WebSocket handshake.
	 * @param session the session
	 * @param channel the websocket, with no handlers but TLS
	 * @param compressed whether compression was agreed on
	 */
	public void upgrade(TransportSession session, Channel channel, boolean compressed) {
		SharedFrames frames = session.loop().frames(session.codec(), compressed);
		WebSocketTransport webSocket = new WebSocketTransport(channel, session.loop(), frames, this.options);
		UpgradeProbe probe = new UpgradeProbe(session, webSocket);
		webSocket.setOwner(probe);
		probe.start();
		webSocket.install();
	}

	private TransportSession register(Handshake handshake, SessionPlace place, SessionLoop loop,
			Function<TransportSession, Transport> transport) {
		TransportSession session = new TransportSession(this.ids.next(), handshake, place, this, loop, codec(handshake),
				transport);
		this.size.increment();
		this.sessions.put(session.id(), session);
		this.counters.sessionOpened();
		if (this.draining) {
			session.close(CloseReason.SERVER_SHUTTING_DOWN, null);
		}
		return session;
	}

	private static PacketCodec codec(Handshake handshake) {
		if (handshake.protocol() != 3) {
			return PacketCodec.REVISION_4;
		}
		Map<String, String> query = handshake.query();
		boolean binary = isFalse(query.get("b64")) && !query.containsKey("j");
		return binary ? PacketCodec.REVISION_3 : PacketCodec.REVISION_3_BASE64;
	}

	private static boolean isFalse(@Nullable String parameter) {
		return parameter == null || parameter.isEmpty() || parameter.equals("0");
	}

	private OpenPacket openPacket(TransportSession session, boolean upgrade) {
		return new OpenPacket(session.id(), upgrade, this.options.pingInterval(), this.options.pingTimeout(),
				this.options.maxPayload());
	}

	/**
	 * Opens no further sessions.
	 */
	public void drain() {
		this.draining = true;
	}

	/**
	 * Returns whether no further sessions are opened.
	 * @return whether this server drains
	 */
	public boolean isDraining() {
		return this.draining;
	}

	/**
	 * Closes all sessions.
	 * @param reason why
	 * @return counts the sessions that are left, which are those whose last packets wait
	 * for a poll
	 */
	public OpenCount closeAll(CloseReason reason) {
		new ArrayList<>(this.sessions.values()).forEach((session) -> session.close(reason, null));
		return this.size;
	}

	/**
	 * Gives back what is kept outside of the heap. To be called when the event loops have
	 * ended.
	 */
	public void release() {
		this.loops.values().forEach((loop) -> loop.compressors().close());
	}

	/**
	 * Returns whether a transport may be used.
	 * @param transport the transport
	 * @return whether it may
	 */
	public boolean allows(TransportType transport) {
		return this.options.transports().contains(transport);
	}

	SessionOptions options() {
		return this.options;
	}

	EngineCounters counters() {
		return this.counters;
	}

	void remove(TransportSession session) {
		if (this.sessions.remove(session.id(), session)) {
			session.place().release();
			this.size.decrement();
		}
	}

}
