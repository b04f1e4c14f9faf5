package io.distributor.autoconfigure.health;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.distributor.lifecycle.RoleLifecycle;
import io.distributor.link.node.LinkNode;
import io.distributor.link.presence.Node;
import io.distributor.link.presence.NodeId;
import io.distributor.link.presence.NodeRole;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

/**
 * Health of the roles of this process: down while the link is, out of service while it is
 * leaving. The details say since when, and whom this process hears on the link: the
 * number of distributors, and of backends for each namespace, of those on the allow-list
 * also where there is none. That does not make a distributor unhealthy: it serves others.
 * While the link is cut off, they say why.
 */
public final class DistributorHealthIndicator extends AbstractHealthIndicator {

	private final Collection<LinkNode> links;

	private final Collection<RoleLifecycle> lifecycles;

	private final Collection<String> namespaces;

	/**
	 * Creates the indicator.
	 * @param links this process's ends of the link
	 * @param lifecycles roles of this process
	 * @param namespaces namespaces that are expected to have a backend, beginning with a
	 * slash
	 */
	public DistributorHealthIndicator(Collection<LinkNode> links, Collection<RoleLifecycle> lifecycles,
			Collection<String> namespaces) {
		super("The link could not be looked at");
		this.links = List.copyOf(links);
		this.lifecycles = List.copyOf(lifecycles);
		this.namespaces = List.copyOf(namespaces);
	}

	@Override
	protected void doHealthCheck(Health.Builder builder) {
		boolean linkUp = this.links.stream().allMatch(LinkNode::isUp);
		boolean leaving = this.lifecycles.stream().anyMatch(RoleLifecycle::isLeaving);
		Collection<Node> nodes = nodes();
		if (leaving) {
			builder.outOfService();
		}
		else {
			builder.status(linkUp ? Status.UP : Status.DOWN);
		}
		builder.withDetail("link", linkUp ? "up" : "down");
		since(linkUp).ifPresent((since) -> builder.withDetail("linkSince", since));
		builder.withDetail("leaving", leaving)
			.withDetail("distributors", nodes.stream().filter((node) -> node.role() == NodeRole.DISTRIBUTOR).count())
			.withDetail("namespaces", backendsByNamespace(nodes));
		this.links.stream()
			.map((link) -> link.statistics().outageReason())
			.flatMap(Stream::ofNullable)
			.findFirst()
			.ifPresent((reason) -> builder.withDetail("reason", reason));
	}

	private Collection<Node> nodes() {
		Map<NodeId, Node> nodes = new HashMap<>();
		this.links.forEach((link) -> link.nodes().forEach((node) -> nodes.put(node.id(), node)));
		return nodes.values();
	}

	private Optional<Instant> since(boolean linkUp) {
		return this.links.stream()
			.filter((link) -> link.isUp() == linkUp)
			.map(LinkNode::since)
			.flatMap(Stream::ofNullable)
			.max(Comparator.naturalOrder());
	}

	private Map<String, Long> backendsByNamespace(Collection<Node> nodes) {
		Map<String, Long> backends = nodes.stream()
			.filter((node) -> node.role() == NodeRole.BACKEND && !node.draining())
			.flatMap((node) -> node.namespaces().stream())
			.collect(Collectors.groupingBy((namespace) -> namespace, TreeMap::new, Collectors.counting()));
		this.namespaces.forEach((namespace) -> backends.putIfAbsent(namespace, 0L));
		return backends;
	}

}
