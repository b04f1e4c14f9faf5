package io.distributor.test.redis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A port for a server that must be told one, and that may take it later or again. It is
 * below those that systems give to whoever takes any port, such as clients of other tests
 * that run at the same time.
 */
public final class FreePort {

	private static final int FIRST = 10_000;

	private static final int END = 32_768;

	private static final int ATTEMPTS = 100;

	private FreePort() {
	}

	/**
	 * Finds a port of the loopback address on which nothing listens.
	 * @return the port
	 * @throws IllegalStateException if there seems to be none
	 */
	public static int find() {
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
