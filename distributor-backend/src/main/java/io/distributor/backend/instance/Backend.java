package io.distributor.backend.instance;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.distributor.backend.IndirectIo;
import io.distributor.backend.ack.AckLimits;
import io.distributor.backend.ack.AckRegistry;
import io.distributor.backend.ack.BroadcastAcks;
import io.distributor.backend.dispatch.HandlerExecutor;
import io.distributor.backend.json.PayloadReader;
import io.distributor.backend.json.PayloadWriter;
import io.distributor.backend.namespace.EventDispatcher;
import io.distributor.backend.namespace.NamespaceOutboxes;
import io.distributor.backend.namespace.NamespaceSockets;
import io.distributor.backend.namespace.Namespaces;
import io.distributor.backend.namespace.PeerLink;
import io.distributor.backend.namespace.SocketAuthentication;
import io.distributor.backend.namespace.SocketFactory;
import io.distributor.backend.namespace.SocketLimits;
import io.distributor.backend.namespace.SocketSlots;
import io.distributor.backend.remote.Distributors;
import io.distributor.backend.remote.FetchBudget;
import io.distributor.backend.remote.Outbox;
import io.distributor.backend.remote.Peers;
import io.distributor.backend.remote.PendingRequests;
import io.distributor.backend.remote.Receivers;
import io.distributor.backend.statistics.BackendCounters;
import io.distributor.backend.statistics.BackendStatistics;
import io.distributor.backend.statistics.HandlerObserver;
import io.distributor.link.Link;
import io.distributor.link.message.BackendMessage;
import io.distributor.link.message.LinkMessage;
import io.distributor.link.message.PeerMessage;
import io.distributor.link.presence.NodeId;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * A backend instance. Handlers are registered on {@link #io()} before {@link #start()}.
 * May be used from any thread. It has one thread of its own, unless it is given another
 * timer, which ends the time of what does not come.
 */
public final class Backend {

	private static final Logger logger = LoggerFactory.getLogger(Backend.class);

	private static final long LAST_HANDLERS_SECONDS = 1;

	private final BackendOptions options;

	private final Link link;

	private final BackendCounters counters = new BackendCounters();

	private final BackendTimer timer;

	private final SocketSlots slots;

	private final Outbox outbox;

	private final PendingRequests<BackendMessage> requests;

	private final PendingRequests<PeerMessage> peerRequests;

	private final AckRegistry acks;

	private final BroadcastAcks broadcastAcks;

	private final Namespaces namespaces;

	private final LinkInbox inbox;

	private Phase phase = Phase.NEW;

	private CompletableFuture<Void> drained = CompletableFuture.completedFuture(null);

	/**
	 * Creates a backend instance; nothing happens on the link yet.
	 * @param options how it works
	 * @param mapper reads and writes arguments
	 * @param executor runs handlers: a pool, or one virtual thread each
	 * @param link its end of the link, not opened yet; closed by {@link #stop()}
	 * @param observer hears of each event when its handler is done
	 */
	public Backend(BackendOptions options, JsonMapper mapper, Executor executor, Link link, HandlerObserver observer) {
		this(options, mapper, executor, link, BackendObservers.of(observer));
	}

	/**
	 * Creates a backend instance; nothing happens on the link yet.
	 * @param options how it works
	 * @param mapper reads and writes arguments
	 * @param executor runs handlers: a pool, or one virtual thread each
	 * @param link its end of the link, not opened yet; closed by {@link #stop()}
	 * @param observers hear what it does
	 */
	public Backend(BackendOptions options, JsonMapper mapper, Executor executor, Link link,
			BackendObservers observers) {
		this(options, mapper, executor, BackendTimer.ofItsOwn(), link, observers);
	}

	/**
	 * Creates a backend instance that takes its time from a timer of the caller; nothing
	 * happens on the link yet.
	 * @param options how it works
	 * @param mapper reads and writes arguments
	 * @param executor runs handlers
	 * @param timer ends the time of what does not come; runs no user code, and is left
	 * running by {@link #stop()}
	 * @param link its end of the link, not opened yet; closed by {@link #stop()}
	 * @param observer hears of each event when its handler is done
	 */
	public Backend(BackendOptions options, JsonMapper mapper, Executor executor, ScheduledExecutorService timer,
			Link link, HandlerObserver observer) {
		this(options, mapper, executor, new BackendTimer(timer, false), link, BackendObservers.of(observer));
	}

	private Backend(BackendOptions options, JsonMapper mapper, Executor executor, BackendTimer timer, Link link,
			BackendObservers observers) {
		this.options = options;
		this.timer = timer;
		this.link = link;
		this.slots = new SocketSlots(options.maxSockets(), this.counters);
		Executor handlers = new HandlerExecutor(executor, timer.executor());
		Distributors distributors = new Distributors();
		PayloadReader reader = new PayloadReader(mapper);
		this.outbox = new Outbox(link, distributors, handlers, timer.executor(), this.counters,
				observers.tracing()::headers);
		Peers peers = new Peers(link, this.counters, observers.tracing()::headers);
		this.requests = requests(this.outbox, handlers);
		this.peerRequests = requests(peers, handlers);
		this.acks = new AckRegistry(new AckLimits(options.maxSocketAcks(), options.maxAcks(), options.maxAnswerBytes(),
				options.ackTimeout()), reader, handlers, timer.executor(), this.counters);
		this.broadcastAcks = new BroadcastAcks(this.outbox, distributors, this.acks);
		PayloadWriter writer = new PayloadWriter(mapper);
		PeerLink peerLink = new PeerLink(peers, this.peerRequests, this.acks, reader, writer, handlers,
				options.maxQueuedEvents(), this.counters, observers.tracing());
		NamespaceOutboxes outboxes = new NamespaceOutboxes(this.outbox, this.requests, this.broadcastAcks,
				new FetchBudget(options.maxFetchBytes(), this.counters), peerLink, writer, observers.emits(),
				observers.selections());
		this.namespaces = new Namespaces(options.namespaces(), outboxes, socketFactory(reader, handlers, observers),
				this.slots, options.maxDynamicNamespaces(), this::announce);
		this.inbox = new LinkInbox(this.namespaces, distributors, outboxes, this.acks);
	}

	private <M extends LinkMessage> PendingRequests<M> requests(Receivers<M> receivers, Executor handlers) {
		return new PendingRequests<>(receivers, handlers, this.timer.executor(), this.counters,
				this.options.maxRequests(), this.options.requestTimeout());
	}

	private SocketFactory socketFactory(PayloadReader reader, Executor handlers, BackendObservers observers) {
		EventDispatcher dispatcher = new EventDispatcher(reader, handlers, this.timer.executor(),
				this.options.handlerTimeout(), this.counters, observers.handlers(), observers.tracing());
		SocketLimits limits = new SocketLimits(this.options.maxQueuedEvents(), this.options.handledBatch(),
				this.options.dataSize());
		SocketAuthentication authentication = new SocketAuthentication(this.options.authenticator(),
				this.options.authenticationGrace(), this.timer.executor(), handlers, this.counters);
		return new SocketFactory(this.acks, reader, dispatcher, authentication, handlers, this.counters, limits);
	}

	/**
	 * Returns what applications work with.
	 * @return the namespaces and sockets of this instance
	 */
	public IndirectIo io() {
		return this.namespaces.io();
	}

	/**
	 * Returns what this instance counted.
	 * @return the statistics
	 */
	public BackendStatistics statistics() {
		return this.counters;
	}

	/**
	 * Returns the id of this node on the link.
	 * @return the id, another one after others took this node for dead
	 */
	public NodeId id() {
		return this.link.id();
	}

	/**
	 * Returns how it works.
	 * @return the options it was created with
	 */
	public BackendOptions options() {
		return this.options;
	}

	/**
	 * Returns how many sockets have their home here.
	 * @return the numbers by the names of the namespaces this instance owns, a snapshot
	 */
	public Map<String, Integer> sockets() {
		return this.namespaces.names()
			.stream()
			.collect(Collectors.toMap((name) -> name, (name) -> sockets(this.namespaces.find(name))));
	}

	private static int sockets(@Nullable NamespaceSockets sockets) {
		return (sockets != null) ? sockets.size() : 0;
	}

	/**
	 * Opens the link and announces the namespaces.
	 * @throws IllegalStateException if it was started before
	 */
	public synchronized void start() {
		if (this.phase != Phase.NEW) {
			throw new IllegalStateException("backend: " + this.phase + " (expected: NEW; start another one)");
		}
		this.phase = Phase.RUNNING;
		this.link.open(this.inbox);
		announce();
	}

	private synchronized void announce() {
		if (this.phase == Phase.RUNNING || this.phase == Phase.DRAINING) {
			this.link.announce(this.namespaces.names(), this.phase == Phase.DRAINING);
		}
	}

	/**
	 * Announces that this instance is leaving, takes no new sockets, finishes what it has
	 * of each socket and lets the distributors give them other homes. Clients notice
	 * nothing. Immediate when there are no sockets.
	 * @return completes when there are none left, or after the drain timeout
	 */
	public synchronized CompletionStage<Void> drain() {
		if (this.phase == Phase.RUNNING) {
			this.phase = Phase.DRAINING;
			this.slots.close();
			announce();
			this.drained = new Drain(this.slots, this.outbox, this.link, this.timer.executor())
				.begin(this.options.drainTimeout())
				.toCompletableFuture();
		}
		return this.drained.copy();
	}

	/**
	 * Drains, if that was not done, lets no further handler start, says goodbye and
	 * closes the link. Blocks until then: for the drain timeout, and a second for
	 * handlers under way, at most. Disconnect listeners are not called, and release
	 * listeners for the sockets that were released only: the others go on elsewhere as
	 * after a crash.
	 */
	public void stop() {
		drain().toCompletableFuture().join();
		if (enterStopped()) {
			awaitHandlersUnderWay();
			end();
		}
	}

	/**
	 * Stops without draining: lets no further handler start, says goodbye and closes the
	 * link. Waits for no handler. After {@link #drain()} completed, it does what
	 * {@link #stop()} does.
	 */
	public void stopNow() {
		if (enterStopped()) {
			allOf(NamespaceSockets::freeze);
			end();
		}
	}

	private synchronized boolean enterStopped() {
		boolean entered = this.phase != Phase.STOPPED;
		this.phase = Phase.STOPPED;
		this.namespaces.freezeServerSide();
		return entered;
	}

	private void end() {
		this.acks.closeAll("backend is stopped");
		this.broadcastAcks.failAll(new IllegalStateException("backend: stopped (expected: running)"));
		this.requests.failAll(new IllegalStateException("backend: stopped (expected: running)"));
		this.peerRequests.failAll(new IllegalStateException("backend: stopped (expected: running)"));
		this.timer.stop();
		this.link.close();
	}

	private void awaitHandlersUnderWay() {
		try {
			allOf(NamespaceSockets::freeze).get(LAST_HANDLERS_SECONDS, TimeUnit.SECONDS);
		}
		catch (TimeoutException | ExecutionException ex) {
			logger.warn("Some handlers are still under way; what they do from now on reaches no client");
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private CompletableFuture<Void> allOf(Function<NamespaceSockets, CompletionStage<Void>> action) {
		return CompletableFuture.allOf(this.namespaces.all()
			.stream()
			.map((sockets) -> action.apply(sockets).toCompletableFuture())
			.toArray(CompletableFuture<?>[]::new));
	}

}
