package io.distributor.engine.server;

import io.distributor.engine.protocol.engineio.RequestError;
import io.distributor.engine.session.Handshake;
import io.distributor.engine.session.TransportType;
import io.distributor.engine.transport.Sessions;
import io.netty.buffer.ByteBuf;

/**
 * A WebSocket handshake that opens a session.
 */
final class WebSocketOpening implements RequestHandler {

	private final RequestExchange exchange;

	private final Sessions sessions;

	private final boolean secure;

	WebSocketOpening(RequestExchange exchange, Sessions sessions, boolean secure) {
		this.exchange = exchange;
		this.sessions = sessions;
		this.secure = secure;
	}

	@Override
	public void onComplete(ByteBuf body) {
		body.release();
		if (!this.sessions.tryReserve()) {
			this.exchange.refuse(RequestError.UNAVAILABLE);
			return;
		}
		Handshake handshake = Handshakes.of(this.exchange, TransportType.WEBSOCKET, this.secure);
		HttpConnection connection = this.exchange.connection();
		connection.switchProtocols(this.exchange, WebSocketHandshake.response(this.exchange.headers()));
		this.sessions.openWebSocket(handshake, connection.channel());
	}

}
