package io.distributor.autoconfigure;

import io.distributor.link.port.PatternPort;

/**
 * Makes the ports on which this process meets others than its fleet: emitters, Node
 * servers and the original socket.io-distributor. Define a bean of this type to meet them
 * elsewhere than on Boot's Redis.
 */
@FunctionalInterface
public interface ForeignPortFactory {

	/**
	 * Makes a port. Called once for emitters and Node servers, and once for each bridge.
	 * @return the port, not open yet
	 */
	PatternPort create();

}
