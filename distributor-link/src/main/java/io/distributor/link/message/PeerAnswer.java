package io.distributor.link.message;

import org.jspecify.annotations.Nullable;

/**
 * The answer to a {@link PeerEvent}.
 *
 * @param requestId id of the request
 * @param payload arguments of the answer, or {@code null} if there will be none: nothing
 * handles the event, or its handler failed
 */
public record PeerAnswer(long requestId, @Nullable Payload payload) implements PeerMessage {

	@Override
	public void deliverTo(Handler handler) {
		handler.onPeerAnswer(this);
	}

}
