package io.distributor.gateway;

/**
 * What the homes of a socket need of it.
 */
interface SocketOwner {

	/**
	 * The home is gone before it accepted the socket.
	 */
	void onHomeless();

	/**
	 * Nothing is left to be handled, or it was given up.
	 */
	void onOver();

	/**
	 * Executes a task on the event loop. May be called from any thread.
	 * @param task the task
	 */
	void execute(Runnable task);

}
