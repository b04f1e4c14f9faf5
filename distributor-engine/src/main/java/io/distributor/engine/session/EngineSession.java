package io.distributor.engine.session;

import io.netty.util.concurrent.EventExecutor;
import org.jspecify.annotations.Nullable;

/**
 * One Engine.IO connection of a client, whatever transport carries it at the moment.
 * <p>
 * A session is bound to one event loop for its whole life. Unless a method says otherwise
 * it may be called from that loop only; {@link #executor()} gives it.
 */
public interface EngineSession {

	/**
	 * Returns the secret id of this session. It opens the session to whoever knows it and
	 * must never reach another client.
	 * @return the session id
	 */
	String id();

	/**
	 * Returns what was known of the client when the session was opened.
	 * @return the handshake, immutable
	 */
	Handshake handshake();

	/**
	 * Returns the transport that carries this session now. May be called from any thread.
	 * @return the transport
	 */
	TransportType transport();

	/**
	 * Returns the event loop this session lives on. May be called from any thread.
	 * @return the event loop
	 */
	EventExecutor executor();

	/**
	 * Says that this session is in use: it does not count as half-open any more. Whoever
	 * knows no such difference calls it when the session is opened. May be called from
	 * any thread; calling it again has no effect.
	 */
	default void establish() {
	}

	/**
	 * Queues a message; what is queued in one turn of the event loop is flushed together.
	 * A message that would exceed the outbound limit is dropped if it is volatile, else
	 * the session is closed as a slow consumer. Without effect on a closed session.
	 * @param message the message, which may be shared with any number of other sessions
	 */
	void send(OutboundMessage message);

	/**
	 * Stops reading from this client (TCP pushes back). No further message is delivered,
	 * not even one that was read already. Pings are still sent, and their answers, which
	 * cannot be heard, are not missed.
	 */
	void pauseReading();

	/**
	 * Reads from this client again.
	 */
	void resumeReading();

	/**
	 * Closes this session. Calling it on a closed session has no effect. May be called
	 * from any thread.
	 * @param reason why
	 * @param description detail for logs and for the disconnect listener, or {@code null}
	 */
	void close(CloseReason reason, @Nullable String description);

}
