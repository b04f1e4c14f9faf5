package io.distributor.engine.server;

import io.distributor.engine.protocol.engineio.RequestError;
import io.distributor.engine.session.TransportType;
import io.distributor.engine.transport.Sessions;
import io.netty.buffer.ByteBuf;

/**
 * A GET request that opens a session on polling.
 */
final class PollingOpening implements RequestHandler {

	private final RequestExchange exchange;

	private final Sessions sessions;

	private final boolean secure;

	PollingOpening(RequestExchange exchange, Sessions sessions, boolean secure) {
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
		this.sessions.openPolling(Handshakes.of(this.exchange, TransportType.POLLING, this.secure),
				this.exchange.connection().channel().eventLoop(), this.exchange);
	}

}
