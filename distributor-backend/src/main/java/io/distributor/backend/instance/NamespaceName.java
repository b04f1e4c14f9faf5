package io.distributor.backend.instance;

/**
 * How the name of a namespace is written: with a leading slash.
 */
final class NamespaceName {

	private NamespaceName() {
	}

	static String normalize(String name) {
		String normalized = name.startsWith("/") ? name : "/" + name;
		if (normalized.indexOf(',') >= 0 || normalized.indexOf('?') >= 0) {
			throw new IllegalArgumentException("namespace: " + name + " (expected: a name without ',' and '?')");
		}
		return normalized;
	}

}
