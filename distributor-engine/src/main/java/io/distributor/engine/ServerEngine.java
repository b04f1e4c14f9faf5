package io.distributor.engine;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletionStage;

import io.distributor.engine.namespace.Namespaces;
import org.jspecify.annotations.Nullable;

/**
 * What holds the connections of clients and carries their namespaces for a distributor.
 * Starts once, stops once. May be used from any thread, but the methods that start and
 * stop it not from those of the server.
 */
public interface ServerEngine extends Namespaces {

	/**
	 * Begins to accept clients, if that is for this engine to do.
	 */
	void start();

	/**
	 * Returns the port that clients connect to.
	 * @return the port
	 * @throws IllegalStateException if there is none yet
	 */
	int port();

	/**
	 * Returns where this engine takes requests that other distributors forward.
	 * @return the address, or {@code null} if it takes none
	 */
	default @Nullable InetSocketAddress forwardingAddress() {
		return null;
	}

	/**
	 * Returns how many sockets are connected in each namespace that has one.
	 * @return the numbers by the names of the namespaces, a snapshot
	 */
	Map<String, Integer> sockets();

	/**
	 * Lets clients go, in slices, as if their connections were lost: they come back by
	 * themselves, to another server.
	 * @param duration how long it takes; 0 or more
	 * @return completes when the last one was let go
	 */
	CompletionStage<Void> drain(Duration duration);

	/**
	 * Closes the connections that are left. Without effect if it does not run.
	 */
	void stop();

	/**
	 * Returns what this engine did and holds.
	 * @return the statistics, live
	 */
	ServerStatistics statistics();

}
