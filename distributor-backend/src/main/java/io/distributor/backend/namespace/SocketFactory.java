package io.distributor.backend.namespace;

import java.util.concurrent.Executor;

import io.distributor.backend.RemoteSocket;
import io.distributor.backend.ack.AckRegistry;
import io.distributor.backend.json.PayloadReader;
import io.distributor.backend.statistics.BackendCounters;
import io.distributor.link.message.SocketDetails;
import io.distributor.link.presence.NodeId;

/**
 * Makes sockets and their queues. May be used from any thread.
 */
public final class SocketFactory {

	/** What is no home says nothing as one. */
	private static final long NO_ADOPTION = 0;

	private final AckRegistry acks;

	private final PayloadReader reader;

	private final EventDispatcher dispatcher;

	private final SocketAuthentication authentication;

	private final Executor executor;

	private final BackendCounters counters;

	private final SocketLimits limits;

	/**
	 * Creates the factory.
	 * @param acks acknowledgements of all sockets
	 * @param reader reads what clients sent
	 * @param dispatcher brings events to their handlers
	 * @param authentication says who the clients are
	 * @param executor runs handlers
	 * @param counters count
	 * @param limits limits of each socket
	 */
	public SocketFactory(AckRegistry acks, PayloadReader reader, EventDispatcher dispatcher,
			SocketAuthentication authentication, Executor executor, BackendCounters counters, SocketLimits limits) {
		this.acks = acks;
		this.reader = reader;
		this.dispatcher = dispatcher;
		this.authentication = authentication;
		this.executor = executor;
		this.counters = counters;
		this.limits = limits;
	}

	SocketTasks tasks(NamespaceHandlers handlers) {
		return new SocketTasks(handlers, this.dispatcher, this.authentication, this.counters);
	}

	SocketQueue create(BackendNamespace namespace, NamespaceOutbox outbox, SocketTasks tasks, SocketSnapshot snapshot) {
		SocketKey key = snapshot.key();
		HomeReports reports = new HomeReports(key, outbox);
		HomeData data = new HomeData(snapshot.data(), reports, this.reader, outbox.writer(), this.limits.dataSize());
		BackendSocket socket = new BackendSocket(namespace, snapshot,
				new ReceivedHandshake(snapshot.handshake(), snapshot.auth(), this.reader), outbox,
				this.acks.open(key.id(), key.distributor()), reports, data);
		if (snapshot.adopted()) {
			socket.state().accept();
		}
		return new SocketQueue(socket, tasks, this.executor, this.limits.handledBatch(), this.limits.queuedEvents(),
				this.counters);
	}

	RemoteSocket describe(NodeId distributor, SocketDetails details, NamespaceOutbox outbox) {
		SocketKey key = new SocketKey(details.id(), distributor, NO_ADOPTION);
		return new DescribedSocket(key, details, outbox, this.acks.open(key.id(), distributor), this.reader);
	}

	BackendCounters counters() {
		return this.counters;
	}

}
