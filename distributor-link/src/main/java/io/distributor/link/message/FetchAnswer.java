package io.distributor.link.message;

import java.util.List;

/**
 * Some of the sockets that {@link FetchSockets} asked for.
 *
 * @param requestId id of the request
 * @param sockets the sockets, in the order of their ids
 * @param last whether nothing follows
 * @param more whether there are sockets beyond the last one of all answers, which the
 * limits of the request or of the distributor left out; only where nothing follows
 */
public record FetchAnswer(long requestId, List<SocketDetails> sockets, boolean last,
		boolean more) implements DistributorMessage {

	public FetchAnswer {
		sockets = List.copyOf(sockets);
	}

	@Override
	public void deliverTo(Handler handler) {
		handler.onFetchAnswer(this);
	}

}
