package io.distributor.link.protocol;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.distributor.link.presence.NodeId;

/**
 * What was sent and what was handled, and whether that keeps the promises.
 */
class SimulationRecord {

	private final Map<Pair, List<Long>> sent = new HashMap<>();

	private final Map<Pair, List<Long>> handled = new HashMap<>();

	private final Map<NodeId, Set<Long>> broadcasts = new HashMap<>();

	private final Set<Pair> parted = new HashSet<>();

	private int total;

	void sent(NodeId sender, NodeId receiver, long number) {
		this.sent.computeIfAbsent(new Pair(sender, receiver), (pair) -> new ArrayList<>()).add(number);
	}

	void broadcast(NodeId sender, long number) {
		this.broadcasts.computeIfAbsent(sender, (id) -> new HashSet<>()).add(number);
	}

	void handled(NodeId sender, NodeId receiver, long number) {
		List<Long> numbers = this.handled.computeIfAbsent(new Pair(sender, receiver), (pair) -> new ArrayList<>());
		if (!numbers.isEmpty() && numbers.get(numbers.size() - 1) >= number) {
			throw new AssertionError(
					receiver + " handled " + number + " of " + sender + " after " + numbers.get(numbers.size() - 1));
		}
		numbers.add(number);
		this.total++;
	}

	/** One of the two took the other for gone: what was under way may be lost. */
	void parted(NodeId one, NodeId other) {
		this.parted.add(new Pair(one, other));
		this.parted.add(new Pair(other, one));
	}

	List<Long> handledBy(NodeId receiver) {
		return this.handled.entrySet()
			.stream()
			.filter((entry) -> entry.getKey().receiver().equals(receiver))
			.flatMap((entry) -> entry.getValue().stream())
			.toList();
	}

	int total() {
		return this.total;
	}

	void check(Set<NodeId> living) {
		Set<Pair> pairs = new HashSet<>(this.sent.keySet());
		pairs.addAll(this.handled.keySet());
		for (Pair pair : pairs) {
			boolean together = living.contains(pair.sender()) && living.contains(pair.receiver())
					&& !this.parted.contains(pair);
			checkSent(pair, together);
			checkBroadcasts(pair, together);
		}
	}

	private void checkSent(Pair pair, boolean complete) {
		Set<Long> broadcasts = this.broadcasts.getOrDefault(pair.sender(), Set.of());
		List<Long> handled = this.handled.getOrDefault(pair, List.of())
			.stream()
			.filter((number) -> !broadcasts.contains(number))
			.toList();
		List<Long> sent = this.sent.getOrDefault(pair, List.of());
		if (handled.size() > sent.size() || !sent.subList(0, handled.size()).equals(handled)
				|| complete && handled.size() < sent.size()) {
			throw new AssertionError(pair + " sent " + sent + " but handled " + handled);
		}
	}

	private void checkBroadcasts(Pair pair, boolean complete) {
		Set<Long> broadcasts = this.broadcasts.getOrDefault(pair.sender(), Set.of());
		List<Long> handled = this.handled.getOrDefault(pair, List.of());
		List<Long> heard = handled.stream().filter(broadcasts::contains).toList();
		if (heard.isEmpty()) {
			return;
		}
		long first = heard.get(0);
		long last = complete ? Long.MAX_VALUE : heard.get(heard.size() - 1);
		List<Long> expected = broadcasts.stream()
			.filter((number) -> number >= first && number <= last)
			.sorted()
			.toList();
		if (!heard.equals(expected)) {
			throw new AssertionError(pair + " broadcast " + expected + " but handled " + heard);
		}
	}

	private record Pair(NodeId sender, NodeId receiver) {

	}

}
