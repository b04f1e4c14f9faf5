package io.distributor.link.presence;

import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * A live node, as its last heartbeat described it.
 *
 * @param id its id
 * @param role its role
 * @param name its name for people, such as the application name
 * @param namespaces namespaces it owns (backend), empty for a distributor
 * @param draining whether it is leaving and takes no new work
 * @param forwarding where it takes requests for its sessions, or {@code null} if it takes
 * none
 */
public record Node(NodeId id, NodeRole role, String name, Set<String> namespaces, boolean draining,
		@Nullable ForwardingAddress forwarding) {

	public Node {
		namespaces = Set.copyOf(namespaces);
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

}
