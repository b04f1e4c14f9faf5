package io.distributor.backend.namespace;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import org.jspecify.annotations.Nullable;

/**
 * Which events of one socket are handled. Most are when their turn is over; those that
 * are not, because their handler goes on beside the next ones or still owes an answer,
 * are open. Begun in order by one thread at a time; the rest may be called from any.
 */
final class EventProgress {

	/**
	 * Numbers in order; whether the event waits for nothing but its answer. {@code null}
	 * until the first event stays open.
	 */
	private @Nullable Map<Long, Boolean> open;

	private long last;

	private int awaitedSize;

	private @Nullable CompletableFuture<Void> awaited;

	/**
	 * An event is handled when its turn is over.
	 */
	synchronized void handled(long number) {
		this.last = number;
	}

	/**
	 * An event stays open when its turn is over.
	 */
	synchronized void open(long number, boolean owesAnswer) {
		this.last = Math.max(this.last, number);
		Map<Long, Boolean> open = (this.open != null) ? this.open : new LinkedHashMap<>(4);
		open.put(number, owesAnswer);
		this.open = open;
	}

	/**
	 * An open event is handled.
	 */
	void close(long number) {
		CompletableFuture<Void> reached;
		synchronized (this) {
			if (this.open != null) {
				this.open.remove(number);
			}
			reached = reached();
		}
		complete(reached);
	}

	/**
	 * Closes the events that wait for nothing but their answers.
	 */
	void forgetAnswers() {
		CompletableFuture<Void> reached;
		synchronized (this) {
			if (this.open != null) {
				this.open.values().removeIf((owesAnswer) -> owesAnswer);
			}
			reached = reached();
		}
		complete(reached);
	}

	private @Nullable CompletableFuture<Void> reached() {
		CompletableFuture<Void> reached = this.awaited;
		if (reached == null || openCount() > this.awaitedSize) {
			return null;
		}
		this.awaited = null;
		return reached;
	}

	private static void complete(@Nullable CompletableFuture<Void> reached) {
		if (reached != null) {
			reached.complete(null);
		}
	}

	/**
	 * Waits until at most so many events are open. One may wait at a time.
	 * @return {@code null} if so few are, or what completes when they are
	 */
	synchronized @Nullable CompletionStage<Void> whenOpen(int size) {
		if (openCount() <= size) {
			return null;
		}
		CompletableFuture<Void> awaited = new CompletableFuture<>();
		this.awaitedSize = size;
		this.awaited = awaited;
		return awaited;
	}

	/**
	 * Returns up to which event all are handled.
	 */
	synchronized long handled() {
		Map<Long, Boolean> open = this.open;
		return (open == null || open.isEmpty()) ? this.last : open.keySet().iterator().next() - 1;
	}

	private int openCount() {
		return (this.open != null) ? this.open.size() : 0;
	}

}
