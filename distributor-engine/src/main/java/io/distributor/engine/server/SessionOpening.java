package io.distributor.engine.server;

import io.distributor.engine.limit.Limit;
import io.distributor.engine.limit.LimitExceededException;
import io.distributor.engine.limit.SessionPlace;
import io.distributor.engine.protocol.engineio.RequestError;
import io.distributor.engine.session.Handshake;
import io.distributor.engine.session.TransportType;
import io.distributor.engine.transport.Sessions;
import io.netty.buffer.ByteBuf;
import io.netty.handler.codec.http.HttpHeaders;
import org.jspecify.annotations.Nullable;

/**
 * A request that opens a session: the first poll, or a WebSocket handshake.
 */
final class SessionOpening implements RequestHandler {

	private final RequestExchange exchange;

	private final TransportType transport;

	private final Sessions sessions;

	private final RequestRouter router;

	SessionOpening(RequestExchange exchange, TransportType transport, Sessions sessions, RequestRouter router) {
		this.exchange = exchange;
		this.transport = transport;
		this.sessions = sessions;
		this.router = router;
	}

	@Override
	public void onComplete(ByteBuf body) {
		body.release();
		Client client = this.exchange.client();
		SessionPlace place = place(client.address());
		if (place == null) {
			return;
		}
		Handshake handshake = this.router.handshakes().of(this.exchange, this.transport, client);
		switch (this.transport) {
			case POLLING -> openPolling(handshake, place);
			case WEBSOCKET -> openWebSocket(handshake, place);
		}
	}

	private @Nullable SessionPlace place(String address) {
		if (this.sessions.isDraining()) {
			this.router.refuse(this.exchange, RequestError.UNAVAILABLE);
			return null;
		}
		try {
			return this.sessions.places().take(address);
		}
		catch (LimitExceededException ex) {
			boolean inAll = ex.limit() == Limit.SESSIONS || ex.limit() == Limit.HALF_OPEN_SESSIONS;
			this.router.refuse(this.exchange, inAll ? RequestError.UNAVAILABLE : RequestError.TOO_MANY_SESSIONS);
			return null;
		}
	}

	private void openPolling(Handshake handshake, SessionPlace place) {
		this.sessions.openPolling(handshake, place, this.exchange.connection().channel().eventLoop(),
				Jsonp.exchange(this.exchange));
	}

	private void openWebSocket(Handshake handshake, SessionPlace place) {
		HttpConnection connection = this.exchange.connection();
		HttpHeaders headers = this.exchange.headers();
		String extension = this.router.agreeOnCompression(headers);
		connection.switchProtocols(this.exchange, WebSocketHandshake.response(headers, extension));
		this.sessions.openWebSocket(handshake, place, connection.channel(), extension != null);
	}

}
