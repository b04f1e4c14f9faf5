package io.distributor.autoconfigure;

import io.distributor.link.port.LinkPort;

/**
 * Makes the ports below the links of this process, and below bridges to others. Define a
 * bean of this type to replace Redis.
 */
@FunctionalInterface
public interface LinkPortFactory {

	/**
	 * Makes a port. Called once for each role of this process and each bridge.
	 * @return the port, not open yet
	 */
	LinkPort create();

}
