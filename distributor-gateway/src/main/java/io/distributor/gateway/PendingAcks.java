package io.distributor.gateway;

import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.distributor.link.presence.NodeId;

/**
 * The acknowledgements that backends wait for from one client, by the id on the wire.
 * Several backends may wait for the same client, so their own ids cannot be used there.
 * <p>
 * The thread of the link adds, the event loop of the socket takes out; each holds the
 * lock for a few instructions only.
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
	 * @param ack who asks, under which id
	 */
	synchronized void add(long wireId, PendingAck ack) {
		if (this.closed) {
			return;
		}
		if (this.acks.size() == this.limit) {
			this.acks.remove(this.acks.keySet().iterator().next());
			this.counters.forgottenAcks.increment();
			this.counters.pendingAcks.decrementAndGet();
		}
		this.acks.put(wireId, ack);
		this.counters.pendingAcks.incrementAndGet();
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
	 */
	synchronized void close() {
		this.closed = true;
		this.counters.pendingAcks.addAndGet(-this.acks.size());
		this.acks.clear();
	}

	/**
	 * Who waits.
	 *
	 * @param asker the backend
	 * @param id id the backend gave its event
	 */
	record PendingAck(NodeId asker, long id) {

	}

}
