package io.distributor.link.message;

/**
 * Asks how many of the selected sockets are connected. The distributor answers with
 * {@link RequestDone}.
 *
 * @param namespace name of the namespace
 * @param selection which sockets
 * @param requestId id of the request, positive
 */
public record CountSockets(String namespace, Selection selection, long requestId) implements BackendMessage {

	@Override
	public void deliverTo(Handler handler) {
		handler.onCountSockets(this);
	}

}
