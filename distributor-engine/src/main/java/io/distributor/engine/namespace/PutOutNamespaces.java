package io.distributor.engine.namespace;

import java.util.HashSet;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Namespaces the server put a client out of. The client may have sent packets before it
 * learnt of it. Lives on the event loop of the session.
 */
final class PutOutNamespaces {

	private final int limit;

	/** Nearly all clients are put out of none. */
	private @Nullable Set<String> names;

	/**
	 * Creates an empty set.
	 * @param limit how many are remembered; further ones are not
	 */
	PutOutNamespaces(int limit) {
		this.limit = limit;
	}

	void add(String namespace) {
		if (this.names == null) {
			this.names = new HashSet<>();
		}
		if (this.names.size() < this.limit) {
			this.names.add(namespace);
		}
	}

	void remove(String namespace) {
		if (this.names != null) {
			this.names.remove(namespace);
		}
	}

	boolean contains(String namespace) {
		return this.names != null && this.names.contains(namespace);
	}

}
