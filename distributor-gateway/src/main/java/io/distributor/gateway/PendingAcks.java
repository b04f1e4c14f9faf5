package io.distributor.gateway;

import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.distributor.link.presence.NodeId;

/**
 * The acknowledgements that backends wait for from one client, by the id on the wire.
 * Several backends may wait for the same client, so their own ids cannot be used there.
 * Not safe for use by several threads.
 */
final class PendingAcks {

	private final int limit;

	private final Map<Long, PendingAck> acks = new LinkedHashMap<>();

	PendingAcks(int limit) {
		this.limit = limit;
	}

	/**
	 * A backend asks the client for an acknowledgement.
	 * @param wireId id on the wire
	 * @param ack who asks, under which id
	 * @return whether the oldest one had to be forgotten for it
	 */
	boolean add(long wireId, PendingAck ack) {
		boolean full = this.acks.size() == this.limit;
		if (full) {
			// The backend gives up waiting by itself: most likely it has for the oldest.
			this.acks.remove(this.acks.keySet().iterator().next());
		}
		this.acks.put(wireId, ack);
		return full;
	}

	@Nullable PendingAck remove(long wireId) {
		return this.acks.remove(wireId);
	}

	int size() {
		return this.acks.size();
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
