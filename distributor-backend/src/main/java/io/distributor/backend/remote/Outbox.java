package io.distributor.backend.remote;

import java.util.Map;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import io.distributor.backend.statistics.BackendCounters;
import io.distributor.link.Link;
import io.distributor.link.LinkOverloadedException;
import io.distributor.link.message.BackendMessage;
import io.distributor.link.presence.NodeId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends messages to distributors. May be used from any thread.
 */
public final class Outbox {

	private static final Logger logger = LoggerFactory.getLogger(Outbox.class);

	private static final Map<String, String> NO_HEADERS = Map.of();

	private static final long RETRY_MILLIS = 20;

	/** Reports held for a full link; further ones are dropped. */
	private static final int MAX_HELD = 100_000;

	private final Link link;

	private final Distributors distributors;

	private final ScheduledExecutorService timer;

	private final BackendCounters counters;

	private final AtomicInteger held = new AtomicInteger();

	/**
	 * Creates the outbox.
	 * @param link carries the messages
	 * @param distributors who lives
	 * @param timer offers reports again
	 * @param counters count
	 */
	public Outbox(Link link, Distributors distributors, ScheduledExecutorService timer, BackendCounters counters) {
		this.link = link;
		this.distributors = distributors;
		this.timer = timer;
		this.counters = counters;
	}

	/**
	 * Sends what the application wants to be sent.
	 * @param receiver the distributor; if it is gone, nothing happens
	 * @param message the message
	 * @throws LinkOverloadedException if the link is full
	 */
	public void send(NodeId receiver, BackendMessage message) {
		if (!this.distributors.isLive(receiver)) {
			return;
		}
		try {
			this.link.send(receiver, NO_HEADERS, message);
		}
		catch (LinkOverloadedException ex) {
			this.counters.linkOverloads.increment();
			throw ex;
		}
	}

	/**
	 * Sends what the application wants to be sent to all.
	 * @param namespace name of the namespace
	 * @param message the message
	 * @throws LinkOverloadedException if the link is full
	 */
	public void broadcast(String namespace, BackendMessage message) {
		try {
			this.link.broadcast(namespace, NO_HEADERS, message);
		}
		catch (LinkOverloadedException ex) {
			this.counters.linkOverloads.increment();
			throw ex;
		}
	}

	/**
	 * Sends what a distributor has to know, such as an acceptance. A full link gets it
	 * later, while the distributor lives; such messages do not depend on their order.
	 * @param receiver the distributor
	 * @param message the message
	 */
	public void report(NodeId receiver, BackendMessage message) {
		try {
			send(receiver, message);
		}
		catch (LinkOverloadedException ex) {
			hold(receiver, message);
		}
	}

	private void hold(NodeId receiver, BackendMessage message) {
		if (this.held.incrementAndGet() > MAX_HELD) {
			this.held.decrementAndGet();
			logger.warn("The link is full and {} reports wait for it already; a {} to distributor {} is dropped",
					MAX_HELD, message.getClass().getSimpleName(), this.distributors.describe(receiver));
			return;
		}
		try {
			this.timer.schedule(() -> release(receiver, message), RETRY_MILLIS, TimeUnit.MILLISECONDS);
		}
		catch (RejectedExecutionException ex) {
			this.held.decrementAndGet();
			logger.debug("The backend is stopped; a report is dropped");
		}
	}

	private void release(NodeId receiver, BackendMessage message) {
		this.held.decrementAndGet();
		report(receiver, message);
	}

}
