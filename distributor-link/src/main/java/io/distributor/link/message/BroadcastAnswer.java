package io.distributor.link.message;

import org.jspecify.annotations.Nullable;

/**
 * A client acknowledged what it was asked by {@link AskSockets}, or left without that.
 *
 * @param requestId id of the request
 * @param socketId public id of the socket
 * @param payload arguments of the answer, or {@code null} if there will be none
 */
public record BroadcastAnswer(long requestId, String socketId,
		@Nullable Payload payload) implements DistributorMessage {

	@Override
	public void deliverTo(Handler handler) {
		handler.onBroadcastAnswer(this);
	}

}
