package io.distributor.link.presence;

import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * A live node, as its last heartbeat described it.
 *
 * @param id its id
 * @param role its role
 * @param name its name for people, such as the application name;
 * {@value #MAX_NAME_LENGTH} characters at most
 * @param namespaces names and patterns of the namespaces it owns (backend), empty for a
 * distributor; {@value #MAX_NAMESPACES} at most
 * @param draining whether it is leaving and takes no new work
 * @param forwarding where it takes requests for its sessions, or {@code null} if it takes
 * none
 */
public record Node(NodeId id, NodeRole role, String name, Set<String> namespaces, boolean draining,
		@Nullable ForwardingAddress forwarding) {

	/** Length of the longest name. */
	public static final int MAX_NAME_LENGTH = 255;

	/** How many namespaces a node may own: a pattern, which stands for many, is one. */
	public static final int MAX_NAMESPACES = 1_000;

	/** Length of the longest name or pattern of a namespace. */
	public static final int MAX_NAMESPACE_LENGTH = 512;

	/**
	 * Creates a node.
	 * @throws IllegalArgumentException if the name, or that of a namespace, is too long,
	 * or there are too many namespaces
	 */
	public Node {
		require(name.length() <= MAX_NAME_LENGTH, "Node name", name.length() + " characters", MAX_NAME_LENGTH);
		namespaces = requireNamespaces(namespaces);
	}

	/**
	 * Creates a node that takes no forwarded requests.
	 * @param id its id
	 * @param role its role
	 * @param name its name for people
	 * @param namespaces namespaces it owns
	 * @param draining whether it is leaving
	 */
	public Node(NodeId id, NodeRole role, String name, Set<String> namespaces, boolean draining) {
		this(id, role, name, namespaces, draining, null);
	}

	/**
	 * Checks what a node is about to say it owns.
	 * @param namespaces names and patterns
	 * @return a copy
	 * @throws IllegalArgumentException if there are too many, or one is too long
	 */
	public static Set<String> requireNamespaces(Set<String> namespaces) {
		require(namespaces.size() <= MAX_NAMESPACES, "Namespaces of a node", String.valueOf(namespaces.size()),
				MAX_NAMESPACES);
		for (String namespace : namespaces) {
			require(namespace.length() <= MAX_NAMESPACE_LENGTH, "Namespace", namespace.length() + " characters",
					MAX_NAMESPACE_LENGTH);
		}
		return Set.copyOf(namespaces);
	}

	private static void require(boolean holds, String what, String given, int limit) {
		if (!holds) {
			throw new IllegalArgumentException(what + ": " + given + " (expected: <= " + limit + ")");
		}
	}

}
