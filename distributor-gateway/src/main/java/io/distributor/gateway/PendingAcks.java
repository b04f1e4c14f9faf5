package io.distributor.gateway;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * The acknowledgements that backends wait for from one client, by the id on the wire.
 * Several backends may wait for the same client, so their own ids cannot be used there.
 * <p>
 * The thread of the link and the event loop of the socket add, the event loop takes out;
 * each holds the lock for a few instructions only.
 */
final class PendingAcks {

	private final int limit;

	private final GatewayCounters counters;

	private final Map<Long, PendingAck> acks = new LinkedHashMap<>();

	private boolean closed;

	PendingAcks(int limit, GatewayCounters counters) {
		this.limit = limit;
		this.counters = counters;
	}

	/**
	 * A backend asks the client for an acknowledgement. With too many outstanding, the
	 * oldest is forgotten: its backend most likely waits no more.
	 * @param wireId id on the wire
	 * @param ack who asks
	 * @return who will get no answer because of that: the oldest; the one that asks if
	 * the client is gone; or {@code null}
	 */
	synchronized @Nullable PendingAck add(long wireId, PendingAck ack) {
		if (this.closed) {
			return ack;
		}
		PendingAck forgotten = null;
		if (this.acks.size() == this.limit) {
			forgotten = this.acks.remove(this.acks.keySet().iterator().next());
			this.counters.forgottenAcks.increment();
			this.counters.pendingAcks.decrementAndGet();
		}
		this.acks.put(wireId, ack);
		this.counters.pendingAcks.incrementAndGet();
		return forgotten;
	}

	/**
	 * The client answers.
	 * @param wireId id on the wire
	 * @return who waits for it, or {@code null} if nobody does
	 */
	synchronized @Nullable PendingAck remove(long wireId) {
		PendingAck removed = this.acks.remove(wireId);
		if (removed != null) {
			this.counters.pendingAcks.decrementAndGet();
		}
		return removed;
	}

	/**
	 * The client is gone and will not answer.
	 * @return who waited
	 */
	synchronized List<PendingAck> close() {
		this.closed = true;
		List<PendingAck> left = List.copyOf(this.acks.values());
		this.counters.pendingAcks.addAndGet(-left.size());
		this.acks.clear();
		return left;
	}

}
