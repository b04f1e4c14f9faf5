package io.distributor.engine.server;

import io.distributor.engine.protocol.engineio.RequestError;
import io.distributor.engine.session.Handshake;
import io.distributor.engine.session.TransportType;
import io.distributor.engine.transport.Sessions;
import io.netty.buffer.ByteBuf;

/**
 * A request that opens a session: the first poll, or a WebSocket handshake.
 */
final class SessionOpening implements RequestHandler {

	private final RequestExchange exchange;

	private final TransportType transport;

	private final Sessions sessions;

	private final boolean secure;

	SessionOpening(RequestExchange exchange, TransportType transport, Sessions sessions, boolean secure) {
		this.exchange = exchange;
		this.transport = transport;
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
		Handshake handshake = Handshakes.of(this.exchange, this.transport, this.secure);
		switch (this.transport) {
			case POLLING -> openPolling(handshake);
			case WEBSOCKET -> openWebSocket(handshake);
		}
	}

	private void openPolling(Handshake handshake) {
		this.sessions.openPolling(handshake, this.exchange.connection().channel().eventLoop(), this.exchange);
	}

	private void openWebSocket(Handshake handshake) {
		HttpConnection connection = this.exchange.connection();
		connection.switchProtocols(this.exchange, WebSocketHandshake.response(this.exchange.headers()));
		this.sessions.openWebSocket(handshake, connection.channel());
	}

}
