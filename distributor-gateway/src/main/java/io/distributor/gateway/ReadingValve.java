package io.distributor.gateway;

import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;

import org.jspecify.annotations.Nullable;

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

	private @Nullable Relief relief;

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

	/**
	 * All sockets together have too much unhandled: this one adds no more until they have
	 * less.
	 */
	void stopUntilRelief(UnhandledTotal total) {
		if (this.relief == null) {
			Relief relief = new Relief(total);
			this.relief = relief;
			update();
			total.onRelief(relief);
		}
	}

	/**
	 * The client has left: nothing of it is to be stopped any more, but by what the link
	 * does not take.
	 */
	void open() {
		this.homeBehind = false;
		if (this.relief != null) {
			this.relief.end();
		}
		update();
	}

	private void update() {
		boolean wanted = this.homeBehind || this.linkOverloaded || this.relief != null;
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

	/**
	 * What this valve waits for.
	 */
	private final class Relief implements Runnable {

		private final UnhandledTotal total;

		private Relief(UnhandledTotal total) {
			this.total = total;
		}

		@Override
		public void run() {
			try {
				ReadingValve.this.client.executor().execute(this::end);
			}
			catch (RejectedExecutionException ex) {
				// The server has stopped: there is nothing to be read.
			}
		}

		private void end() {
			if (ReadingValve.this.relief == this) {
				this.total.remove(this);
				ReadingValve.this.relief = null;
				update();
			}
		}

	}

}
