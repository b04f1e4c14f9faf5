package io.distributor.backend.namespace;

import io.distributor.backend.ack.BroadcastAcks;
import io.distributor.backend.json.PayloadWriter;
import io.distributor.backend.remote.FetchBudget;
import io.distributor.backend.remote.Outbox;
import io.distributor.backend.remote.PendingRequests;
import io.distributor.backend.statistics.EmitObserver;
import io.distributor.backend.statistics.SelectionObserver;
import io.distributor.backend.typed.EventInterfaces;
import io.distributor.link.message.BackendMessage;

/**
 * What namespaces use to tell and ask distributors.
 *
 * @param outbox sends messages
 * @param requests asks distributors
 * @param broadcastAcks asks clients
 * @param fetchBudget limits what is fetched
 * @param peers talks with other instances
 * @param writer writes what is emitted
 * @param interfaces make emitters of interfaces
 * @param observer hears what is emitted
 * @param selections hears what is asked of selected sockets
 */
public record NamespaceOutboxes(Outbox outbox, PendingRequests<BackendMessage> requests, BroadcastAcks broadcastAcks,
		FetchBudget fetchBudget, PeerLink peers, PayloadWriter writer, EventInterfaces interfaces,
		EmitObserver observer, SelectionObserver selections) {

	/**
	 * Creates it, for interfaces whose events have names that are not reserved.
	 * @param outbox sends messages
	 * @param requests asks distributors
	 * @param broadcastAcks asks clients
	 * @param fetchBudget limits what is fetched
	 * @param peers talks with other instances
	 * @param writer writes what is emitted
	 * @param observer hears what is emitted
	 * @param selections hears what is asked of selected sockets
	 */
	public NamespaceOutboxes(Outbox outbox, PendingRequests<BackendMessage> requests, BroadcastAcks broadcastAcks,
			FetchBudget fetchBudget, PeerLink peers, PayloadWriter writer, EmitObserver observer,
			SelectionObserver selections) {
		this(outbox, requests, broadcastAcks, fetchBudget, peers, writer, new EventInterfaces(EventNames::requireFree),
				observer, selections);
	}

	NamespaceOutbox of(String namespace) {
		return of(namespace, namespace);
	}

	/**
	 * Makes the outbox of a namespace whose name clients chose.
	 */
	NamespaceOutbox of(String namespace, String statisticsName) {
		return new NamespaceOutbox(namespace, statisticsName, this);
	}

}
