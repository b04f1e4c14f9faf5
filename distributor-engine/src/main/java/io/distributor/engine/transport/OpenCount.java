package io.distributor.engine.transport;

import java.util.concurrent.TimeUnit;

/**
 * Counts what is open, and lets one wait for the end of it. May be used from any thread;
 * only {@link #awaitZero(long)} blocks.
 */
public final class OpenCount {

	private int count;

	/**
	 * Counts one more.
	 * @return the number open now
	 */
	public synchronized int increment() {
		return ++this.count;
	}

	/**
	 * Counts one less.
	 */
	public synchronized void decrement() {
		if (--this.count == 0) {
			notifyAll();
		}
	}

	/**
	 * Returns the number open now.
	 * @return the number
	 */
	public synchronized int get() {
		return this.count;
	}

	/**
	 * Waits until nothing is open.
	 * @param deadline {@link System#nanoTime()} at which the wait ends
	 * @return whether nothing is open
	 * @throws InterruptedException if the thread was interrupted
	 */
	public synchronized boolean awaitZero(long deadline) throws InterruptedException {
		long millis = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
		while (this.count > 0 && millis > 0) {
			wait(millis);
			millis = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
		}
		return this.count == 0;
	}

}
