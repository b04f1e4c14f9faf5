package io.distributor.engine.transport;

import io.distributor.engine.limit.Backlog;
import io.distributor.engine.limit.HeldBytes;
import io.distributor.engine.limit.LimitCounters;
import io.distributor.engine.limit.SessionPlaces;

/**
 * What all sessions of a server share, and how often they came to its bounds. May be used
 * from any thread.
 *
 * @param counters counts of limits
 * @param places places for sessions
 * @param held what clients have begun to send and not completed
 * @param backlog what waits for clients to read it
 */
public record SessionBounds(LimitCounters counters, SessionPlaces places, HeldBytes held, Backlog backlog) {

	/**
	 * Creates bounds that nothing has come to yet.
	 * @param options rules of the sessions
	 * @return the bounds
	 */
	public static SessionBounds of(SessionOptions options) {
		LimitCounters counters = new LimitCounters();
		return new SessionBounds(counters, new SessionPlaces(options.limits(), counters),
				new HeldBytes(options.maxIncompleteBytes(), counters),
				new Backlog(options.maxOutboundTotalBytes(), counters));
	}

}
