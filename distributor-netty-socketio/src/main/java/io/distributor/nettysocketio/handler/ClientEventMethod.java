package io.distributor.nettysocketio.handler;

/**
 * One of the methods that handle an event.
 */
@FunctionalInterface
public interface ClientEventMethod {

	/**
	 * Calls the method.
	 * @param event the event
	 * @throws Exception what the method threw: the methods after it are not called
	 */
	void call(ClientEvent event) throws Exception;

}
