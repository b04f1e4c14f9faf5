package io.distributor.gateway;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import io.distributor.link.presence.NodeId;

import static org.assertj.core.api.Assertions.assertThat;

class RendezvousTests {

	private static final List<NodeId> NODES = nodes("chat-1a2b", "chat-1a2c", "chat-9f00", "chat-9f01", "chat-9f02");

	private final List<String> keys = keys(20_000);

	@Test
	void spreadsKeysEvenly() {
		Rendezvous rendezvous = new Rendezvous(NODES);
		Map<NodeId, Integer> counts = new HashMap<>();
		this.keys.forEach((key) -> counts.merge(choose(rendezvous, key), 1, Integer::sum));
		assertThat(counts).hasSize(NODES.size());
		assertThat(counts.values()).allSatisfy((count) -> assertThat(count).isBetween(3_800, 4_200));
	}

	@Test
	void spreadsConsecutiveKeysEvenly() {
		Rendezvous rendezvous = new Rendezvous(NODES);
		Map<NodeId, Integer> counts = new HashMap<>();
		IntStream.range(0, 20_000).forEach((i) -> counts.merge(choose(rendezvous, "socket-" + i), 1, Integer::sum));
		assertThat(counts.values()).allSatisfy((count) -> assertThat(count).isBetween(3_800, 4_200));
	}

	@Test
	void movesOnlyTheKeysOfANodeThatGoes() {
		Rendezvous before = new Rendezvous(NODES);
		Rendezvous after = new Rendezvous(NODES.subList(1, NODES.size()));
		assertThat(this.keys).filteredOn((key) -> !choose(before, key).equals(choose(after, key)))
			.allSatisfy((key) -> assertThat(choose(before, key)).isEqualTo(NODES.get(0)));
	}

	@Test
	void movesOnlyKeysToANodeThatComes() {
		NodeId newcomer = new NodeId("chat-new");
		Rendezvous before = new Rendezvous(NODES);
		Rendezvous after = new Rendezvous(Stream.concat(NODES.stream(), Stream.of(newcomer)).toList());
		List<String> moved = this.keys.stream()
			.filter((key) -> !choose(before, key).equals(choose(after, key)))
			.toList();
		assertThat(moved).allSatisfy((key) -> assertThat(choose(after, key)).isEqualTo(newcomer));
		assertThat(moved.size()).isBetween(3_100, 3_600);
	}

	@Test
	void choosesAlikeWhateverTheOrderInWhichNodesWereHeardOf() {
		List<NodeId> reversed = NODES.stream().sorted(java.util.Comparator.reverseOrder()).toList();
		Rendezvous one = new Rendezvous(NODES);
		Rendezvous other = new Rendezvous(reversed);
		assertThat(this.keys).allSatisfy((key) -> assertThat(choose(one, key)).isEqualTo(choose(other, key)));
	}

	@Test
	void choosesNothingWithoutNodes() {
		assertThat(new Rendezvous(List.of()).choose("key")).isNull();
	}

	private static NodeId choose(Rendezvous rendezvous, String key) {
		NodeId chosen = rendezvous.choose(key);
		assertThat(chosen).isNotNull();
		return chosen;
	}

	private static List<NodeId> nodes(String... ids) {
		return Stream.of(ids).map(NodeId::new).toList();
	}

	private static List<String> keys(int count) {
		Random random = new Random(42);
		return IntStream.range(0, count)
			.mapToObj((i) -> random.ints(20, 'a', 'z' + 1)
				.collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
				.toString())
			.toList();
	}

}
