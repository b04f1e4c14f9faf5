package io.distributor.backend.remote;

import java.util.Collection;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

import io.distributor.backend.statistics.BackendCounters;
import io.distributor.link.Link;
import io.distributor.link.LinkOverloadedException;
import io.distributor.link.message.AskSockets;
import io.distributor.link.message.BackendMessage;
import io.distributor.link.message.EmitToSocket;
import io.distributor.link.presence.NodeId;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends messages to distributors. May be used from any thread.
 */
public final class Outbox implements Receivers<BackendMessage> {

	private static final Logger logger = LoggerFactory.getLogger(Outbox.class);

	private static final Map<String, String> NO_HEADERS = Map.of();

	private static final long RETRY_MILLIS = 20;

	private static final long MAX_HELD_BYTES = 32 * 1024 * 1024;

	private final Link link;

	private final Distributors distributors;

	private final Executor executor;

	private final ScheduledExecutorService timer;

	private final BackendCounters counters;

	private final HeldReports held;

	private final Supplier<Map<String, String>> headers;

	private final AtomicBoolean complained = new AtomicBoolean();

	/**
	 * Creates the outbox.
	 * @param link carries the messages
	 * @param distributors who lives
	 * @param executor offers reports again: that may wait, so it is no work for the timer
	 * @param timer says when
	 * @param counters count
	 */
	public Outbox(Link link, Distributors distributors, Executor executor, ScheduledExecutorService timer,
			BackendCounters counters) {
		this(link, distributors, executor, timer, counters, () -> NO_HEADERS);
	}

	/**
	 * Creates the outbox.
	 * @param link carries the messages
	 * @param distributors who lives
	 * @param executor offers reports again: that may wait, so it is no work for the timer
	 * @param timer says when
	 * @param counters count
	 * @param headers gives what travels beside what the application emits
	 */
	public Outbox(Link link, Distributors distributors, Executor executor, ScheduledExecutorService timer,
			BackendCounters counters, Supplier<Map<String, String>> headers) {
		this.link = link;
		this.distributors = distributors;
		this.executor = executor;
		this.timer = timer;
		this.counters = counters;
		this.headers = headers;
		this.held = new HeldReports(MAX_HELD_BYTES, counters.reportBytesHeld);
	}

	@Override
	public Collection<NodeId> ids() {
		return this.distributors.ids();
	}

	@Override
	public boolean isLive(NodeId id) {
		return this.distributors.isLive(id);
	}

	@Override
	public String describe(NodeId id) {
		return this.distributors.describe(id);
	}

	/**
	 * Sends what the application wants to be sent.
	 * @param receiver the distributor; if it is gone, nothing happens
	 * @param message the message
	 * @throws LinkOverloadedException if the link is full
	 */
	@Override
	public void send(NodeId receiver, BackendMessage message) {
		boolean emitted = message instanceof EmitToSocket || message instanceof AskSockets;
		send(receiver, emitted ? this.headers.get() : NO_HEADERS, message);
	}

	private void send(NodeId receiver, Map<String, String> headers, BackendMessage message) {
		if (!this.distributors.isLive(receiver)) {
			return;
		}
		try {
			this.link.send(receiver, headers, message);
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
			this.link.broadcast(namespace, this.headers.get(), message);
		}
		catch (LinkOverloadedException ex) {
			this.counters.linkOverloads.increment();
			throw ex;
		}
	}

	/**
	 * Sends what a distributor has to know, such as an acceptance. While the link is full
	 * it is held, and what is reported to the same distributor afterwards is held behind
	 * it: reports of one thread, or of threads that take turns, never overtake each
	 * other. None is dropped while the distributor lives.
	 * @param receiver the distributor
	 * @param message the message
	 */
	public void report(NodeId receiver, BackendMessage message) {
		report(receiver, NO_HEADERS, message);
	}

	/**
	 * Sends what a distributor has to know, with headers, as long as it need not be held.
	 * @param receiver the distributor
	 * @param headers what travels beside the message
	 * @param message the message
	 */
	public void report(NodeId receiver, Map<String, String> headers, BackendMessage message) {
		if (!this.held.isEmpty() && this.held.addBehind(receiver, message)) {
			return;
		}
		try {
			send(receiver, headers, message);
		}
		catch (LinkOverloadedException ex) {
			Queue<BackendMessage> first = this.held.add(receiver, message);
			if (first != null) {
				retryLater(receiver, first);
			}
		}
	}

	private void retryLater(NodeId receiver, Queue<BackendMessage> reports) {
		try {
			this.timer.schedule(() -> this.executor.execute(() -> retry(receiver, reports)), RETRY_MILLIS,
					TimeUnit.MILLISECONDS);
		}
		catch (RejectedExecutionException ex) {
			logger.debug("The backend is stopped; reports to {} are dropped", receiver);
		}
	}

	private void retry(NodeId receiver, Queue<BackendMessage> reports) {
		BackendMessage next = this.held.next(reports);
		while (next != null) {
			try {
				send(receiver, next);
			}
			catch (LinkOverloadedException ex) {
				retryLater(receiver, reports);
				return;
			}
			this.held.remove(receiver, reports);
			next = this.held.next(reports);
		}
	}

	/**
	 * Forgets what is held for a distributor that is gone.
	 * @param distributor the distributor
	 */
	public void onGone(NodeId distributor) {
		this.held.forget(distributor);
	}

	/**
	 * Returns whether the link took all reports.
	 * @return whether none is held
	 */
	public boolean isAllReported() {
		return this.held.isEmpty();
	}

	/**
	 * Waits until not too many reports are held: whoever causes reports must do so.
	 * @return {@code null} if there is room, or what completes when there is
	 */
	public @Nullable CompletionStage<Void> whenRoom() {
		CompletionStage<Void> room = this.held.whenRoom();
		if (room != null && this.complained.compareAndSet(false, true)) {
			logger.warn("The link is full and {} bytes of reports wait for it: events wait, too",
					this.counters.reportBytesHeld());
			room.thenRun(() -> this.complained.set(false));
		}
		return room;
	}

}
