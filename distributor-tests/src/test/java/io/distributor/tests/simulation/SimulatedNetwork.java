package io.distributor.tests.simulation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * The publish/subscribe service between the nodes. Frames are lost, doubled and delayed;
 * on one channel they keep their order, between channels they do not.
 */
final class SimulatedNetwork {

	private static final int LONG_DELAY = 40;

	private final SimulatedClock clock;

	private final Random random;

	private final double faults;

	private final Map<String, List<SimulatedLink>> subscribers = new HashMap<>();

	private final Map<Way, Long> lastArrival = new HashMap<>();

	private boolean healed;

	/**
	 * Creates a network.
	 * @param clock the time
	 * @param random what decides
	 * @param faults share of the frames that are lost, and of those that are doubled
	 */
	SimulatedNetwork(SimulatedClock clock, Random random, double faults) {
		this.clock = clock;
		this.random = random;
		this.faults = faults;
	}

	/** From now on nothing is lost, doubled or late. */
	void heal() {
		this.healed = true;
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
			if (!happens(this.faults)) {
				carry(publisher, channel, frame, subscriber);
			}
			if (happens(this.faults)) {
				carry(publisher, channel, frame, subscriber);
			}
		}
	}

	private void carry(SimulatedLink publisher, String channel, byte[] frame, SimulatedLink subscriber) {
		long delay = happens(2 * this.faults) ? this.random.nextInt(LONG_DELAY) : this.random.nextInt(3);
		Way way = new Way(publisher, channel, subscriber);
		Long last = this.lastArrival.get(way);
		long arrival = this.clock.now() + delay;
		if (last != null && last > arrival) {
			arrival = last;
		}
		this.lastArrival.put(way, arrival);
		subscriber.process().after(arrival - this.clock.now(), () -> subscriber.arrive(channel, frame));
	}

	private boolean happens(double probability) {
		return !this.healed && this.random.nextDouble() < probability;
	}

	private record Way(SimulatedLink publisher, String channel, SimulatedLink subscriber) {

	}

}
