package io.distributor.backend.namespace;

import io.distributor.backend.Arguments;
import io.distributor.backend.Event;

/**
 * An event as handlers see it.
 *
 * @param name its name
 * @param socket the socket it came from
 * @param arguments its arguments
 * @param ack the answer to give
 * @param isRedelivered whether an earlier home may have handled it
 */
record IncomingEvent(String name, BackendSocket socket, Arguments arguments, EventAck ack,
		boolean isRedelivered) implements Event {

	/**
	 * Returns the acknowledgement without taking it.
	 */
	EventAck untakenAck() {
		return this.ack;
	}

	@Override
	public EventAck ack() {
		this.ack.take();
		return this.ack;
	}

}
