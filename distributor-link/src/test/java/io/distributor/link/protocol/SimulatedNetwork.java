package io.distributor.link.protocol;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.Set;

/**
 * A clock and channels whose faults come from a seed: frames are lost, doubled and
 * delayed; on one channel they keep their order, between channels they do not.
 */
class SimulatedNetwork {

	private final Random random;

	private final PriorityQueue<Event> events = new PriorityQueue<>();

	private final Map<String, Set<SimulatedNode>> subscribers = new LinkedHashMap<>();

	private final Map<Way, Long> lastArrival = new HashMap<>();

	private long now;

	private long sequence;

	private boolean faulty = true;

	SimulatedNetwork(Random random) {
		this.random = random;
	}

	long now() {
		return this.now;
	}

	/** From now on nothing is lost, doubled or late. */
	void heal() {
		this.faulty = false;
	}

	void at(long time, Runnable action) {
		this.events.add(new Event(Math.max(time, this.now), this.sequence++, action));
	}

	void runUntil(long end) {
		while (!this.events.isEmpty() && this.events.peek().time() <= end) {
			Event event = this.events.poll();
			this.now = event.time();
			event.action().run();
		}
		this.now = end;
	}

	void subscribe(String channel, SimulatedNode node) {
		this.subscribers.computeIfAbsent(channel, (name) -> new LinkedHashSet<>()).add(node);
	}

	void unsubscribe(String channel, SimulatedNode node) {
		this.subscribers.getOrDefault(channel, new LinkedHashSet<>()).remove(node);
	}

	void publish(SimulatedNode publisher, String channel, byte[] frame) {
		for (SimulatedNode subscriber : this.subscribers.getOrDefault(channel, Set.of())) {
			if (!happens(0.05)) {
				carry(publisher, channel, frame, subscriber);
			}
			if (happens(0.05)) {
				carry(publisher, channel, frame, subscriber);
			}
		}
	}

	private void carry(SimulatedNode publisher, String channel, byte[] frame, SimulatedNode subscriber) {
		long delay = happens(0.1) ? this.random.nextInt(60) : this.random.nextInt(3);
		Way way = new Way(publisher, channel, subscriber);
		long arrival = Math.max(this.now + delay, this.lastArrival.getOrDefault(way, 0L));
		this.lastArrival.put(way, arrival);
		at(arrival, () -> subscriber.arrive(channel, frame));
	}

	private boolean happens(double probability) {
		return this.faulty && this.random.nextDouble() < probability;
	}

	private record Way(SimulatedNode publisher, String channel, SimulatedNode subscriber) {

	}

	private record Event(long time, long sequence, Runnable action) implements Comparable<Event> {

		@Override
		public int compareTo(Event other) {
			int byTime = Long.compare(this.time, other.time);
			return (byTime != 0) ? byTime : Long.compare(this.sequence, other.sequence);
		}

	}

}
