package io.distributor.backend.namespace;

import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import io.distributor.backend.ArgumentConversionException;
import io.distributor.backend.EventHandler;
import io.distributor.backend.json.PayloadReader;
import io.distributor.backend.json.ReceivedEvent;
import io.distributor.backend.statistics.BackendCounters;
import io.distributor.backend.statistics.EventOutcome;
import io.distributor.backend.statistics.HandlerObserver;
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

	private final ScheduledExecutorService timer;

	private final Duration timeout;

	private final BackendCounters counters;

	private final HandlerObserver observer;

	/**
	 * Creates the dispatcher.
	 * @param reader reads events
	 * @param timer ends the time of stages that handlers return
	 * @param timeout how long such a stage may take
	 * @param counters count
	 * @param observer hears of each event
	 */
	public EventDispatcher(PayloadReader reader, ScheduledExecutorService timer, Duration timeout,
			BackendCounters counters, HandlerObserver observer) {
		this.reader = reader;
		this.timer = timer;
		this.timeout = timeout;
		this.counters = counters;
		this.observer = observer;
	}

	@Nullable CompletionStage<?> dispatch(BackendSocket socket, NamespaceHandlers handlers, SocketEvent message) {
		EventAck ack = new EventAck(socket, message.ackId());
		ReceivedEvent received;
		try {
			received = this.reader.event(message.payload());
		}
		catch (ArgumentConversionException ex) {
			run(new ReceivedEvent(HandlerObserver.UNKNOWN_EVENT, NoArguments.INSTANCE), socket, message, ack)
				.refuse(EventOutcome.INVALID_ARGUMENTS, ex);
			return null;
		}
		EventRun run = run(received, socket, message, ack);
		EventHandler handler = socket.handlers().find(received.name());
		if (handler == null) {
			handler = handlers.event(received.name());
		}
		if (handler == null) {
			run.refuse(EventOutcome.NO_HANDLER, null);
			return null;
		}
		return run.start(handler);
	}

	private EventRun run(ReceivedEvent received, BackendSocket socket, SocketEvent message, EventAck ack) {
		return new EventRun(this,
				new IncomingEvent(received.name(), socket, received.arguments(), ack, message.redelivered()), ack,
				socket.complaints());
	}

	Duration timeout() {
		return this.timeout;
	}

	Future<?> schedule(Runnable task) {
		return this.timer.schedule(task, this.timeout.toNanos(), TimeUnit.NANOSECONDS);
	}

	void count(String namespace, String event, EventOutcome outcome, long nanos) {
		this.counters.countEvent(outcome, nanos);
		try {
			this.observer.onHandled(namespace,
					(outcome != EventOutcome.NO_HANDLER) ? event : HandlerObserver.UNKNOWN_EVENT, outcome, nanos);
		}
		catch (RuntimeException ex) {
			logger.warn("The observer of handlers failed", ex);
		}
	}

}
