package io.distributor.backend;

/**
 * Small named values that travel with a socket: the distributor keeps them, and the next
 * home of the socket finds them as they were when the last event was handled. They end
 * with the socket. May be used from any thread.
 * <p>
 * Each change sends all values to the distributor, so this is a place for a user's name
 * or a position in a list, not for a document. What is changed after another instance
 * became the home of the socket stays here.
 */
public interface SocketData extends SocketValues {

	/**
	 * Sets a value.
	 * @param name its name
	 * @param value anything Jackson can write
	 * @throws IllegalArgumentException if the value cannot be written, or if all values
	 * together would be larger than the limit; nothing is changed then
	 */
	void put(String name, Object value);

	/**
	 * Takes a value away.
	 * @param name its name; an unknown one is ignored
	 */
	void remove(String name);

}
