package io.distributor.backend.namespace;

import java.util.Map;

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
 * @param headers what came beside it on the link
 */
record IncomingEvent(String name, BackendSocket socket, Arguments arguments, EventAck ack, boolean isRedelivered,
		Map<String, String> headers) implements Event {

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

	@Override
	public boolean isAckRequested() {
		return this.ack.isRequested();
	}

}
