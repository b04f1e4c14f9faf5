package io.distributor.interop.siod;

import io.distributor.link.Link;
import io.distributor.link.port.PatternPort;

/**
 * Plays a distributor towards a backend instance of this process, for clients that are
 * behind distributors of the original, and a backend of the original towards those.
 * <p>
 * For its handlers and operators such clients are like others, apart from what the
 * original cannot carry: nothing is kept, repeated or given to another instance; asking
 * clients for acknowledgements throws {@link OriginalUnsupportedException}. When the
 * instance drains, the original is told to disconnect the clients of its namespaces.
 */
public final class DistributorBridge {

	private final SiodOptions options;

	private final PatternPort port;

	private final SiodCounters counters = new SiodCounters();

	/**
	 * Creates a bridge.
	 * @param options which namespaces, and limits
	 * @param port to Redis, not open yet; closed with the link
	 */
	public DistributorBridge(SiodOptions options, PatternPort port) {
		this.options = options;
		this.port = port;
	}

	/**
	 * Adds this bridge to the link of a backend; once.
	 * @param link the link, not open yet
	 * @return the link to use in its place
	 */
	public Link addTo(Link link) {
		return new BridgedLink(link, new LocalDistributor(this.options, this.port, link::id, this.counters));
	}

	/**
	 * Returns what this bridge did and holds.
	 * @return the statistics, live
	 */
	public SiodStatistics statistics() {
		return this.counters;
	}

}
