package io.distributor.tests.security;

import java.io.IOException;
import java.util.Random;

/**
 * One thing that a bad client does, again and again.
 */
@FunctionalInterface
interface Attack {

	/**
	 * Does it once.
	 * @param port where the distributor listens
	 * @param random decides what is left to chance
	 * @throws IOException if the distributor has closed the connection, as it may
	 */
	void strike(int port, Random random) throws IOException;

}
