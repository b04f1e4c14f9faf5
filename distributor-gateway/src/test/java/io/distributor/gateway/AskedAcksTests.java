package io.distributor.gateway;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class AskedAcksTests {

	@Test
	void knowsWhatWasAskedOnce() {
		AskedAcks asked = new AskedAcks(10);
		asked.add(7);
		assertThat(asked.remove(8)).isFalse();
		assertThat(asked.remove(7)).isTrue();
		assertThat(asked.remove(7)).isFalse();
	}

	@Test
	void forgetsTheOldestBeyondItsLimit() {
		AskedAcks asked = new AskedAcks(3);
		assertThat(List.of(asked.add(1), asked.add(2), asked.add(3), asked.add(4))).containsExactly(false, false, false,
				true);
		assertThat(asked.remove(1)).isFalse();
		assertThat(asked.remove(2)).isTrue();
		assertThat(asked.remove(4)).isTrue();
		assertThat(asked.remove(3)).isTrue();
	}

	@Test
	void behavesAsAListInAnyOrderOfAnswers() {
		Random random = new Random(1);
		AskedAcks asked = new AskedAcks(50);
		List<Long> model = new ArrayList<>();
		for (int i = 0; i < 20_000; i++) {
			long id = random.nextInt(100);
			if (random.nextBoolean()) {
				if (model.size() == 50) {
					model.remove(0);
				}
				model.add(id);
				asked.add(id);
			}
			else {
				assertThat(asked.remove(id)).isEqualTo(model.remove(Long.valueOf(id)));
			}
		}
	}

}
