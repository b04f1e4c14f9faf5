package io.distributor.backend.tracing;

import java.util.Map;

/**
 * Surrounds handlers of events, and gives headers that travel on the link beside what is
 * emitted. May be called from any thread, and must throw nothing.
 */
public interface EventTracing {

	/** Surrounds nothing, and costs nothing. */
	EventTracing NONE = new NoTracing();

	/**
	 * A handler is about to be called on the current thread, or listeners and steps that
	 * hear the event before it.
	 * @param namespace name of the namespace, or the pattern it matches
	 * @param event name of the event, or the pattern its handler was registered for;
	 * {@code unknown} if nothing handles it
	 * @param headers headers that came with the event
	 * @return what is told how it goes on
	 */
	EventScope begin(String namespace, String event, Map<String, String> headers);

	/**
	 * Gives what travels beside an event that is emitted on the current thread.
	 * @return headers, usually few and short
	 */
	Map<String, String> headers();

}
