package io.distributor.backend;

import java.util.List;

/**
 * Listeners for events of every name. They only listen: handlers answer. May be used from
 * any thread.
 * <p>
 * Listeners for incoming events are called one after another before
 * {@linkplain Socket#use the steps} and the handler of the event, whether it has one or
 * not, those of the namespace before those of the socket; never for reserved names.
 * <p>
 * Listeners for outgoing events hear what <em>this instance</em> emits. Those of a
 * namespace hear each emit once, be it for one socket or for many. Those of a socket hear
 * what is emitted to it, and the broadcasts that select it, as far as this instance knows
 * its rooms. What other instances emit is not heard here.
 *
 * @param <T> what is listened to
 */
public interface CatchAllListeners<T> {

	/**
	 * Adds a listener for incoming events, behind the others.
	 * @param listener the listener; what it throws is logged
	 * @return this object
	 */
	T onAny(EventListener listener);

	/**
	 * Adds a listener for incoming events, before the others.
	 * @param listener the listener; what it throws is logged
	 * @return this object
	 */
	T prependAny(EventListener listener);

	/**
	 * Takes a listener for incoming events away.
	 * @param listener the listener; an unknown one is ignored
	 * @return this object
	 */
	T offAny(EventListener listener);

	/**
	 * Takes all listeners for incoming events away.
	 * @return this object
	 */
	T offAny();

	/**
	 * Returns the listeners for incoming events.
	 * @return the listeners in the order they are called, a snapshot
	 */
	List<EventListener> listenersAny();

	/**
	 * Adds a listener for outgoing events, behind the others.
	 * @param listener the listener
	 * @return this object
	 */
	T onAnyOutgoing(OutgoingListener listener);

	/**
	 * Adds a listener for outgoing events, before the others.
	 * @param listener the listener
	 * @return this object
	 */
	T prependAnyOutgoing(OutgoingListener listener);

	/**
	 * Takes a listener for outgoing events away.
	 * @param listener the listener; an unknown one is ignored
	 * @return this object
	 */
	T offAnyOutgoing(OutgoingListener listener);

	/**
	 * Takes all listeners for outgoing events away.
	 * @return this object
	 */
	T offAnyOutgoing();

	/**
	 * Returns the listeners for outgoing events.
	 * @return the listeners in the order they are called, a snapshot
	 */
	List<OutgoingListener> listenersAnyOutgoing();

}
