package io.distributor.link.message;

import org.jspecify.annotations.Nullable;

/**
 * Asks for the selected sockets that are connected, the first ones by their ids. The
 * distributor answers with one or more {@link FetchAnswer}s, in the order of the ids.
 *
 * @param namespace name of the namespace
 * @param selection which sockets
 * @param after only those whose ids come after this one, or {@code null} for all
 * @param limit number of sockets at most, positive
 * @param bytes size of all answers together at which the distributor stops, positive
 * @param requestId id of the request, positive
 */
public record FetchSockets(String namespace, Selection selection, @Nullable String after, int limit, int bytes,
		long requestId) implements BackendMessage {

	@Override
	public void deliverTo(Handler handler) {
		handler.onFetchSockets(this);
	}

}
