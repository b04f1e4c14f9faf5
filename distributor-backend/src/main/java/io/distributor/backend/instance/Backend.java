package io.distributor.backend.instance;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

import io.distributor.backend.IndirectIo;
import io.distributor.backend.statistics.BackendStatistics;
import io.distributor.backend.statistics.HandlerObserver;
import io.distributor.link.Link;
import tools.jackson.databind.json.JsonMapper;

/**
 * A backend instance. Handlers are registered on {@link #io()} before {@link #start()}.
 * May be used from any thread.
 */
public final class Backend {

	private final Link link;

	/**
	 * Creates a backend instance; nothing happens on the link yet.
	 * @param options how it works
	 * @param mapper reads and writes arguments
	 * @param executor runs handlers: a pool, or one virtual thread each
	 * @param link its end of the link, not opened yet; closed by {@link #stop()}
	 * @param observer hears of each event when its handler is done
	 */
	public Backend(BackendOptions options, JsonMapper mapper, Executor executor, Link link, HandlerObserver observer) {
		this.link = link;
	}

	/**
	 * Returns what applications work with.
	 * @return the namespaces and sockets of this instance
	 */
	public IndirectIo io() {
		throw new UnsupportedOperationException();
	}

	/**
	 * Opens the link and announces the namespaces.
	 */
	public void start() {
		throw new UnsupportedOperationException();
	}

	/**
	 * Announces that this instance is leaving, takes no new sockets, and lets the
	 * handlers finish what arrived before.
	 * @return completes when they have, or after the drain timeout
	 */
	public CompletionStage<Void> drain() {
		return CompletableFuture.completedFuture(null);
	}

	/**
	 * Drains, if that was not done, lets no further handler start, says goodbye and
	 * closes the link. Blocks until then, at most for the drain timeout. Disconnect
	 * listeners are not called: the sockets go on elsewhere.
	 */
	public void stop() {
		this.link.close();
	}

	/**
	 * Returns what this instance counted.
	 * @return the statistics
	 */
	public BackendStatistics statistics() {
		throw new UnsupportedOperationException();
	}

}
