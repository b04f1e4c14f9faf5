package io.distributor.backend.namespace;

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
	 * name
	 */
	public static String normalize(String name) {
		if (name.indexOf(',') >= 0 || name.indexOf('?') >= 0) {
			throw new IllegalArgumentException("namespace: " + name + " (expected: a name without ',' and '?')");
		}
		return name.startsWith("/") ? name : "/" + name;
	}

}
