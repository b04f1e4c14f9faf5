package io.distributor.engine.transport;

import io.distributor.engine.session.EngineSession;

/**
 * Tells tests whether a poll has arrived.
 */
public final class WaitingPoll {

	private WaitingPoll() {
	}

	public static boolean isAt(EngineSession session) throws Exception {
		PollingTransport polling = ((TransportSession) session).polling();
		return polling != null && session.executor().submit(polling::isPollWaiting).get();
	}

}
