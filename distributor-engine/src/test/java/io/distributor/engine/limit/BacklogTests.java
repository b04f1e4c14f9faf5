package io.distributor.engine.limit;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests of what waits for all clients together, on two event loops.
 */
class BacklogTests {

	private static final int MAX = 1_000_000;

	private final LimitCounters counters = new LimitCounters();

	private final Backlog backlog = new Backlog(MAX, this.counters);

	private final Loop first = new Loop();

	private final Loop second = new Loop();

	private final List<String> givenUp = new CopyOnWriteArrayList<>();

	@AfterEach
	void stop() {
		this.first.executor.shutdownNow();
		this.second.executor.shutdownNow();
	}

	@Test
	void countsWhatWaitsOnAllLoops() {
		Reader ann = this.first.reader("ann");
		Reader bob = this.second.reader("bob");
		ann.hasWaiting(100_000);
		bob.hasWaiting(200_000);
		assertThat(this.backlog.bytes()).isEqualTo(300_000);
		ann.hasWaiting(50_000);
		bob.hasWaiting(0);
		assertThat(this.backlog.bytes()).isEqualTo(50_000);
	}

	@Test
	void doesNotCountALittle() {
		Reader ann = this.first.reader("ann");
		ann.hasWaiting(LoopBacklog.SMALL);
		assertThat(this.backlog.bytes()).isZero();
		ann.hasWaiting(LoopBacklog.SMALL + 1);
		assertThat(this.backlog.bytes()).isEqualTo(LoopBacklog.SMALL + 1);
		ann.hasWaiting(LoopBacklog.SMALL);
		assertThat(this.backlog.bytes()).isZero();
	}

	@Test
	void noticesByItselfWhatWasRead() {
		Reader ann = this.first.reader("ann");
		ann.hasWaiting(100_000);
		ann.waiting = 0;
		await().untilAsserted(() -> assertThat(this.backlog.bytes()).isZero());
	}

	@Test
	void dropsVolatileMessagesOfSlowClientsFromThreeQuartersOn() {
		Reader ann = this.first.reader("ann");
		Reader bob = this.second.reader("bob");
		ann.hasWaiting(400_000);
		bob.hasWaiting(340_000);
		assertThat(ann.takes(10_000, true)).isTrue();
		assertThat(ann.takes(10_001, true)).isFalse();
		assertThat(ann.takes(10_001, false)).isTrue();
		assertThat(this.second.reader("prompt").takes(100_000, true)).isTrue();
		assertThat(this.givenUp).isEmpty();
	}

	@Test
	void givesUpThoseForWhomMostIsWaiting() {
		Reader ann = this.first.reader("ann");
		Reader bob = this.first.reader("bob");
		Reader eve = this.first.reader("eve");
		ann.hasWaiting(200_000);
		bob.hasWaiting(450_000);
		eve.hasWaiting(350_000);
		assertThat(ann.takes(10_000, false)).isTrue();
		assertThat(this.givenUp).containsExactly("bob");
		assertThat(this.counters.get(Limit.OUTBOUND_TOTAL)).isOne();
		assertThat(this.backlog.bytes()).isEqualTo(550_000);
	}

	@Test
	void givesUpTheClientItself() {
		Reader ann = this.first.reader("ann");
		ann.hasWaiting(900_000);
		assertThat(ann.takes(200_000, false)).isTrue();
		assertThat(this.givenUp).containsExactly("ann");
	}

	@Test
	void givesUpNobodyWhenItWasReadMeanwhile() {
		Reader ann = this.first.reader("ann");
		Reader bob = this.first.reader("bob");
		ann.hasWaiting(300_000);
		bob.hasWaiting(700_000);
		bob.waiting = 100_000;
		assertThat(ann.takes(200_000, false)).isTrue();
		assertThat(this.givenUp).isEmpty();
	}

	@Test
	void asksTheLoopOnWhichMostIsWaiting() {
		Reader ann = this.first.reader("ann");
		Reader bob = this.second.reader("bob");
		ann.hasWaiting(300_000);
		bob.hasWaiting(700_000);
		assertThat(ann.takes(200_000, false)).isTrue();
		await().untilAsserted(() -> assertThat(this.givenUp).containsExactly("bob"));
		assertThat(ann.takes(200_000, false)).isTrue();
		assertThat(this.givenUp).containsExactly("bob");
	}

	private final class Loop {

		private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor();

		private final LoopBacklog part = BacklogTests.this.backlog.add(this.executor);

		Reader reader(String name) {
			return new Reader(name, this);
		}

		<T> T call(Callable<T> action) {
			try {
				return this.executor.submit(action).get();
			}
			catch (Exception ex) {
				throw new IllegalStateException(ex);
			}
		}

	}

	private final class Reader {

		private final Loop loop;

		private final BacklogEntry entry;

		private volatile long waiting;

		Reader(String name, Loop loop) {
			this.loop = loop;
			this.entry = new BacklogEntry(loop.part) {

				@Override
				protected long waiting() {
					return Reader.this.waiting;
				}

				@Override
				protected void giveUp(String description) {
					Reader.this.waiting = 0;
					BacklogTests.this.givenUp.add(name);
				}

			};
		}

		void hasWaiting(long bytes) {
			this.waiting = bytes;
			this.loop.call(() -> {
				this.entry.measure();
				return true;
			});
		}

		boolean takes(int bytes, boolean droppable) {
			return this.loop.call(() -> this.entry.takes(bytes, droppable));
		}

	}

}
