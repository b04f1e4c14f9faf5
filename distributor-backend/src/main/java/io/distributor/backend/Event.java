package io.distributor.backend;

/**
 * An event of a client.
 */
public interface Event {

	/**
	 * Returns the name.
	 * @return the name
	 */
	String name();

	/**
	 * Returns the socket it came from.
	 * @return the socket
	 */
	Socket socket();

	/**
	 * Returns the arguments, without the name.
	 * @return the arguments
	 */
	Arguments arguments();

	/**
	 * Returns the answer to give.
	 * @return the acknowledgement; sending it has no effect if the client wants none
	 */
	Ack ack();

	/**
	 * Returns whether the client waits for an answer. Unlike {@link #ack()} it does not
	 * say that the handler gives one.
	 * @return whether it does
	 */
	boolean isAckRequested();

	/**
	 * Returns whether an earlier home may have handled this event already.
	 * @return whether it is redelivered
	 */
	boolean isRedelivered();

}
