package io.distributor.backend.namespace;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class EventPatternTests {

	@ParameterizedTest
	@CsvSource({ "order.*, order.new, true", "order.*, order., true", "order.*, order, false",
			"order.*, orders.new, false", "*.done, order.done, true", "*.done, order.done.x, false", "*, any, true",
			"*, '', true", "a*a, a, false", "a*a, aa, true", "a*a, aba, true", "a.b*, aXbc, false" })
	void matchesWhatBeginsAndEndsLikeIt(String pattern, String event, boolean matches) {
		assertThat(EventPattern.of(pattern).matches(event)).isEqualTo(matches);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "order", "*.*", "**" })
	void hasOneStar(String pattern) {
		assertThatIllegalArgumentException().isThrownBy(() -> EventPattern.of(pattern))
			.withMessageStartingWith("pattern: " + pattern + " (expected: a name with one *");
	}

	@Test
	void putsTheLongerTextFirst() {
		List<String> sorted = List.of("*", "*b", "a*", "order.*", "order.*.b", "o*.bbbbbb")
			.stream()
			.map(EventPattern::of)
			.sorted()
			.map(EventPattern::toString)
			.toList();
		assertThat(sorted).containsExactly("order.*.b", "o*.bbbbbb", "order.*", "a*", "*b", "*");
	}

}
