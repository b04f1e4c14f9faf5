package io.distributor.autoconfigure;

import io.distributor.link.port.PatternPort;

/**
 * Makes the port on which this process meets emitters and other servers. Define a bean of
 * this type to meet them elsewhere than on Boot's Redis.
 */
@FunctionalInterface
public interface ForeignPortFactory {

	/**
	 * Makes the port. Called once.
	 * @return the port, not open yet
	 */
	PatternPort create();

}
