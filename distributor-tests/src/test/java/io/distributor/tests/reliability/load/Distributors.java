package io.distributor.tests.reliability.load;

/**
 * Where clients connect to: a load balancer of a sort.
 */
@FunctionalInterface
public interface Distributors {

	/**
	 * Returns the port of a distributor of this machine.
	 * @param attempt consecutive values give all distributors in turn
	 * @return the port
	 */
	int port(int attempt);

}
