package io.distributor.benchmarks.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Ports for servers that must be told one. They are below those that systems give to
 * clients, of which tens of thousands come and go here. For one thread.
 */
final class ServerPorts {

	private static final int FIRST = 20_000;

	private static final int END = 32_768;

	private static final int ATTEMPTS = 100;

	/**
	 * Finds a port of the loopback address on which nothing listens.
	 * @throws IllegalStateException if there seems to be none
	 */
	int next() {
		for (int i = 0; i < ATTEMPTS; i++) {
			int port = ThreadLocalRandom.current().nextInt(FIRST, END);
			if (isFree(port)) {
				return port;
			}
		}
		throw new IllegalStateException(
				"No free port in " + ATTEMPTS + " attempts (expected: most from " + FIRST + " to " + (END - 1) + ")");
	}

	private static boolean isFree(int port) {
		try (ServerSocket free = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
			return free.isBound();
		}
		catch (BindException ex) {
			return false;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
