package io.distributor.tests.simulation;

import java.util.HashMap;
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

	private final Map<String, SimulatedChannel> channels = new HashMap<>();

	private int links;

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

	/** Returns a number for a link that joins. */
	int nextLink() {
		return this.links++;
	}

	void subscribe(String channel, SimulatedLink link) {
		this.channels.computeIfAbsent(channel, (name) -> new SimulatedChannel()).add(link);
	}

	void unsubscribe(String channel, SimulatedLink link) {
		SimulatedChannel left = this.channels.get(channel);
		if (left != null) {
			left.remove(link);
		}
	}

	void publish(SimulatedLink publisher, String name, byte[] frame) {
		SimulatedChannel channel = this.channels.get(name);
		if (channel == null) {
			return;
		}
		boolean losing = this.losesPresence || !name.equals(PRESENCE);
		for (SimulatedLink subscriber : channel.subscribers()) {
			if (!(happens(this.faults) && losing)) {
				subscriber.arrive(name, frame, delay(publisher, channel, subscriber));
			}
			if (happens(this.faults)) {
				subscriber.arrive(name, frame, delay(publisher, channel, subscriber));
			}
		}
	}

	private long delay(SimulatedLink publisher, SimulatedChannel channel, SimulatedLink subscriber) {
		if (this.clock.now() > this.healedAt + LONG_DELAY) {
			return 1;
		}
		long delay = happens(2 * this.faults) ? this.random.nextInt(LONG_DELAY) : this.random.nextInt(3);
		long now = this.clock.now();
		return channel.arrival(publisher.number(), subscriber.number(), now + delay) - now;
	}

	private boolean happens(double probability) {
		return this.clock.now() < this.healedAt && this.random.nextDouble() < probability;
	}

}
