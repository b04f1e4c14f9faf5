package io.distributor.interop.siod;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PendingAnswersTests {

	private final SiodCounters counters = new SiodCounters();

	private long now;

	private final PendingAnswers<String, Integer> answers = new PendingAnswers<>(2, this.counters, () -> this.now);

	@Test
	void forgetsTheOldestWhenThereAreTooMany() {
		this.answers.add("a", 1);
		this.answers.add("b", 2);
		this.answers.add("c", 3);
		assertThat(this.answers.remove("a")).isNull();
		assertThat(this.answers.get("b")).isEqualTo(2);
		assertThat(this.answers.remove("c")).isEqualTo(3);
		assertThat(this.counters.forgottenRequests()).isOne();
	}

	@Test
	void forgetsWhatWaitedForLong() {
		this.answers.add("a", 1);
		this.now += Duration.ofSeconds(61).toNanos();
		this.answers.add("b", 2);
		assertThat(this.answers.size()).isOne();
		assertThat(this.counters.forgottenRequests()).isZero();
	}

}
