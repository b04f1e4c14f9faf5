package io.distributor.engine.server;

import io.distributor.engine.session.CloseReason;
import io.distributor.engine.transport.PollingTransport;
import io.netty.buffer.ByteBuf;

/**
 * A POST request that brings packets.
 */
final class PostRequest implements RequestHandler {

	private final RequestExchange exchange;

	private final PollingTransport polling;

	private final boolean binary;

	private boolean handedOver;

	PostRequest(RequestExchange exchange, PollingTransport polling, boolean binary) {
		this.exchange = exchange;
		this.polling = polling;
		this.binary = binary;
	}

	void onInvalidContent(String description) {
		fail(CloseReason.TRANSPORT_ERROR, description);
	}

	@Override
	public void onComplete(ByteBuf body) {
		ByteBuf payload = this.binary ? body : Jsonp.payload(this.exchange, body);
		this.handedOver = true;
		this.polling.post(this.exchange, payload, this.binary);
	}

	@Override
	public void onTooLarge() {
		fail(CloseReason.PAYLOAD_TOO_LARGE, "body of a POST request is larger than maxPayload");
	}

	@Override
	public void onCancelled() {
		if (!this.handedOver) {
			fail(CloseReason.TRANSPORT_ERROR, "data request connection closed prematurely");
		}
	}

	private void fail(CloseReason reason, String description) {
		this.handedOver = true;
		this.polling.failPost(reason, description);
	}

}
