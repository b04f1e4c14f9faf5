package io.distributor.handler;

import io.distributor.backend.Event;
import io.distributor.backend.Socket;
import org.jspecify.annotations.Nullable;

/**
 * What a handler method threw.
 *
 * @param exception the exception, or one of its causes
 * @param socket the socket it was called for
 * @param event the event it was called for, or {@code null} if it was a connect
 */
record Failure(Throwable exception, Socket socket, @Nullable Event event) {

	static Failure of(Throwable exception, Event event) {
		return new Failure(exception, event.socket(), event);
	}

	static Failure of(Throwable exception, Socket socket) {
		return new Failure(exception, socket, null);
	}

	Failure causedBy(Throwable cause) {
		return new Failure(cause, this.socket, this.event);
	}

}
