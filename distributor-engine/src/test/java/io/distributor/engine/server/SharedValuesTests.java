package io.distributor.engine.server;

import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SharedValuesTests {

	private final SharedValues values = new SharedValues();

	@Test
	void keepsOneOfEqualValues() {
		String kept = this.values.string(copy("gzip"));
		assertThat(this.values.string(copy("gzip"))).isSameAs(kept).isEqualTo("gzip");
		assertThat(this.values.list(copy("gzip"))).isSameAs(this.values.list(copy("gzip"))).containsExactly("gzip");
		assertThat(this.values.map(map())).isSameAs(this.values.map(map())).isEqualTo(map());
	}

	@Test
	void doesNotKeepWhatIsLong() {
		String longest = "x".repeat(256);
		assertThat(this.values.string(copy(longest))).isSameAs(this.values.string(copy(longest)));
		String tooLong = "x".repeat(257);
		assertThat(this.values.string(copy(tooLong))).isNotSameAs(this.values.string(copy(tooLong)));
		assertThat(this.values.list(copy(tooLong))).isNotSameAs(this.values.list(copy(tooLong)));
	}

	@Test
	void keepsNoMoreThanItHasPlacesFor() {
		Map<String, String> first = new HashMap<>();
		for (int i = 0; i < 10_000; i++) {
			first.put("value " + i, this.values.string(copy("value " + i)));
		}
		long kept = first.values().stream().filter((value) -> this.values.string(copy(value)) == value).count();
		assertThat(kept).isLessThanOrEqualTo(1024);
	}

	@Test
	void keepsTwoValuesOfWhichEachWouldTakeThePlaceOfTheOther() {
		// The strings have the same hash code.
		String first = this.values.string("Aa");
		String second = this.values.string("BB");
		for (int i = 0; i < 3; i++) {
			assertThat(this.values.string(copy("Aa"))).isSameAs(first);
			assertThat(this.values.string(copy("BB"))).isSameAs(second);
		}
		// The hash codes of these differ by one.
		String even = this.values.string("`");
		String odd = this.values.string("a");
		assertThat(this.values.string(copy("`"))).isSameAs(even);
		assertThat(this.values.string(copy("a"))).isSameAs(odd);
	}

	@Test
	void keepsWhatIsAskedForOftenBesideWhatComesOnce() {
		String often = this.values.string("often");
		for (int i = 0; i < 10_000; i++) {
			this.values.string("once " + i);
			assertThat(this.values.string(copy("often"))).isSameAs(often);
		}
	}

	private static String copy(String value) {
		return new String(value.toCharArray());
	}

	private static Map<String, String> map() {
		return Map.of(copy("EIO"), "4", "transport", "polling");
	}

}
