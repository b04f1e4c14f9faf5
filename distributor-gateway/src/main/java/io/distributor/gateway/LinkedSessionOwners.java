package io.distributor.gateway;

import java.net.InetSocketAddress;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.distributor.engine.forward.SessionOwners;
import io.distributor.link.Link;
import io.distributor.link.presence.ForwardingAddress;
import io.distributor.link.presence.Node;

/**
 * Finds other distributors among the nodes of the link. May be used from any thread.
 */
final class LinkedSessionOwners implements SessionOwners {

	private final Link link;

	private volatile Known known = new Known(null, Map.of());

	LinkedSessionOwners(Link link) {
		this.link = link;
	}

	@Override
	public @Nullable InetSocketAddress find(String tag) {
		Collection<Node> nodes = this.link.nodes();
		Known current = this.known;
		if (current.nodes() != nodes) {
			current = new Known(nodes, addresses(nodes));
			this.known = current;
		}
		return current.addresses().get(tag);
	}

	private static Map<String, InetSocketAddress> addresses(Collection<Node> nodes) {
		Map<String, InetSocketAddress> addresses = new HashMap<>();
		for (Node node : nodes) {
			ForwardingAddress forwarding = node.forwarding();
			if (forwarding != null) {
				addresses.put(forwarding.tag(), forwarding.address());
			}
		}
		return addresses;
	}

	/**
	 * What was found among the nodes of one moment.
	 */
	private record Known(@Nullable Collection<Node> nodes, Map<String, InetSocketAddress> addresses) {
	}

}
