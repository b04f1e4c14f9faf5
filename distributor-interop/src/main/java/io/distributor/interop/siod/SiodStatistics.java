package io.distributor.interop.siod;

/**
 * What a bridge to the original did and holds. Read live; may be used from any thread.
 */
public interface SiodStatistics {

	/**
	 * Returns the clients on this bridge.
	 * @return number of sockets
	 */
	long sockets();

	/**
	 * Returns the events of clients that the backend has not handled.
	 * @return number of bytes; 0 in a distributor, where the gateway counts them
	 */
	long unhandledBytes();

	/**
	 * Returns what was published for the original.
	 * @return number of messages
	 */
	long messagesOut();

	/**
	 * Returns what the original published and was carried out.
	 * @return number of messages
	 */
	long messagesIn();

	/**
	 * Returns what others published that is not in the format, or beyond a limit.
	 * @return number of messages
	 */
	long rejected();

	/**
	 * Returns what was carried out nowhere because the socket, the namespace or the
	 * request it names is not known here.
	 * @return number of messages
	 */
	long ignored();

	/**
	 * Returns what was dropped because too much waited.
	 * @return number of messages
	 */
	long dropped();

	/**
	 * Returns what was under way when the connection to Redis was lost, or could not be
	 * published before this process ended.
	 * @return number of messages
	 */
	long lost();

	/**
	 * Returns how often nobody heard what was published for a backend, so that the
	 * clients of its namespace were disconnected.
	 * @return number of times
	 */
	long backendsDown();

	/**
	 * Returns the clients that were disconnected because too many of their events waited.
	 * @return number of sockets
	 */
	long overflows();

	/**
	 * Returns requests that were forgotten because too many waited for their answers.
	 * @return number of requests
	 */
	long forgottenRequests();

	/**
	 * Returns what waits to be published or carried out.
	 * @return number of bytes
	 */
	long waitingBytes();

}
