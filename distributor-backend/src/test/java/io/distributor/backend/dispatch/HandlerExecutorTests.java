package io.distributor.backend.dispatch;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

class HandlerExecutorTests {

	private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();

	@AfterEach
	void stop() {
		this.timer.shutdownNow();
	}

	@Test
	void offersAgainWhatAFullExecutorRejects() throws Exception {
		AtomicInteger offers = new AtomicInteger();
		CountDownLatch done = new CountDownLatch(1);
		new HandlerExecutor((task) -> {
			if (offers.incrementAndGet() < 3) {
				throw new RejectedExecutionException("full");
			}
			task.run();
		}, this.timer).execute(done::countDown);
		assertThat(done.await(5, TimeUnit.SECONDS)).isTrue();
		assertThat(offers).hasValue(3);
	}

	@Test
	void givesUpWhenTheBackendIsStopped() {
		this.timer.shutdownNow();
		HandlerExecutor executor = new HandlerExecutor((task) -> {
			throw new RejectedExecutionException("full");
		}, this.timer);
		assertThatCode(() -> executor.execute(() -> {
		})).doesNotThrowAnyException();
	}

	@Test
	void wakesAThreadThatBlocksThoughNoOtherIsFree() {
		Queue<Runnable> busy = new ArrayDeque<>();
		AwaitedResult<String> result = new AwaitedResult<>(busy::add);
		AtomicInteger dependents = new AtomicInteger();
		result.thenRun(dependents::incrementAndGet);
		result.resolve("there");
		result.reject(new IllegalStateException("too late"));
		assertThat(result.join()).isEqualTo("there");
		assertThat(dependents).hasValue(0);
		busy.remove().run();
		assertThat(dependents).hasValue(1);
		assertThat(busy).isEmpty();
	}

}
