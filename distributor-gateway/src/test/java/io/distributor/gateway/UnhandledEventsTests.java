package io.distributor.gateway;

import java.util.List;

import org.junit.jupiter.api.Test;

import io.distributor.link.message.Payload;
import io.distributor.link.message.SocketEvent;

import static org.assertj.core.api.Assertions.assertThat;

class UnhandledEventsTests {

	@Test
	void areTooManyAboveTheirNumberUntilHalfIsHandled() {
		UnhandledEvents events = new UnhandledEvents(4, 1_000);
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
		assertThat(events.size()).isEqualTo(2);
	}

	@Test
	void areTooManyAboveTheirBytesUntilHalfIsHandled() {
		UnhandledEvents events = new UnhandledEvents(100, 1_000);
		events.add(event(1, 600));
		events.add(event(2, 500));
		assertThat(events.tooMany()).isTrue();
		events.handledUpTo(1);
		assertThat(events.tooMany()).isFalse();
	}

	@Test
	void doNotCountTwiceWhatWasReportedTwice() {
		UnhandledEvents events = new UnhandledEvents(4, 1_000);
		events.add(event(1, 10));
		events.handledUpTo(1);
		events.handledUpTo(1);
		events.add(event(2, 10));
		assertThat(events.size()).isEqualTo(1);
	}

	private static SocketEvent event(long number, int bytes) {
		return new SocketEvent("/chat", "s", 1, number, Payload.NO_ACK, false,
				new Payload(new byte[bytes - bytes / 2], List.of(new byte[bytes / 2])));
	}

}
