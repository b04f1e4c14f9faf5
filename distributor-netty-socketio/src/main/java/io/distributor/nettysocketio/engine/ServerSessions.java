package io.distributor.nettysocketio.engine;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

import com.corundumstudio.socketio.handler.ClientHead;
import com.corundumstudio.socketio.namespace.NamespacesHub;
import io.distributor.engine.session.CloseReason;
import io.distributor.engine.session.EngineConnectionHandler;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The sessions of one server: those of its clients that have asked for a namespace which
 * the server does not have itself. May be used from any thread.
 */
final class ServerSessions {

	private static final Logger logger = LoggerFactory.getLogger(ServerSessions.class);

	private final NamespacesHub ownNamespaces;

	private final EngineConnectionHandler connectionHandler;

	private final Predicate<String> ownedByBackend;

	private final NettySocketIoOptions options;

	private final boolean secure;

	private final SessionCounters counters;

	private final Map<UUID, NettySocketIoSession> sessions = new ConcurrentHashMap<>();

	private final Set<String> clashes = ConcurrentHashMap.newKeySet();

	/**
	 * Creates it.
	 * @param ownNamespaces namespaces of the server itself
	 * @param ownedByBackend says whether a live backend has a namespace, too
	 * @param secure whether the server encrypts its connections
	 */
	ServerSessions(NamespacesHub ownNamespaces, EngineConnectionHandler connectionHandler,
			Predicate<String> ownedByBackend, NettySocketIoOptions options, boolean secure, SessionCounters counters) {
		this.ownNamespaces = ownNamespaces;
		this.connectionHandler = connectionHandler;
		this.ownedByBackend = ownedByBackend;
		this.options = options;
		this.secure = secure;
		this.counters = counters;
	}

	// What clients send; each returns whether it was taken: if not, it is the server's

	boolean takeText(ChannelHandlerContext ctx, ClientHead client, ByteBuf packet) {
		InboundPacket beginning = InboundPacket.peek(packet);
		if (beginning == null || isOwn(beginning)) {
			return false;
		}
		if (!client.isConnected()) {
			return true;
		}
		NettySocketIoSession session = session(ctx, client);
		session.expect(beginning.attachments());
		session.receiveText(packet.skipBytes(1));
		return true;
	}

	boolean takeBinary(ClientHead client, ByteBuf attachment) {
		NettySocketIoSession session = this.sessions.get(client.getSessionId());
		if (session == null || !session.takeExpected()) {
			return false;
		}
		session.receiveBinary(attachment);
		return true;
	}

	boolean takePolled(ChannelHandlerContext ctx, ClientHead client, ByteBuf packet) {
		boolean binary = packet.isReadable() && packet.getByte(packet.readerIndex()) == 'b';
		if (!binary) {
			return takeText(ctx, client, packet);
		}
		NettySocketIoSession session = this.sessions.get(client.getSessionId());
		if (session == null || !session.takeExpected()) {
			return false;
		}
		session.receiveBase64(packet.skipBytes(1));
		return true;
	}

	private boolean isOwn(InboundPacket packet) {
		boolean own = packet.isMainNamespace() || this.ownNamespaces.get(packet.namespace()) != null;
		if (own && packet.connect() && this.ownedByBackend.test(packet.namespace())
				&& this.clashes.add(packet.namespace())) {
			logger.error(
					"Clients of namespace {} reach the SocketIOServer of this application and not the backend that "
							+ "owns it too: let one of them give it up{}",
					packet.namespace(),
					packet.isMainNamespace() ? " (the server always has '/': give the backend another one)" : "");
		}
		return own;
	}

	private NettySocketIoSession session(ChannelHandlerContext ctx, ClientHead client) {
		NettySocketIoSession session = this.sessions.get(client.getSessionId());
		if (session == null) {
			NettySocketIoSession added = new NettySocketIoSession(client, ctx.channel().eventLoop(),
					ClientHandshakes.of(client, this.secure), this.options, this.counters, this::forget);
			session = this.sessions.putIfAbsent(client.getSessionId(), added);
			if (session == null) {
				session = added;
				this.counters.opened.increment();
				added.open(this.connectionHandler);
			}
		}
		return session;
	}

	/**
	 * A client uses a websocket.
	 */
	void follow(ChannelHandlerContext ctx, ClientHead client) {
		NettySocketIoSession session = this.sessions.get(client.getSessionId());
		if (session != null) {
			session.follow(ctx.channel());
		}
	}

	// The end

	/**
	 * A client is gone.
	 */
	void end(ClientHead client) {
		NettySocketIoSession session = this.sessions.get(client.getSessionId());
		if (session != null) {
			session.end(CloseReason.TRANSPORT_CLOSE, null);
		}
	}

	private void forget(ClientHead client) {
		this.sessions.remove(client.getSessionId());
	}

	long unreadBytes() {
		return this.sessions.values().stream().mapToLong(NettySocketIoSession::waitingBytes).sum();
	}

	void closeAll() {
		this.sessions.values().forEach((session) -> session.close(CloseReason.SERVER_SHUTTING_DOWN, null));
	}

}
