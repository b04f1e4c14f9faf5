package io.distributor.link.protocol;

import io.distributor.link.frame.ListenEntry;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class EntryLogTests {

	private final EntryLog log = new EntryLog();

	@Test
	void keepsEntriesByNumberUntilTheyAreConfirmed() {
		for (int i = 1; i <= 100; i++) {
			this.log.append(entry(i), 10);
			if (i % 7 == 0) {
				this.log.confirm(i - 5);
			}
		}
		assertThat(this.log.first()).isEqualTo(94);
		assertThat(this.log.next()).isEqualTo(101);
		assertThat(this.log.bytes()).isEqualTo(70);
		for (int i = 94; i <= 100; i++) {
			assertThat(this.log.get(i)).isEqualTo(entry(i));
		}
		assertThatIllegalArgumentException().isThrownBy(() -> this.log.get(93));
		assertThatIllegalArgumentException().isThrownBy(() -> this.log.get(101));
	}

	@Test
	void ignoresAcknowledgementsOfWhatWasNotSent() {
		this.log.append(entry(1), 10);
		assertThat(this.log.confirm(Long.MAX_VALUE)).isTrue();
		assertThat(this.log.isEmpty()).isTrue();
		assertThat(this.log.next()).isEqualTo(2);
		assertThat(this.log.confirm(5)).isFalse();
	}

	private static ListenEntry entry(int number) {
		return new ListenEntry("/" + number, true);
	}

}
