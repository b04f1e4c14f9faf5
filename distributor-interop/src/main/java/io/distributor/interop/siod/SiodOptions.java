package io.distributor.interop.siod;

import java.util.Set;

import io.distributor.interop.adapter.AdapterChannels;
import io.distributor.link.presence.NamespacePattern;

/**
 * How a bridge works.
 *
 * @param namespaces namespaces whose other half is the original, names that begin with a
 * slash and have no {@code #}; at least one
 * @param prefix beginning of the original's channels
 * @param adapterKey key of its socket.io-redis
 * @param maxMessageBytes largest message that is read, in bytes, 1 or more
 * @param queueBytes what may wait to be published or carried out, in bytes, 1 or more
 * @param maxUnhandledEvents events of a client that may wait for the backend, 1 or more;
 * a client with more is disconnected
 * @param maxUnhandledBytes the same in bytes
 * @param maxUnhandledTotalBytes the same of all clients together; one whose event makes
 * it more is disconnected
 * @param maxPendingRequests requests to join, leave or disconnect that may wait for an
 * answer, 1 or more; the oldest is forgotten
 */
public record SiodOptions(Set<String> namespaces, String prefix, String adapterKey, int maxMessageBytes, int queueBytes,
		int maxUnhandledEvents, int maxUnhandledBytes, long maxUnhandledTotalBytes, int maxPendingRequests) {

	/** Prefix of the original. */
	public static final String DEFAULT_PREFIX = "siod";

	private static final int MEGABYTE = 1024 * 1024;

	public SiodOptions {
		namespaces = Set.copyOf(namespaces);
		require(!namespaces.isEmpty(), "namespaces", namespaces, "at least one");
		namespaces.forEach(SiodOptions::requireName);
		require(!prefix.isEmpty(), "prefix", prefix, "a text");
		require(!adapterKey.isEmpty(), "adapterKey", adapterKey, "a text");
		require(maxMessageBytes > 0, "maxMessageBytes", maxMessageBytes, "> 0");
		require(queueBytes > 0, "queueBytes", queueBytes, "> 0");
		require(maxUnhandledEvents > 0, "maxUnhandledEvents", maxUnhandledEvents, "> 0");
		require(maxUnhandledBytes > 0, "maxUnhandledBytes", maxUnhandledBytes, "> 0");
		require(maxUnhandledTotalBytes > 0, "maxUnhandledTotalBytes", maxUnhandledTotalBytes, "> 0");
		require(maxPendingRequests > 0, "maxPendingRequests", maxPendingRequests, "> 0");
	}

	/**
	 * Returns options with what fits most.
	 * @param namespaces namespaces whose other half is the original
	 * @return the options
	 */
	public static SiodOptions of(Set<String> namespaces) {
		return new SiodOptions(namespaces, DEFAULT_PREFIX, AdapterChannels.DEFAULT_KEY, 4 * MEGABYTE, 32 * MEGABYTE,
				1_000, MEGABYTE, 256L * MEGABYTE, 10_000);
	}

	/**
	 * Returns these options with other names of channels.
	 * @param prefix beginning of the original's channels
	 * @param adapterKey key of its socket.io-redis
	 * @return the options
	 */
	public SiodOptions withChannels(String prefix, String adapterKey) {
		return new SiodOptions(this.namespaces, prefix, adapterKey, this.maxMessageBytes, this.queueBytes,
				this.maxUnhandledEvents, this.maxUnhandledBytes, this.maxUnhandledTotalBytes, this.maxPendingRequests);
	}

	/**
	 * Returns these options with other sizes.
	 * @param maxMessageBytes largest message that is read
	 * @param queueBytes what may wait to be published or carried out
	 * @return the options
	 */
	public SiodOptions withSizes(int maxMessageBytes, int queueBytes) {
		return new SiodOptions(this.namespaces, this.prefix, this.adapterKey, maxMessageBytes, queueBytes,
				this.maxUnhandledEvents, this.maxUnhandledBytes, this.maxUnhandledTotalBytes, this.maxPendingRequests);
	}

	/**
	 * Returns these options with other limits.
	 * @param maxUnhandledEvents events of a client that may wait for the backend
	 * @param maxUnhandledBytes the same in bytes
	 * @param maxUnhandledTotalBytes the same of all clients together; one whose event
	 * makes it more is disconnected
	 * @param maxPendingRequests requests that may wait for an answer
	 * @return the options
	 */
	public SiodOptions withLimits(int maxUnhandledEvents, int maxUnhandledBytes, long maxUnhandledTotalBytes,
			int maxPendingRequests) {
		return new SiodOptions(this.namespaces, this.prefix, this.adapterKey, this.maxMessageBytes, this.queueBytes,
				maxUnhandledEvents, maxUnhandledBytes, maxUnhandledTotalBytes, maxPendingRequests);
	}

	private static void requireName(String namespace) {
		boolean name = namespace.startsWith("/") && namespace.indexOf('#') < 0
				&& !NamespacePattern.isPattern(namespace);
		require(name, "namespaces", namespace, "a name that begins with / and has no #, no pattern");
	}

	private static void require(boolean holds, String name, Object value, String expected) {
		if (!holds) {
			throw new IllegalArgumentException(name + ": " + value + " (expected: " + expected + ")");
		}
	}

}
