package io.distributor.tests.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A channel of the simulated network: who hears it, and when what was published last
 * arrives there, so that nothing overtakes it.
 */
final class SimulatedChannel {

	private final List<SimulatedLink> subscribers = new ArrayList<>();

	/** By the number of the publisher and that of the subscriber. */
	private long[][] arrivals = new long[0][];

	void add(SimulatedLink link) {
		this.subscribers.add(link);
	}

	void remove(SimulatedLink link) {
		this.subscribers.remove(link);
	}

	/** Returns those that can hear it; a process that was killed does not unsubscribe. */
	List<SimulatedLink> subscribers() {
		this.subscribers.removeIf((link) -> link.process().hasEnded());
		return this.subscribers;
	}

	/**
	 * Returns when something arrives.
	 * @param publisher number of the link that publishes it
	 * @param subscriber number of the link that hears it
	 * @param earliest when it would arrive alone
	 * @return not before what that publisher published earlier
	 */
	long arrival(int publisher, int subscriber, long earliest) {
		if (publisher >= this.arrivals.length) {
			this.arrivals = Arrays.copyOf(this.arrivals, publisher + 1);
		}
		long[] ways = this.arrivals[publisher];
		if (ways == null || subscriber >= ways.length) {
			ways = (ways != null) ? Arrays.copyOf(ways, 2 * subscriber) : new long[subscriber + 4];
			this.arrivals[publisher] = ways;
		}
		ways[subscriber] = Math.max(ways[subscriber], earliest);
		return ways[subscriber];
	}

}
