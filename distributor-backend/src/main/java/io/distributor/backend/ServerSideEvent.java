package io.distributor.backend;

/**
 * An event that another backend instance of the namespace emitted.
 */
public interface ServerSideEvent {

	/**
	 * Returns the name.
	 * @return the name
	 */
	String name();

	/**
	 * Returns the arguments, without the name.
	 * @return the arguments
	 */
	Arguments arguments();

	/**
	 * Returns which instance emitted it.
	 * @return the instance, by name and id
	 */
	String sender();

}
