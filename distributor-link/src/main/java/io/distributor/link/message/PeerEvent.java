package io.distributor.link.message;

/**
 * An event for another instance that owns the same namespace, not for clients. The other
 * one answers with {@link PeerAnswer} if it is asked to.
 *
 * @param namespace name of the namespace
 * @param requestId id of the request, or 0 when no answer is wanted
 * @param payload event name and arguments
 */
public record PeerEvent(String namespace, long requestId, Payload payload) implements PeerMessage {

	@Override
	public void deliverTo(Handler handler) {
		handler.onPeerEvent(this);
	}

}
