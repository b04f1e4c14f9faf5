package io.distributor.gateway;

import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FirstEntriesTests {

	@Test
	void keepsTheFirstOnesInOrderAndAddsUpThoseOfOneName() {
		FirstEntries<Integer> page = new FirstEntries<>("b", 2, Integer::sum);
		page.add("e", 1);
		page.add("d", 1);
		page.add("a", 1);
		page.add("b", 1);
		page.add("d", 2);
		assertThat(page.isMore()).isFalse();
		page.add("c", 5);
		assertThat(page.isMore()).isTrue();
		page.add("e", 1);
		page.add("d", 3);
		assertThat(page.entries()).containsExactly(Map.entry("c", 5), Map.entry("d", 6));
	}

	@Test
	void knowsThatThereAreMoreAlsoIfTheyWereNeverKept() {
		FirstEntries<Integer> page = new FirstEntries<>(null, 1, Integer::sum);
		page.add("a", 1);
		page.add("a", 1);
		assertThat(page.isMore()).isFalse();
		page.add("b", 1);
		assertThat(page.isMore()).isTrue();
		assertThat(page.entries()).containsExactly(Map.entry("a", 2));
	}

}
