package io.distributor.engine.limit;

import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class PaceTests {

	private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

	private final Pace pace = new Pace(10, 3);

	@Test
	void letsABurstThroughAndThenAsManyASecondAsAllowed() {
		long now = Long.MAX_VALUE - 5;
		long fullAt = now - 7 * SECOND;
		for (int i = 0; i < 3; i++) {
			fullAt = this.pace.take(fullAt, now);
			assertThat(this.pace.excess(fullAt, now)).isNotPositive();
		}
		assertThat(this.pace.excess(this.pace.take(fullAt, now), now)).isEqualTo(SECOND / 10);
		now += SECOND / 10;
		fullAt = this.pace.take(fullAt, now);
		assertThat(this.pace.excess(fullAt, now)).isZero();
		assertThat(this.pace.excess(this.pace.take(fullAt, now), now)).isPositive();
	}

	@Test
	void savesNoMoreThanABurst() {
		long fullAt = 0;
		long now = 100 * SECOND;
		for (int i = 0; i < 3; i++) {
			fullAt = this.pace.take(fullAt, now);
		}
		assertThat(this.pace.excess(fullAt, now)).isZero();
		assertThat(this.pace.excess(this.pace.take(fullAt, now), now)).isPositive();
	}

	@Test
	void takesManyAtOnceAsOneByOne() {
		long now = 100 * SECOND;
		long fullAt = now;
		for (int i = 0; i < 5; i++) {
			fullAt = this.pace.take(fullAt, now);
		}
		assertThat(this.pace.take(5, now, now)).isEqualTo(fullAt);
		Pace bytes = new Pace(2_000_000_000, 2_000_000_000);
		assertThat(bytes.excess(bytes.take(2_000_000_000, now, now), now)).isZero();
		assertThat(bytes.excess(bytes.take(2_000_000_002, now, now), now)).isOne();
	}

	@Test
	void hasNoLimitAtTheHighestPace() {
		Pace highest = new Pace(Integer.MAX_VALUE, 1);
		assertThat(highest.excess(highest.take(0, 0), 0)).isNotPositive();
	}

	@Test
	void refusesWhatIsNotPositive() {
		assertThatIllegalArgumentException().isThrownBy(() -> new Pace(0, 1))
			.withMessage("perSecond: 0, burst: 1 (expected: both > 0)");
		assertThatIllegalArgumentException().isThrownBy(() -> new Pace(1, 0));
	}

}
