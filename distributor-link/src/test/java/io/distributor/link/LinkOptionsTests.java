package io.distributor.link;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class LinkOptionsTests {

	@Test
	void refusesTimesThatTakeTheLivingForDead() {
		assertThatIllegalArgumentException().isThrownBy(
				() -> LinkOptions.DEFAULT.withHeartbeat(Duration.ofSeconds(3), Duration.ofSeconds(5), Duration.ZERO))
			.withMessageContaining("deadAfter: PT5S (expected: > 2 * heartbeat)");
	}

	@Test
	void changesOnlyWhatIsAskedFor() {
		LinkOptions options = LinkOptions.DEFAULT.withPrefix("a").withLimits(1, 2, Duration.ofSeconds(1));
		assertThat(options.prefix()).isEqualTo("a");
		assertThat(options.logBytes()).isEqualTo(2);
		assertThat(options.heartbeat()).isEqualTo(LinkOptions.DEFAULT.heartbeat());
	}

}
