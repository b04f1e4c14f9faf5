package io.distributor.gateway;

import java.util.concurrent.atomic.AtomicInteger;

import io.distributor.engine.namespace.ClientSocket;

/**
 * Stops reading from a client while there is a reason to. To be used on the event loop of
 * the socket.
 */
final class ReadingValve {

	private final ClientSocket client;

	private final AtomicInteger pausedSockets;

	private boolean homeBehind;

	private boolean linkOverloaded;

	private boolean paused;

	ReadingValve(ClientSocket client, AtomicInteger pausedSockets) {
		this.client = client;
		this.pausedSockets = pausedSockets;
	}

	/**
	 * Says whether the home has too many events left to handle.
	 */
	void homeBehind(boolean behind) {
		this.homeBehind = behind;
		update();
	}

	/**
	 * Says whether messages of this socket are held because the link is overloaded.
	 */
	void linkOverloaded(boolean overloaded) {
		this.linkOverloaded = overloaded;
		update();
	}

	private void update() {
		boolean wanted = this.homeBehind || this.linkOverloaded;
		if (wanted == this.paused) {
			return;
		}
		this.paused = wanted;
		if (wanted) {
			this.pausedSockets.incrementAndGet();
			this.client.pauseReading();
		}
		else {
			this.pausedSockets.decrementAndGet();
			this.client.resumeReading();
		}
	}

}
