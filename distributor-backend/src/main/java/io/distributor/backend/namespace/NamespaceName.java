package io.distributor.backend.namespace;

import io.distributor.link.presence.Node;

/**
 * How the name of a namespace is written: with a leading slash.
 */
public final class NamespaceName {

	private NamespaceName() {
	}

	/**
	 * Writes a name as it travels.
	 * @param name the name, with or without the leading slash
	 * @return the name with it
	 * @throws IllegalArgumentException if no client could ask for a namespace of that
	 * name, or it is longer than {@link Node#MAX_NAMESPACE_LENGTH}
	 */
	public static String normalize(String name) {
		if (name.indexOf(',') >= 0 || name.indexOf('?') >= 0) {
			throw new IllegalArgumentException("namespace: " + name + " (expected: a name without ',' and '?')");
		}
		String normalized = name.startsWith("/") ? name : "/" + name;
		if (normalized.length() > Node.MAX_NAMESPACE_LENGTH) {
			throw new IllegalArgumentException("namespace: " + normalized.length() + " characters (expected: <= "
					+ Node.MAX_NAMESPACE_LENGTH + ", the slash included)");
		}
		return normalized;
	}

}
