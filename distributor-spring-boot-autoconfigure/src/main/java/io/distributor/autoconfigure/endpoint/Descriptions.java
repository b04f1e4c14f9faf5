package io.distributor.autoconfigure.endpoint;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.distributor.autoconfigure.endpoint.RoleDescription.LinkDescription;
import io.distributor.autoconfigure.endpoint.RoleDescription.NodeDescription;
import io.distributor.link.LinkStatistics;
import io.distributor.link.node.LinkNode;
import io.distributor.link.presence.Node;

/**
 * Describes what both roles have.
 */
final class Descriptions {

	private static final int MAX_NAMESPACES = 100;

	private static final double NANOS_PER_MILLI = 1_000_000;

	private Descriptions() {
	}

	static LinkDescription link(LinkNode link) {
		LinkStatistics statistics = link.statistics();
		long heard = statistics.heartbeatsHeard();
		return new LinkDescription(link.isUp(), link.since(), statistics.queueBytes(), statistics.logBytes(),
				(heard > 0) ? statistics.heartbeatTime().toNanos() / NANOS_PER_MILLI / heard : null);
	}

	static List<NodeDescription> nodes(LinkNode link) {
		return link.nodes()
			.stream()
			.map(Descriptions::node)
			.sorted(Comparator.comparing(NodeDescription::role)
				.thenComparing(NodeDescription::name)
				.thenComparing(NodeDescription::id))
			.toList();
	}

	private static NodeDescription node(Node node) {
		return new NodeDescription(node.id().value(), node.role().name().toLowerCase(Locale.ROOT), node.name(),
				node.namespaces(), node.draining());
	}

	static Map<String, Integer> largest(Map<String, Integer> sockets) {
		Map<String, Integer> largest = new LinkedHashMap<>();
		sockets.entrySet()
			.stream()
			.sorted(Map.Entry.<String, Integer>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
			.limit(MAX_NAMESPACES)
			.forEach((entry) -> largest.put(entry.getKey(), entry.getValue()));
		return largest;
	}

	static void putLinkLimits(Map<String, Long> limits, LinkStatistics statistics) {
		limits.put("link.refused", statistics.refused());
		limits.put("link.volatileDropped", statistics.volatileDropped());
		limits.put("link.heldDropped", statistics.heldDropped());
		limits.put("link.stalled", statistics.stalled());
	}

	/**
	 * Writes a constant as JSON names are written.
	 */
	static String name(Enum<?> constant) {
		StringBuilder name = new StringBuilder();
		for (String word : constant.name().split("_")) {
			name.append(name.isEmpty() ? word.toLowerCase(Locale.ROOT)
					: word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT));
		}
		return name.toString();
	}

	static Map<String, Long> reached(Map<String, Long> limits) {
		limits.values().removeIf((count) -> count == 0);
		return limits;
	}

}
