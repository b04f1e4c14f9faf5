package io.distributor.link.message;

import java.util.List;

/**
 * Which sockets of this distributor were asked by {@link AskSockets}.
 *
 * @param requestId id of the request
 * @param sockets public ids of the sockets
 */
public record AskedSockets(long requestId, List<String> sockets) implements DistributorMessage {

	public AskedSockets {
		sockets = List.copyOf(sockets);
	}

	@Override
	public void deliverTo(Handler handler) {
		handler.onAskedSockets(this);
	}

}
