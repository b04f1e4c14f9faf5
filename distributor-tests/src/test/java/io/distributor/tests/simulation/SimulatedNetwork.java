package io.distributor.tests.simulation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import io.distributor.link.protocol.Channels;

/**
 * The publish/subscribe service between the nodes. Frames are lost, doubled and delayed;
 * on one channel they keep their order, between channels they do not.
 */
final class SimulatedNetwork {

	private static final int LONG_DELAY = 40;

	private static final String PRESENCE = new Channels(SimulatedLink.OPTIONS.prefix()).presence();

	private final SimulatedClock clock;

	private final Random random;

	private final double faults;

	private final boolean losesPresence;

	private final Map<String, List<SimulatedLink>> subscribers = new HashMap<>();

	private final Map<Way, Long> lastArrival = new HashMap<>();

	private long healedAt = Long.MAX_VALUE - LONG_DELAY;

	/**
	 * Creates a network.
	 * @param clock the time
	 * @param random what decides
	 * @param faults share of the frames that are lost, and of those that are doubled
	 * @param losesPresence whether heartbeats and goodbyes are lost as well; with it, a
	 * node may be taken for dead without a reason
	 */
	SimulatedNetwork(SimulatedClock clock, Random random, double faults, boolean losesPresence) {
		this.losesPresence = losesPresence;
		this.clock = clock;
		this.random = random;
		this.faults = faults;
	}

	/** From now on nothing is lost, doubled or late. */
	void heal() {
		this.healedAt = this.clock.now();
	}

	void subscribe(String channel, SimulatedLink link) {
		this.subscribers.computeIfAbsent(channel, (name) -> new ArrayList<>()).add(link);
	}

	void unsubscribe(String channel, SimulatedLink link) {
		List<SimulatedLink> present = this.subscribers.get(channel);
		if (present != null) {
			present.remove(link);
		}
	}

	void publish(SimulatedLink publisher, String channel, byte[] frame) {
		List<SimulatedLink> receivers = this.subscribers.get(channel);
		if (receivers == null) {
			return;
		}
		for (SimulatedLink subscriber : receivers) {
			if (!isLost(channel)) {
				carry(publisher, channel, frame, subscriber);
			}
			if (happens(this.faults)) {
				carry(publisher, channel, frame, subscriber);
			}
		}
	}

	private boolean isLost(String channel) {
		return happens(this.faults) && (this.losesPresence || !channel.equals(PRESENCE));
	}

	private void carry(SimulatedLink publisher, String channel, byte[] frame, SimulatedLink subscriber) {
		subscriber.process().after(delay(publisher, channel, subscriber), () -> subscriber.arrive(channel, frame));
	}

	private long delay(SimulatedLink publisher, String channel, SimulatedLink subscriber) {
		if (this.clock.now() > this.healedAt + LONG_DELAY) {
			return 1;
		}
		long delay = happens(2 * this.faults) ? this.random.nextInt(LONG_DELAY) : this.random.nextInt(3);
		long arrival = this.lastArrival.merge(new Way(publisher, channel, subscriber), this.clock.now() + delay,
				Math::max);
		return arrival - this.clock.now();
	}

	private boolean happens(double probability) {
		return this.clock.now() < this.healedAt && this.random.nextDouble() < probability;
	}

	private record Way(SimulatedLink publisher, String channel, SimulatedLink subscriber) {

	}

}
