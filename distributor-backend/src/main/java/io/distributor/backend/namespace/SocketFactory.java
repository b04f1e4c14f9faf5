package io.distributor.backend.namespace;

import java.util.concurrent.Executor;

import io.distributor.backend.ack.AckRegistry;
import io.distributor.backend.json.PayloadReader;
import io.distributor.backend.statistics.BackendCounters;
import io.distributor.link.message.SocketConnect;
import io.distributor.link.presence.NodeId;

/**
 * Makes sockets and their queues. May be used from any thread.
 */
public final class SocketFactory {

	private final AckRegistry acks;

	private final PayloadReader reader;

	private final EventDispatcher dispatcher;

	private final Executor executor;

	private final BackendCounters counters;

	private final int maxQueuedEvents;

	private final int handledBatch;

	/**
	 * Creates the factory.
	 * @param acks acknowledgements of all sockets
	 * @param reader reads what clients sent
	 * @param dispatcher brings events to their handlers
	 * @param executor runs handlers
	 * @param counters count
	 * @param maxQueuedEvents number of events of one socket that may wait
	 * @param handledBatch number of events after which the distributor is told
	 */
	public SocketFactory(AckRegistry acks, PayloadReader reader, EventDispatcher dispatcher, Executor executor,
			BackendCounters counters, int maxQueuedEvents, int handledBatch) {
		this.acks = acks;
		this.reader = reader;
		this.dispatcher = dispatcher;
		this.executor = executor;
		this.counters = counters;
		this.maxQueuedEvents = maxQueuedEvents;
		this.handledBatch = handledBatch;
	}

	SocketTasks tasks(NamespaceHandlers handlers) {
		return new SocketTasks(handlers, this.dispatcher, this.counters);
	}

	SocketQueue create(BackendNamespace namespace, NamespaceOutbox outbox, SocketTasks tasks, NodeId distributor,
			SocketConnect message) {
		SocketKey key = new SocketKey(message.socketId(), distributor, message.adoption());
		BackendSocket socket = new BackendSocket(namespace, key, new ReceivedHandshake(message, this.reader), outbox,
				this.acks.open(key.id()));
		return new SocketQueue(socket, tasks, this.executor, this.handledBatch, this.maxQueuedEvents, this.counters);
	}

	BackendCounters counters() {
		return this.counters;
	}

}
