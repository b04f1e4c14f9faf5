package io.distributor.interop.siod;

import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

import org.jspecify.annotations.Nullable;

/**
 * What waits for an answer. Some of it waits in vain: it is forgotten after some time,
 * when the next one comes, and the oldest is when there are too many. Used by the worker.
 *
 * @param <K> type of the ids
 * @param <V> type of what waits
 */
final class PendingAnswers<K, V> {

	/** Longer than anybody waits for such an answer. */
	private static final long MAX_AGE_NANOS = Duration.ofSeconds(60).toNanos();

	private final int limit;

	private final SiodCounters counters;

	private final LongSupplier nanoTime;

	/** The oldest first. */
	private final Map<K, Waiting<V>> waiting = new LinkedHashMap<>();

	PendingAnswers(int limit, SiodCounters counters, LongSupplier nanoTime) {
		this.limit = limit;
		this.counters = counters;
		this.nanoTime = nanoTime;
	}

	void add(K id, V value) {
		long now = this.nanoTime.getAsLong();
		Iterator<Waiting<V>> oldest = this.waiting.values().iterator();
		while (oldest.hasNext() && now - oldest.next().since() > MAX_AGE_NANOS) {
			oldest.remove();
		}
		if (this.waiting.size() == this.limit) {
			this.counters.forgottenRequests.increment();
			oldest = this.waiting.values().iterator();
			oldest.next();
			oldest.remove();
		}
		this.waiting.put(id, new Waiting<>(value, now));
	}

	@Nullable V get(K id) {
		Waiting<V> found = this.waiting.get(id);
		return (found != null) ? found.value() : null;
	}

	@Nullable V remove(K id) {
		Waiting<V> found = this.waiting.remove(id);
		return (found != null) ? found.value() : null;
	}

	int size() {
		return this.waiting.size();
	}

	private record Waiting<V>(V value, long since) {

	}

}
