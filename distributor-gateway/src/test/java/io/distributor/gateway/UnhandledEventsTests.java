package io.distributor.gateway;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import io.netty.util.concurrent.ImmediateEventExecutor;
import org.junit.jupiter.api.Test;

import io.distributor.link.message.Payload;
import io.distributor.link.message.SocketDisconnect;
import io.distributor.link.message.SocketEvent;

import static org.assertj.core.api.Assertions.assertThat;

class UnhandledEventsTests {

	private final AtomicInteger held = new AtomicInteger();

	private final UnhandledTotal total = new UnhandledTotal(1_000);

	private final UnhandledTotal.Share share = this.total.share(ImmediateEventExecutor.INSTANCE);

	@Test
	void areTooManyAboveTheirNumberUntilHalfIsHandled() {
		UnhandledEvents events = new UnhandledEvents(4, 1_000, this.held, this.share);
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
		UnhandledEvents events = new UnhandledEvents(100, 1_000, this.held, this.share);
		events.add(event(1, 600));
		events.add(event(2, 500));
		assertThat(events.tooMany()).isTrue();
		events.handledUpTo(1);
		assertThat(events.tooMany()).isFalse();
	}

	@Test
	void doNotCountTwiceWhatWasReportedTwice() {
		UnhandledEvents events = new UnhandledEvents(4, 1_000, this.held, this.share);
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
		UnhandledEvents events = new UnhandledEvents(2, 1_000, this.held, this.share);
		assertThat(events.add(event(1, 1))).isTrue();
		assertThat(events.add(event(2, 1))).isTrue();
		assertThat(events.add(event(3, 1))).isFalse();
		assertThat(events.add(event(4, 1))).isFalse();
		assertThat(next(events)).isEmpty();
		assertThat(this.held).hasValue(2);
		events.handledUpTo(1);
		assertThat(next(events)).containsExactly(3L);
		events.handledUpTo(3);
		assertThat(next(events)).containsExactly(4L);
		assertThat(this.held).hasValue(0);
	}

	@Test
	void giveTheDisconnectAfterAllEvents() {
		UnhandledEvents events = new UnhandledEvents(2, 1_000, this.held, this.share);
		for (int number = 1; number <= 3; number++) {
			events.add(event(number, 1));
		}
		events.end(new SocketDisconnect("/chat", "s", 1, 4, "left", null));
		assertThat(next(events)).isEmpty();
		events.handledUpTo(1);
		assertThat(next(events)).containsExactly(3L, 4L);
		events.handledUpTo(3);
		assertThat(events.isEmpty()).isFalse();
		events.handledUpTo(4);
		assertThat(events.isEmpty()).isTrue();
	}

	@Test
	void waitWhileTheyAreHeldBack() {
		UnhandledEvents events = new UnhandledEvents(4, 1_000, this.held, this.share);
		assertThat(events.add(event(1, 1))).isTrue();
		events.holdBack();
		assertThat(events.add(event(2, 1))).isFalse();
		assertThat(next(events)).isEmpty();
		events.handledUpTo(1);
		assertThat(events.isEmpty()).isFalse();
		events.resume();
		assertThat(next(events)).containsExactly(2L);
	}

	@Test
	void comeBackInOrderUnderTheNumberOfTheNextHome() {
		UnhandledEvents events = new UnhandledEvents(3, 1_000, this.held, this.share);
		for (int number = 1; number <= 5; number++) {
			events.add(event(number, 1));
		}
		events.handledUpTo(1);
		events.takeBack(false);
		assertThat(next(events)).isEmpty();
		assertThat(this.held).hasValue(4);
		events.resume();
		assertThat(nextMessages(events, 2)).extracting(SocketEvent::number).containsExactly(2L, 3L, 4L);
		assertThat(this.held).hasValue(1);
		events.handledUpTo(4);
		assertThat(nextMessages(events, 2)).containsExactly(event(5, 2, false, 1));
	}

	@Test
	void keepTheirMark() {
		UnhandledEvents events = new UnhandledEvents(1, 1_000, this.held, this.share);
		events.add(event(1, 1));
		events.add(event(2, 1));
		events.takeBack(true);
		assertThat(events.redelivered()).isOne();
		events.resume();
		assertThat(nextMessages(events, 2)).containsExactly(event(1, 2, true, 1));
		events.takeBack(false);
		events.resume();
		assertThat(nextMessages(events, 3)).containsExactly(event(1, 3, true, 1));
		events.handledUpTo(1);
		assertThat(nextMessages(events, 3)).containsExactly(event(2, 3, false, 1));
	}

	@Test
	void takePartInTheTotalUntilTheyAreHandledOrForgotten() {
		UnhandledEvents events = new UnhandledEvents(100, 1_000, this.held, this.share);
		events.add(event(1, 10));
		events.add(event(2, 20));
		assertThat(this.total.bytes()).isEqualTo(2 * 128 + 30);
		events.handledUpTo(1);
		assertThat(this.total.bytes()).isEqualTo(128 + 20);
		events.takeBack(true);
		assertThat(this.total.bytes()).isEqualTo(128 + 20);
		events.clear();
		assertThat(this.total.bytes()).isZero();
	}

	private static List<SocketEvent> nextMessages(UnhandledEvents events, long adoption) {
		return Stream.generate(() -> events.next(adoption))
			.takeWhile(Objects::nonNull)
			.map(SocketEvent.class::cast)
			.toList();
	}

	private static List<Long> next(UnhandledEvents events) {
		return Stream.generate(() -> events.next(1))
			.takeWhile(Objects::nonNull)
			.map((message) -> (message instanceof SocketDisconnect last) ? last.number()
					: ((SocketEvent) message).number())
			.toList();
	}

	private static SocketEvent event(long number, int bytes) {
		return event(number, 1, false, bytes);
	}

	private static SocketEvent event(long number, long adoption, boolean redelivered, int bytes) {
		return new SocketEvent("/chat", "s", adoption, number, Payload.NO_ACK, redelivered,
				new Payload(new byte[bytes - bytes / 2], List.of(new byte[bytes / 2])));
	}

}
