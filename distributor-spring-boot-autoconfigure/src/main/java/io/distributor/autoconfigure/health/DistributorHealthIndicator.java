package io.distributor.autoconfigure.health;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import io.distributor.lifecycle.RoleLifecycle;
import io.distributor.link.Link;
import io.distributor.link.presence.Node;
import io.distributor.link.presence.NodeId;
import io.distributor.link.presence.NodeRole;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

/**
 * Health of the roles of this process: down while the link is, out of service while it is
 * leaving. The details say whom this process hears on the link: the number of
 * distributors, and of backends for each namespace.
 */
public final class DistributorHealthIndicator extends AbstractHealthIndicator {

	private final Collection<? extends Link> links;

	private final Collection<RoleLifecycle> lifecycles;

	/**
	 * Creates the indicator.
	 * @param links this process's ends of the link
	 * @param lifecycles roles of this process
	 */
	public DistributorHealthIndicator(Collection<? extends Link> links, Collection<RoleLifecycle> lifecycles) {
		super("The link could not be looked at");
		this.links = List.copyOf(links);
		this.lifecycles = List.copyOf(lifecycles);
	}

	@Override
	protected void doHealthCheck(Health.Builder builder) {
		boolean linkUp = this.links.stream().allMatch(Link::isUp);
		boolean leaving = this.lifecycles.stream().anyMatch(RoleLifecycle::isLeaving);
		Collection<Node> nodes = nodes();
		if (leaving) {
			builder.outOfService();
		}
		else {
			builder.status(linkUp ? Status.UP : Status.DOWN);
		}
		builder.withDetail("link", linkUp ? "up" : "down")
			.withDetail("leaving", leaving)
			.withDetail("distributors", nodes.stream().filter((node) -> node.role() == NodeRole.DISTRIBUTOR).count())
			.withDetail("namespaces", backendsByNamespace(nodes));
	}

	private Collection<Node> nodes() {
		Map<NodeId, Node> nodes = new HashMap<>();
		this.links.forEach((link) -> link.nodes().forEach((node) -> nodes.put(node.id(), node)));
		return nodes.values();
	}

	private static Map<String, Long> backendsByNamespace(Collection<Node> nodes) {
		return nodes.stream()
			.filter((node) -> node.role() == NodeRole.BACKEND && !node.draining())
			.flatMap((node) -> node.namespaces().stream())
			.collect(Collectors.groupingBy((namespace) -> namespace, TreeMap::new, Collectors.counting()));
	}

}
