package io.distributor.backend.dispatch;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

class HandlerThreadsTests {

	private static final int LIMIT = 8;

	private final HandlerThreads threads = new HandlerThreads("test-handler-", LIMIT);

	private final CountDownLatch release = new CountDownLatch(1);

	@AfterEach
	void close() {
		this.release.countDown();
		this.threads.close();
	}

	@Test
	void runsWhatManyThreadsAdd() throws Exception {
		AtomicInteger done = new AtomicInteger();
		List<Thread> adders = new ArrayList<>();
		for (int i = 0; i < 4; i++) {
			adders.add(new Thread(() -> {
				for (int task = 0; task < 10_000; task++) {
					this.threads.execute(done::incrementAndGet);
				}
			}));
		}
		adders.forEach(Thread::start);
		for (Thread adder : adders) {
			adder.join();
		}
		await().untilAtomic(done, (count) -> assertThat(count).isEqualTo(40_000));
	}

	@Test
	void givesEachHandlerThatBlocksAThreadUpToTheLimit() {
		AtomicInteger started = new AtomicInteger();
		AtomicInteger done = new AtomicInteger();
		for (int i = 0; i < LIMIT + 3; i++) {
			this.threads.execute(() -> {
				started.incrementAndGet();
				block();
				done.incrementAndGet();
			});
		}
		await().until(() -> started.get() == LIMIT);
		assertThat(done).hasValue(0);
		this.release.countDown();
		await().until(() -> done.get() == LIMIT + 3);
	}

	@Test
	void takesOverWhatWaitsBehindAHandlerThatWasExpectedToBeQuick() throws Exception {
		learnThatHandlersAreQuick();
		for (int i = 1; i < LIMIT; i++) {
			this.threads.execute(this::block);
			CountDownLatch behind = new CountDownLatch(1);
			this.threads.execute(behind::countDown);
			assertThat(behind.await(10, TimeUnit.SECONDS)).isTrue();
		}
	}

	@Test
	void takesOverThoughNothingIsAddedAnyMore() throws Exception {
		learnThatHandlersAreQuick();
		CountDownLatch behind = new CountDownLatch(1);
		for (int i = 1; i < LIMIT; i++) {
			this.threads.execute(this::block);
		}
		this.threads.execute(behind::countDown);
		assertThat(behind.await(10, TimeUnit.SECONDS)).isTrue();
	}

	@Test
	void namesItsThreads() {
		Set<String> names = ConcurrentHashMap.newKeySet();
		this.threads.execute(() -> names.add(Thread.currentThread().getName()));
		await().until(() -> names.equals(Set.of("test-handler-1")));
	}

	@Test
	void goesOnAfterAHandlerThatFails() throws Exception {
		CountDownLatch next = new CountDownLatch(1);
		this.threads.execute(() -> {
			throw new StackOverflowError("on purpose");
		});
		this.threads.execute(next::countDown);
		assertThat(next.await(10, TimeUnit.SECONDS)).isTrue();
	}

	@Test
	void leavesNoInterruptToTheNextHandler() {
		AtomicInteger interrupted = new AtomicInteger();
		AtomicInteger done = new AtomicInteger();
		for (int i = 0; i < 100; i++) {
			this.threads.execute(() -> {
				interrupted.addAndGet(Thread.currentThread().isInterrupted() ? 1 : 0);
				Thread.currentThread().interrupt();
				done.incrementAndGet();
			});
		}
		await().until(() -> done.get() == 100);
		assertThat(interrupted).hasValue(0);
	}

	@Test
	void interruptsHandlersAtTheEndAndTakesNoMore() {
		Set<Thread> blocked = ConcurrentHashMap.newKeySet();
		this.threads.execute(() -> {
			blocked.add(Thread.currentThread());
			block();
		});
		await().until(() -> !blocked.isEmpty());
		this.threads.close();
		await().until(() -> blocked.stream().noneMatch(Thread::isAlive));
		assertThatExceptionOfType(RejectedExecutionException.class).isThrownBy(() -> this.threads.execute(() -> {
		}));
	}

	@Test
	void needsAThread() {
		assertThatIllegalArgumentException().isThrownBy(() -> new HandlerThreads("test-handler-", 0))
			.withMessageContaining("limit: 0");
	}

	private void learnThatHandlersAreQuick() {
		AtomicInteger done = new AtomicInteger();
		for (int i = 0; i < 1_000; i++) {
			this.threads.execute(done::incrementAndGet);
		}
		await().until(() -> done.get() == 1_000);
	}

	private void block() {
		try {
			this.release.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
