package io.distributor.gateway;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import io.distributor.link.message.Payload;
import io.distributor.link.message.SocketEvent;

import static org.assertj.core.api.Assertions.assertThat;

class UnhandledEventsTests {

	private final AtomicInteger held = new AtomicInteger();

	@Test
	void areTooManyAboveTheirNumberUntilHalfIsHandled() {
		UnhandledEvents events = new UnhandledEvents(4, 1_000, this.held);
		for (int number = 1; number <= 4; number++) {
			events.add(event(number, 1));
			assertThat(events.tooMany()).isFalse();
		}
		events.add(event(5, 1));
		assertThat(events.tooMany()).isTrue();
		events.handledUpTo(2);
		assertThat(events.tooMany()).isTrue();
		events.handledUpTo(3);
		assertThat(events.tooMany()).isFalse();
	}

	@Test
	void areTooManyAboveTheirBytesUntilHalfIsHandled() {
		UnhandledEvents events = new UnhandledEvents(100, 1_000, this.held);
		events.add(event(1, 600));
		events.add(event(2, 500));
		assertThat(events.tooMany()).isTrue();
		events.handledUpTo(1);
		assertThat(events.tooMany()).isFalse();
	}

	@Test
	void doNotCountTwiceWhatWasReportedTwice() {
		UnhandledEvents events = new UnhandledEvents(4, 1_000, this.held);
		events.add(event(1, 10));
		events.handledUpTo(1);
		events.handledUpTo(1);
		for (int number = 2; number <= 5; number++) {
			events.add(event(number, 1));
		}
		assertThat(events.tooMany()).isFalse();
	}

	@Test
	void giveTheHomeNoMoreThanItMayHave() {
		UnhandledEvents events = new UnhandledEvents(2, 1_000, this.held);
		assertThat(events.add(event(1, 1))).isTrue();
		assertThat(events.add(event(2, 1))).isTrue();
		assertThat(events.add(event(3, 1))).isFalse();
		assertThat(events.add(event(4, 1))).isFalse();
		assertThat(next(events)).isEmpty();
		assertThat(events.isAllSent()).isFalse();
		assertThat(this.held).hasValue(2);
		events.handledUpTo(1);
		assertThat(next(events)).containsExactly(3L);
		events.handledUpTo(3);
		assertThat(next(events)).containsExactly(4L);
		assertThat(events.isAllSent()).isTrue();
		assertThat(this.held).hasValue(0);
	}

	private static List<Long> next(UnhandledEvents events) {
		return Stream.generate(events::next).takeWhile(Objects::nonNull).map(SocketEvent::number).toList();
	}

	private static SocketEvent event(long number, int bytes) {
		return new SocketEvent("/chat", "s", 1, number, Payload.NO_ACK, false,
				new Payload(new byte[bytes - bytes / 2], List.of(new byte[bytes / 2])));
	}

}
