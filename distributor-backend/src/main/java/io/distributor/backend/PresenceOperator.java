package io.distributor.backend;

import java.util.concurrent.CompletionStage;

import org.jspecify.annotations.Nullable;

/**
 * Asks all distributors which of the selected sockets are connected. The answers are of
 * about the same moment, behind what the same thread emitted and asked for before. They
 * fail as {@link BroadcastOperator#socketsJoin} does, never because answers are missing.
 */
public interface PresenceOperator {

	/**
	 * Counts the selected sockets.
	 * @return their number, with the distributors that did not answer
	 */
	CompletionStage<RequestResult> count();

	/**
	 * Fetches the selected sockets, as many as the size of a fetch allows.
	 * @return the sockets; beyond that size it says that it is truncated
	 */
	CompletionStage<FetchedSockets> fetchSockets();

	/**
	 * Fetches one page of the selected sockets. Pages are in the order of the ids, so
	 * sockets that come and go meanwhile make no other one appear twice or be left out.
	 * @param limit number of sockets at most, at least 1; a page ends earlier at the size
	 * of a fetch
	 * @param after {@link FetchedSockets#next()} of the page before, or {@code null} for
	 * the first one
	 * @return the sockets
	 */
	CompletionStage<FetchedSockets> fetchSockets(int limit, @Nullable String after);

}
