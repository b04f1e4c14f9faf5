package io.distributor.backend.namespace;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import io.distributor.backend.ArgumentConversionException;
import io.distributor.backend.EventMiddleware;
import io.distributor.backend.json.PayloadReader;
import io.distributor.backend.json.ReceivedEvent;
import io.distributor.backend.statistics.BackendCounters;
import io.distributor.backend.statistics.EventOutcome;
import io.distributor.backend.statistics.HandlerObserver;
import io.distributor.backend.tracing.EventTracing;
import io.distributor.link.message.SocketEvent;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings events to their handlers, and counts what became of them. Called by threads of
 * the executor for handlers.
 */
public final class EventDispatcher {

	private static final Logger logger = LoggerFactory.getLogger(EventDispatcher.class);

	private final PayloadReader reader;

	private final Executor executor;

	private final ScheduledExecutorService timer;

	private final Duration timeout;

	private final BackendCounters counters;

	private final HandlerObserver observer;

	private final EventTracing tracing;

	/**
	 * Creates the dispatcher.
	 * @param reader reads events
	 * @param executor runs handlers
	 * @param timer ends the time of stages that handlers return and of answers they owe
	 * @param timeout how long these may take
	 * @param counters count
	 * @param observer hears of each event
	 * @param tracing surrounds handlers
	 */
	public EventDispatcher(PayloadReader reader, Executor executor, ScheduledExecutorService timer, Duration timeout,
			BackendCounters counters, HandlerObserver observer, EventTracing tracing) {
		this.reader = reader;
		this.executor = executor;
		this.timer = timer;
		this.timeout = timeout;
		this.counters = counters;
		this.observer = observer;
		this.tracing = tracing;
	}

	/**
	 * Finds the handler of an event.
	 * @return the event, ready to start; over already if nothing handles it
	 */
	EventRun find(BackendSocket socket, NamespaceHandlers handlers, Map<String, String> headers, SocketEvent message) {
		EventAck ack = new EventAck(socket, message.ackId());
		ReceivedEvent received;
		try {
			received = this.reader.event(message.payload());
		}
		catch (ArgumentConversionException ex) {
			EventRun unread = run(event(new ReceivedEvent(HandlerObserver.UNKNOWN_EVENT, NoArguments.INSTANCE), headers,
					message, ack), null);
			unread.refuse(ex);
			return unread;
		}
		return find(handlers, event(received, headers, message, ack));
	}

	private static IncomingEvent event(ReceivedEvent received, Map<String, String> headers, SocketEvent message,
			EventAck ack) {
		return new IncomingEvent(received.name(), ack.socket(), received.arguments(), ack, message.redelivered(),
				headers);
	}

	private EventRun find(NamespaceHandlers handlers, IncomingEvent event) {
		if (EventNames.isReserved(event.name())) {
			return unhandled(event);
		}
		SocketHandlers ofSocket = event.socket().handlers();
		if (!handlers.catchAll().isHearing() && !ofSocket.isHearing()) {
			RegisteredHandler handler = firstOf(ofSocket.take(event.name()), handlers, event.name());
			return (handler != null) ? run(event, handler) : unhandled(event);
		}
		return hear(handlers, event.socket(), event);
	}

	/**
	 * Has an event heard by those who do so before its handler, if it has one.
	 */
	private EventRun hear(NamespaceHandlers handlers, BackendSocket socket, IncomingEvent event) {
		EventRun run = run(event, firstOf(socket.handlers().find(event.name()), handlers, event.name()));
		run.begin();
		Throwable refusal;
		try {
			handlers.catchAll().hear(event);
			socket.handlers().catchAll().hear(event);
			refusal = refusal(socket.handlers(), event);
		}
		finally {
			run.leave();
		}
		if (refusal != null) {
			run.refuse(refusal);
		}
		else if (!run.goOn(firstOf(socket.handlers().take(event.name()), handlers, event.name()))) {
			run.endUnhandled();
		}
		return run;
	}

	private static @Nullable Throwable refusal(SocketHandlers handlers, IncomingEvent event) {
		for (EventMiddleware middleware : handlers.middlewares().all()) {
			try {
				middleware.onEvent(event);
			}
			catch (Throwable ex) {
				return ex;
			}
		}
		return null;
	}

	private static @Nullable RegisteredHandler firstOf(@Nullable RegisteredHandler ofSocket, NamespaceHandlers handlers,
			String event) {
		return (ofSocket != null) ? ofSocket : handlers.events().find(event);
	}

	private EventRun unhandled(IncomingEvent event) {
		EventRun run = run(event, null);
		run.endUnhandled();
		return run;
	}

	private EventRun run(IncomingEvent event, @Nullable RegisteredHandler handler) {
		return new EventRun(this, event, handler);
	}

	Executor executor() {
		return this.executor;
	}

	EventTracing tracing() {
		return this.tracing;
	}

	Duration timeout() {
		return this.timeout;
	}

	/**
	 * Ends the time of a handler or of an answer.
	 * @throws java.util.concurrent.RejectedExecutionException when the backend is stopped
	 */
	Future<?> schedule(Runnable task) {
		return this.timer.schedule(() -> this.executor.execute(task), this.timeout.toNanos(), TimeUnit.NANOSECONDS);
	}

	void count(String namespace, String event, EventOutcome outcome, long nanos) {
		this.counters.countEvent(outcome, nanos);
		try {
			this.observer.onHandled(namespace, event, outcome, nanos);
		}
		catch (RuntimeException ex) {
			logger.warn("The observer of handlers failed", ex);
		}
	}

}
