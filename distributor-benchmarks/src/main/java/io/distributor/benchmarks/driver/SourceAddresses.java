package io.distributor.benchmarks.driver;

import java.util.concurrent.TimeUnit;

/**
 * Addresses of the loopback range for clients to come from: each has ports of its own. A
 * port cannot be taken again for a minute after its connection has ended, so drivers that
 * follow each other begin with other addresses.
 */
final class SourceAddresses {

	private static final int CLIENTS_OF_ADDRESS = 2_000;

	private static final int NETWORKS = 250;

	private final String network;

	/**
	 * Creates the addresses.
	 * @param nanoTime when they are first used, by {@link System#nanoTime}
	 */
	SourceAddresses(long nanoTime) {
		this.network = "127.0." + Math.floorMod(TimeUnit.NANOSECONDS.toSeconds(nanoTime), NETWORKS) + ".";
	}

	/** Returns the address of a client. */
	String of(int number) {
		return this.network + (1 + number / CLIENTS_OF_ADDRESS);
	}

}
