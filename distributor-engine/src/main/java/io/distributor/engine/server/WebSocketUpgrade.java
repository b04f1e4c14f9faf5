package io.distributor.engine.server;

import io.distributor.engine.transport.Sessions;
import io.distributor.engine.transport.TransportSession;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.util.concurrent.Future;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A WebSocket handshake for a session that is polling.
 * <p>
 * The channel moves to the event loop of the session, so that all that happens to a
 * session happens on one loop and a broadcast reaches a loop once. It moves before the
 * handshake is answered: a client must wait for that answer (RFC 6455, section 4.1), so
 * nothing can arrive or be written while the channel belongs to no loop.
 */
final class WebSocketUpgrade implements RequestHandler {

	private static final Logger logger = LoggerFactory.getLogger(WebSocketUpgrade.class);

	private final RequestExchange exchange;

	private final Sessions sessions;

	private final TransportSession session;

	WebSocketUpgrade(RequestExchange exchange, Sessions sessions, TransportSession session) {
		this.exchange = exchange;
		this.sessions = sessions;
		this.session = session;
	}

	@Override
	public void onComplete(ByteBuf body) {
		body.release();
		Channel channel = channel();
		EventLoop loop = (EventLoop) this.session.executor();
		if (loop == channel.eventLoop()) {
			upgrade();
			return;
		}
		this.exchange.connection().leaveLoop();
		channel.config().setAutoRead(false);
		channel.deregister().addListener((deregistered) -> register(channel, loop));
	}

	private void register(Channel channel, EventLoop loop) {
		loop.register(channel).addListener(this::onRegistered);
	}

	private void onRegistered(Future<?> registered) {
		if (!registered.isSuccess()) {
			logger.debug("A websocket was closed before it could be opened", registered.cause());
			channel().close();
			return;
		}
		upgrade();
		channel().config().setAutoRead(true);
	}

	private void upgrade() {
		HttpConnection connection = this.exchange.connection();
		HttpHeaders headers = this.exchange.headers();
		String extension = connection.router().agreeOnCompression(headers);
		connection.switchProtocols(this.exchange, WebSocketHandshake.response(headers, extension));
		channel().flush();
		this.sessions.upgrade(this.session, channel(), extension != null);
	}

	private Channel channel() {
		return this.exchange.connection().channel();
	}

}
