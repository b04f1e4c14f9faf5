package io.distributor.link.message;

import org.jspecify.annotations.Nullable;

/**
 * Asks for the rooms of a namespace that have sockets, the first ones by their names. The
 * distributor answers with one {@link RoomsAnswer}.
 *
 * @param namespace name of the namespace
 * @param after only those whose names come after this one, or {@code null} for all
 * @param limit number of rooms at most, positive
 * @param requestId id of the request, positive
 */
public record FetchRooms(String namespace, @Nullable String after, int limit,
		long requestId) implements BackendMessage {

	@Override
	public void deliverTo(Handler handler) {
		handler.onFetchRooms(this);
	}

}
