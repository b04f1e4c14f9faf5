package io.distributor.backend.namespace;

import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PageMergeTests {

	@Test
	void addsUpEntriesOfOneNameAndEndsWithTheLast() {
		PageMerge<Integer> merge = new PageMerge<>(null, 10, Integer::sum);
		merge.add("b", 1);
		merge.add("a", 1);
		merge.add("b", 2);
		assertThat(merge.page().entries()).containsExactly(entry("a", 1), entry("b", 3));
		assertThat(merge.page().next()).isNull();
	}

	@Test
	void endsWhereTheFirstPageWasCutOff() {
		PageMerge<Integer> merge = new PageMerge<>(null, 10, Integer::sum);
		merge.add("a", 1);
		merge.add("c", 1);
		merge.endsAt("c");
		merge.add("b", 1);
		merge.endsAt("b");
		assertThat(merge.page().entries()).containsExactly(entry("a", 1), entry("b", 1));
		assertThat(merge.page().next()).isEqualTo("b");
	}

	@Test
	void endsAtItsLimit() {
		PageMerge<Integer> merge = new PageMerge<>("0", 2, Integer::sum);
		merge.add("a", 1);
		merge.add("b", 1);
		assertThat(merge.page().next()).isNull();
		merge.add("c", 1);
		assertThat(merge.page().entries()).containsExactly(entry("a", 1), entry("b", 1));
		assertThat(merge.page().next()).isEqualTo("b");
	}

	@Test
	void goesOnWhereItBeganWhenNothingIsKnown() {
		PageMerge<Integer> merge = new PageMerge<>("m", 2, Integer::sum);
		merge.add("x", 1);
		merge.endsAt(null);
		assertThat(merge.page().entries()).isEmpty();
		assertThat(merge.page().next()).isEqualTo("m");
	}

	private static Map.Entry<String, Integer> entry(String name, int value) {
		return Map.entry(name, value);
	}

}
