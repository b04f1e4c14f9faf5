package io.distributor.link.message;

/**
 * An event for all selected sockets, each of which is to acknowledge it. The distributor
 * answers with one {@link AskedSockets}, and with one {@link BroadcastAnswer} for each
 * socket named there, some of which may come before it.
 *
 * @param namespace name of the namespace
 * @param selection which sockets
 * @param requestId id of the request, positive
 * @param payload event name and arguments
 */
public record AskSockets(String namespace, Selection selection, long requestId,
		Payload payload) implements BackendMessage {

	@Override
	public void deliverTo(Handler handler) {
		handler.onAskSockets(this);
	}

}
