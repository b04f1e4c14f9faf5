package io.distributor.backend.namespace;

import io.distributor.backend.ack.BroadcastAcks;
import io.distributor.backend.json.PayloadWriter;
import io.distributor.backend.remote.Outbox;
import io.distributor.backend.remote.PendingRequests;

/**
 * What namespaces use to tell and ask distributors.
 *
 * @param outbox sends messages
 * @param requests asks distributors
 * @param broadcastAcks asks clients
 * @param writer writes what is emitted
 */
public record NamespaceOutboxes(Outbox outbox, PendingRequests requests, BroadcastAcks broadcastAcks,
		PayloadWriter writer) {

	NamespaceOutbox of(String namespace) {
		return new NamespaceOutbox(namespace, this.outbox, this.requests, this.broadcastAcks, this.writer);
	}

}
