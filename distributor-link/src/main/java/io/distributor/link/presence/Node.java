package io.distributor.link.presence;

import java.util.Set;

/**
 * A live node, as its last heartbeat described it.
 *
 * @param id its id
 * @param role its role
 * @param name its name for people, such as the application name
 * @param namespaces namespaces it owns (backend), empty for a distributor
 * @param draining whether it is leaving and takes no new work
 */
public record Node(NodeId id, NodeRole role, String name, Set<String> namespaces, boolean draining) {

	public Node {
		namespaces = Set.copyOf(namespaces);
	}

}
