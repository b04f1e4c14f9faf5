package io.distributor.gateway;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import io.distributor.link.message.Payload;
import io.distributor.link.message.SocketEvent;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class EventRingTests {

	private static final Payload PAYLOAD = new Payload(new byte[0], List.of());

	private final EventRing ring = new EventRing();

	@Test
	void keepsTheOrderHoweverItGrowsAndShrinks() {
		Deque<SocketEvent> expected = new ArrayDeque<>();
		Random random = new Random(7);
		for (int i = 0; i < 10_000; i++) {
			boolean adds = expected.isEmpty() || random.nextInt(100) < ((i / 500 % 2 == 0) ? 60 : 40);
			if (adds) {
				this.ring.add(event(i));
				expected.add(event(i));
			}
			else {
				assertThat(this.ring.get(0)).isEqualTo(expected.remove());
				this.ring.removeFirst();
			}
			assertThat(this.ring.size()).isEqualTo(expected.size());
		}
		assertThat(all()).containsExactlyElementsOf(expected);
	}

	@Test
	void putsAnEventInThePlaceOfAnother() {
		for (int i = 0; i < 6; i++) {
			this.ring.add(event(i));
		}
		this.ring.removeFirst();
		this.ring.add(event(6));
		this.ring.set(5, event(60));
		assertThat(all()).extracting(SocketEvent::number).containsExactly(1L, 2L, 3L, 4L, 5L, 60L);
	}

	@Test
	void isEmptyWhenItWasCleared() {
		this.ring.add(event(1));
		this.ring.clear();
		assertThat(this.ring.isEmpty()).isTrue();
		this.ring.add(event(2));
		assertThat(all()).containsExactly(event(2));
	}

	private List<SocketEvent> all() {
		return IntStream.range(0, this.ring.size()).mapToObj(this.ring::get).toList();
	}

	private static SocketEvent event(long number) {
		return new SocketEvent("/", "s", 1, number, Payload.NO_ACK, false, PAYLOAD);
	}

}
