package io.distributor.engine.forward;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;

/**
 * How requests for sessions of other servers are forwarded.
 *
 * @param address address to take such requests on, reached by the other servers only
 * @param port port to take them on, 0 for any free one
 * @param secrets what servers prove themselves with to each other: the first one signs,
 * all are accepted; at least one
 * @param maxAge how much the clocks of two servers may differ, positive
 * @param maxConcurrent number of requests and websockets that may be under way to other
 * servers; further ones are refused; positive
 * @param connectTimeout time another server has to accept a connection, positive
 */
public record ForwardingOptions(InetAddress address, int port, List<String> secrets, Duration maxAge, int maxConcurrent,
		Duration connectTimeout) {

	/**
	 * Creates options.
	 * @throws IllegalArgumentException if a value is out of its range
	 */
	public ForwardingOptions {
		secrets = List.copyOf(secrets);
		require(port >= 0 && port <= 65535, "port", port, "0 to 65535");
		require(!secrets.isEmpty(), "secrets", "none", "at least one");
		require(!maxAge.isNegative() && !maxAge.isZero(), "maxAge", maxAge, "> 0");
		require(maxConcurrent > 0, "maxConcurrent", maxConcurrent, "> 0");
		require(!connectTimeout.isNegative() && connectTimeout.toMillis() > 0, "connectTimeout", connectTimeout,
				">= 1 ms");
	}

	private static void require(boolean condition, String name, Object value, String expected) {
		if (!condition) {
			throw new IllegalArgumentException(name + ": " + value + " (expected: " + expected + ")");
		}
	}

	@Override
	public String toString() {
		return "ForwardingOptions[address=" + this.address + ", port=" + this.port + "]";
	}

}
