package io.distributor.backend.namespace;

import java.time.Duration;

import io.distributor.backend.statistics.EventOutcome;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * Logs what went wrong with the events of one socket: one line each, with the event, the
 * namespace and the socket, never the payload. A client could fill the log with events
 * that nobody knows, so after the first ones of a socket they are not warnings any more.
 * May be used from any thread.
 */
final class Complaints {

	private static final Logger logger = LoggerFactory.getLogger(Complaints.class);

	private static final int MAX_WARNINGS = 20;

	private int warnings;

	void about(IncomingEvent event, EventOutcome outcome, @Nullable Throwable failure) {
		String name = LogText.of(event.name());
		switch (outcome) {
			case NO_HANDLER -> logger.atLevel(level()).log("No handler for event '{}' of {}", name, event.socket());
			// Only the message: the cause quotes the payload.
			case INVALID_ARGUMENTS -> logger.atLevel(level())
				.log("Arguments of event '{}' of {} do not convert: {}", name, event.socket(),
						(failure != null) ? failure.getMessage() : "malformed");
			case REFUSED -> logger.debug("Event '{}' of {} is refused: {}", name, event.socket(),
					(failure != null) ? failure.getMessage() : "");
			case TIMED_OUT -> logger.warn("Handler of event '{}' of {} took too long: {}", name, event.socket(),
					(failure != null) ? failure.getMessage() : "");
			default -> logger.warn("Handler of event '{}' of {} failed", name, event.socket(), failure);
		}
	}

	/**
	 * The data of a refusal cannot be written.
	 */
	void aboutData(IncomingEvent event, RuntimeException failure) {
		logger.warn("Data for the refusal of event '{}' of {} cannot be written and is left out",
				LogText.of(event.name()), event.socket(), failure);
	}

	/**
	 * An answer was promised and not given.
	 */
	void aboutSilence(IncomingEvent event, Duration timeout) {
		logger.atLevel(level())
			.log("Event '{}' of {} was not answered within {}, though its handler took the acknowledgement",
					LogText.of(event.name()), event.socket(), timeout);
	}

	private synchronized Level level() {
		if (this.warnings == MAX_WARNINGS) {
			return Level.DEBUG;
		}
		this.warnings++;
		return Level.WARN;
	}

}
