package io.distributor.interop.siod;

import io.distributor.link.Link;
import io.distributor.link.port.PatternPort;

/**
 * Plays a backend instance towards the gateway of this process, for namespaces that
 * backends of the original own, and a distributor of the original towards those backends.
 * <p>
 * It takes every client, as a distributor of the original does, and tells a backend of
 * it. When nobody hears that, the clients of the namespace are disconnected. What was
 * handed to Redis counts as handled: nothing is kept, repeated or given to another home.
 */
public final class BackendBridge {

	private final SiodCounters counters = new SiodCounters();

	private final LocalBackend node;

	/**
	 * Creates a bridge.
	 * @param options which namespaces, and limits
	 * @param port to Redis, not open yet; closed with the link
	 * @param describer says what backends are told of clients
	 * @param customMessages hears what backends say to applications
	 */
	public BackendBridge(SiodOptions options, PatternPort port, ClientDescriber describer,
			CustomMessageListener customMessages) {
		this.node = new LocalBackend(options, port, describer, customMessages, this.counters);
	}

	/**
	 * Adds this bridge to the link of a gateway; once.
	 * @param link the link, not open yet
	 * @return the link to use in its place
	 */
	public Link addTo(Link link) {
		return new BridgedLink(link, this.node);
	}

	/**
	 * Returns what this bridge did and holds.
	 * @return the statistics, live
	 */
	public SiodStatistics statistics() {
		return this.counters;
	}

}
