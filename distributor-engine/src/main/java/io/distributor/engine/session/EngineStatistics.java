package io.distributor.engine.session;

import io.distributor.engine.limit.Limit;
import io.distributor.engine.protocol.engineio.RequestError;

/**
 * Figures of an Engine.IO server since its start. May be read from any thread at any
 * time.
 */
public interface EngineStatistics {

	/**
	 * Returns the number of sessions open now.
	 * @return the number
	 */
	long openSessions();

	/**
	 * Returns how many sessions were opened.
	 * @return the number
	 */
	long openedSessions();

	/**
	 * Returns how many sessions moved from polling to a websocket.
	 * @return the number
	 */
	long upgradedSessions();

	/**
	 * Returns how many sessions were closed for a reason.
	 * @param reason the reason
	 * @return the number
	 */
	long closedSessions(CloseReason reason);

	/**
	 * Returns how many requests were refused with an error.
	 * @param error the error
	 * @return the number
	 */
	long refusedRequests(RequestError error);

	/**
	 * Returns how often a limit was reached.
	 * @param limit the limit
	 * @return how often, as far as sessions and requests are concerned
	 */
	long reached(Limit limit);

	/**
	 * Returns the number of sessions open now that are not in use yet: in Socket.IO,
	 * those that have not joined a namespace.
	 * @return the number
	 */
	int halfOpenSessions();

	/**
	 * Returns how many such sessions there may be.
	 * @return the number
	 */
	int maxHalfOpenSessions();

	/**
	 * Returns what waits for clients to read it. Less than 16 KB of one client is not
	 * counted.
	 * @return bytes, at most a second old
	 */
	long unreadBytes();

	/**
	 * Returns how much may wait for all clients together.
	 * @return bytes
	 */
	long maxUnreadBytes();

	/**
	 * Returns how many volatile messages were dropped because the client did not read.
	 * @return the number
	 */
	long droppedMessages();

}
