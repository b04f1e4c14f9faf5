package io.distributor.tests.fleet;

import io.distributor.link.port.LinkPort;

/**
 * What carries the link of a fleet.
 */
public interface LinkMedium extends AutoCloseable {

	/**
	 * Makes a port for one more node.
	 * @return the port, not open yet
	 */
	LinkPort port();

	@Override
	void close();

}
