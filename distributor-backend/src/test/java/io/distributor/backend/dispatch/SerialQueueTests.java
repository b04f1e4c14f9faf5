package io.distributor.backend.dispatch;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SerialQueueTests {

	private final Queue<Runnable> executor = new ArrayDeque<>();

	private final List<String> log = new ArrayList<>();

	private final SerialQueue queue = new SerialQueue(this.executor::add, 2, () -> this.log.add("|"));

	@Test
	void takesTurnsAfterABatch() {
		add("a", "b", "c");
		assertThat(this.executor).hasSize(1);
		runNext();
		assertThat(this.log).containsExactly("a", "b", "|");
		runNext();
		assertThat(this.log).containsExactly("a", "b", "|", "c", "|");
		assertThat(this.executor).isEmpty();
		add("d");
		runNext();
		assertThat(this.log).endsWith("d", "|");
	}

	@Test
	void waitsForAnUnfinishedTask() {
		CompletableFuture<Void> rest = new CompletableFuture<>();
		this.queue.add(() -> rest);
		add("next");
		runNext();
		add("last");
		assertThat(this.executor).isEmpty();
		assertThat(this.log).containsExactly("|");
		rest.completeExceptionally(new IllegalStateException("failed"));
		runNext();
		assertThat(this.log).containsExactly("|", "next", "last", "|");
	}

	@Test
	void refusesMoreThanItsLimit() {
		assertThat(this.queue.offer(() -> null, 1)).isTrue();
		assertThat(this.queue.offer(() -> null, 1)).isFalse();
		runNext();
		assertThat(this.queue.offer(() -> null, 1)).isTrue();
	}

	@Test
	void goesOnAfterATaskThatFails() {
		this.queue.add(() -> {
			throw new IllegalStateException("broken");
		});
		add("next");
		runNext();
		assertThat(this.log).startsWith("next");
	}

	@Test
	void startsNothingOnceFrozen() {
		add("a");
		CompletableFuture<Void> frozen = this.queue.freeze().toCompletableFuture();
		assertThat(frozen).isNotDone();
		runNext();
		assertThat(frozen).isDone();
		add("b");
		assertThat(this.executor).isEmpty();
		assertThat(this.log).containsExactly("|");
	}

	@Test
	void isFrozenWhenTheUnfinishedTaskIsDone() {
		CompletableFuture<Void> rest = new CompletableFuture<>();
		this.queue.add(() -> rest);
		runNext();
		CompletableFuture<Void> frozen = this.queue.freeze().toCompletableFuture();
		assertThat(frozen).isNotDone();
		rest.complete(null);
		runNext();
		assertThat(frozen).isDone();
	}

	@Test
	void isFrozenAtOnceWhenNothingRuns() {
		assertThat(this.queue.freeze().toCompletableFuture()).isDone();
	}

	private void add(String... names) {
		for (String name : names) {
			this.queue.add(() -> {
				this.log.add(name);
				return null;
			});
		}
	}

	private void runNext() {
		this.executor.remove().run();
	}

}
