package io.distributor.lifecycle;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(OutputCaptureExtension.class)
class DrainTimeTests {

	@Test
	void isWhatWasAskedForIfThatFits(CapturedOutput output) {
		assertThat(DrainTime.within(Duration.ofSeconds(20), Duration.ofSeconds(30)).value())
			.isEqualTo(Duration.ofSeconds(20));
		assertThat(output).doesNotContain("shortened");
	}

	@Test
	void isShortenedWithAWarningSoThatTheRestOfTheShutdownFits(CapturedOutput output) {
		assertThat(DrainTime.within(Duration.ofSeconds(20), Duration.ofSeconds(20)).value())
			.isEqualTo(Duration.ofSeconds(12));
		assertThat(output).contains("distributor.server.drain: 20000 ms is shortened to 12000 ms")
			.contains("expected: 28000 ms or more");
	}

	@Test
	void isHalfOfAVeryShortShutdown() {
		assertThat(DrainTime.within(Duration.ofSeconds(20), Duration.ofSeconds(4)).value())
			.isEqualTo(Duration.ofSeconds(2));
	}

}
