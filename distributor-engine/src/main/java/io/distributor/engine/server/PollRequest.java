package io.distributor.engine.server;

import io.distributor.engine.transport.HttpExchange;
import io.distributor.engine.transport.PollingTransport;
import io.netty.buffer.ByteBuf;

/**
 * A GET request that waits for packets.
 */
final class PollRequest implements RequestHandler {

	private final HttpExchange exchange;

	private final PollingTransport polling;

	PollRequest(RequestExchange exchange, PollingTransport polling) {
		this.exchange = Jsonp.exchange(exchange);
		this.polling = polling;
	}

	@Override
	public void onComplete(ByteBuf body) {
		body.release();
		this.polling.poll(this.exchange);
	}

	@Override
	public void onCancelled() {
		this.polling.cancelled(this.exchange);
	}

}
