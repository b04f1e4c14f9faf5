package io.distributor.autoconfigure;

import io.distributor.link.port.LinkPort;

/**
 * Makes the ports below the links of this process. Define a bean of this type to replace
 * Redis.
 */
@FunctionalInterface
public interface LinkPortFactory {

	/**
	 * Makes a port. Called once for each role of this process.
	 * @return the port, not open yet
	 */
	LinkPort create();

}
