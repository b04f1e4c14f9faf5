package io.distributor.backend.namespace;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;

import io.distributor.backend.ServerSideAnswers;
import io.distributor.backend.ServerSideHandler;
import io.distributor.backend.dispatch.SerialQueue;
import io.distributor.link.message.Payload;
import io.distributor.link.message.PeerEvent;
import io.distributor.link.presence.NodeId;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Events between the instances that own one namespace. The public methods are called by
 * the thread of the link, the others by any.
 */
public final class ServerSideEvents {

	private static final Logger logger = LoggerFactory.getLogger(ServerSideEvents.class);

	private static final int BATCH = 16;

	private static final long NO_ANSWER = 0;

	private final String namespace;

	private final PeerLink link;

	private final Map<String, ServerSideHandler> handlers = new ConcurrentHashMap<>();

	/** What waits of each instance. Used by the thread of the link. */
	private final Map<NodeId, SerialQueue> queues = new ConcurrentHashMap<>();

	private volatile boolean frozen;

	ServerSideEvents(String namespace, PeerLink link) {
		this.namespace = namespace;
		this.link = link;
	}

	void on(String event, ServerSideHandler handler) {
		EventNames.requireFree(event);
		if (this.handlers.putIfAbsent(event, handler) != null) {
			throw new IllegalArgumentException(
					"event between instances: " + event + " (expected: one that has no handler yet)");
		}
	}

	void emit(String event, @Nullable Object... arguments) {
		PeerEvent message = new PeerEvent(this.namespace, NO_ANSWER, write(event, arguments));
		this.link.peers().owners(this.namespace).forEach((peer) -> this.link.peers().send(peer, message));
	}

	CompletionStage<ServerSideAnswers> ask(@Nullable Duration timeout, String event, @Nullable Object... arguments) {
		if (timeout != null && (timeout.isZero() || timeout.isNegative())) {
			throw new IllegalArgumentException("timeout: " + timeout + " (expected: > 0)");
		}
		Payload payload = write(event, arguments);
		List<NodeId> peers = this.link.peers().owners(this.namespace);
		return this.link.requests()
			.ask(peers, timeout, (id) -> new PeerEvent(this.namespace, id, payload),
					new PeerAnswers(this.link.peers(), this.link.acks()));
	}

	private Payload write(String event, @Nullable Object... arguments) {
		EventNames.requireFree(event);
		return this.link.writer().event(event, arguments);
	}

	/**
	 * Another instance has emitted an event.
	 * @param sender the instance
	 * @param headers what travelled beside the event
	 * @param message the event
	 */
	public void onEvent(NodeId sender, Map<String, String> headers, PeerEvent message) {
		if (this.frozen) {
			return;
		}
		ServerSideRun run = new ServerSideRun(this.link, sender, headers, message);
		SerialQueue queue = this.queues.computeIfAbsent(sender,
				(id) -> new SerialQueue(this.link.executor(), BATCH, () -> {
				}));
		boolean queued = queue.offer(() -> {
			run.start(this.handlers);
			return null;
		}, this.link.queuedEvents());
		if (!queued) {
			logger.warn("{} events of instance {} wait for their handlers in namespace {}; further ones are dropped",
					this.link.queuedEvents(), this.link.peers().describe(sender), this.namespace);
			this.link.counters().serverSideDropped.increment();
			run.refuse();
		}
	}

	void freeze() {
		this.frozen = true;
		this.queues.values().forEach(SerialQueue::freeze);
	}

	/**
	 * Another instance is gone; what it emitted before is still handled.
	 * @param peer the instance
	 */
	public void onGone(NodeId peer) {
		this.queues.remove(peer);
	}

}
