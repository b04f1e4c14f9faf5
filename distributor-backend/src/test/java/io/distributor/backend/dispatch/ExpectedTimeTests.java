package io.distributor.backend.dispatch;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ExpectedTimeTests {

	private static final long QUICK = 5_000;

	private static final long SLOW = 5_000_000;

	private final ExpectedTime time = new ExpectedTime(1_000_000);

	@Test
	void followsWhatTasksTake() {
		learn(200, QUICK);
		assertThat(this.time.nanos()).isBetween(QUICK - 100, QUICK + 100);
	}

	@Test
	void staysNearlyAsItWasWhenOneTaskTakesAThousandTimesLonger() {
		learn(200, QUICK);
		learn(1, SLOW);
		assertThat(this.time.nanos()).isLessThan(3 * QUICK / 2);
	}

	@Test
	void knowsAfterSomeTasksThatAllHaveBecomeSlow() {
		learn(200, QUICK);
		learn(30, SLOW);
		assertThat(this.time.nanos()).isGreaterThan(SLOW / 2);
	}

	@Test
	void growsFromTheLeastThereIs() {
		learn(200, 0);
		assertThat(this.time.nanos()).isEqualTo(ExpectedTime.SHORTEST_NANOS);
		learn(100, SLOW);
		assertThat(this.time.nanos()).isGreaterThan(SLOW / 2);
	}

	@Test
	void hasABound() {
		learn(200, Long.MAX_VALUE);
		assertThat(this.time.nanos()).isLessThanOrEqualTo(ExpectedTime.LONGEST_NANOS)
			.isGreaterThan(ExpectedTime.LONGEST_NANOS / 2);
	}

	private void learn(int times, long taken) {
		for (int i = 0; i < times; i++) {
			this.time.learn(taken);
		}
	}

}
