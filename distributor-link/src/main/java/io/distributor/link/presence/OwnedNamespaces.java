package io.distributor.link.presence;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Namespaces by name and by pattern: a name counts more than any pattern, and of the
 * patterns the one with more text. Immutable.
 */
public final class OwnedNamespaces {

	/** No namespaces. */
	public static final OwnedNamespaces NONE = new OwnedNamespaces(Set.of(), List.of());

	private final Set<String> names;

	private final List<NamespacePattern> patterns;

	private OwnedNamespaces(Set<String> names, List<NamespacePattern> patterns) {
		this.names = names;
		this.patterns = patterns;
	}

	/**
	 * Reads what a node said of itself. A malformed pattern matches nothing.
	 * @param namespaces names and patterns
	 * @return the namespaces
	 */
	public static OwnedNamespaces of(Collection<String> namespaces) {
		List<NamespacePattern> patterns = new ArrayList<>();
		for (String namespace : namespaces) {
			if (NamespacePattern.isPattern(namespace)) {
				try {
					patterns.add(NamespacePattern.of(namespace));
				}
				catch (IllegalArgumentException ex) {
					// Another version may know more: nobody is to suffer from that here.
				}
			}
		}
		return new OwnedNamespaces(Set.copyOf(namespaces), patterns.stream().sorted().toList());
	}

	/**
	 * Finds what a namespace is owned by.
	 * @param namespace name of the namespace, or a pattern itself
	 * @return the name or the text of the pattern, or {@code null} if it is not owned
	 */
	public @Nullable String owner(String namespace) {
		if (this.names.contains(namespace)) {
			return namespace;
		}
		for (NamespacePattern pattern : this.patterns) {
			if (pattern.matches(namespace)) {
				return pattern.text();
			}
		}
		return null;
	}

	/**
	 * Returns whether a namespace is among these.
	 * @param namespace name of the namespace
	 * @return whether it is, by name or by pattern
	 */
	public boolean owns(String namespace) {
		return owner(namespace) != null;
	}

}
