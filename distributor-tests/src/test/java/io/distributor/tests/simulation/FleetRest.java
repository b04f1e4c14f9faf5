package io.distributor.tests.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import io.distributor.gateway.GatewayStatistics;
import io.distributor.link.presence.Node;
import io.distributor.link.presence.NodeId;

/**
 * Whether a fleet has come to rest: nothing is under way, everybody is heard, and
 * everybody knows who lives. Time that passes after that changes nothing.
 */
final class FleetRest {

	private final Fleet fleet;

	FleetRest(Fleet fleet) {
		this.fleet = fleet;
	}

	boolean isReached() {
		return !this.fleet.isChanging() && areClientsContent() && areDistributorsIdle() && areBackendsIdle()
				&& doAllKnowEachOther();
	}

	private boolean areClientsContent() {
		return this.fleet.clients().stream().allMatch(SimulatedClient::isContent);
	}

	private long connectedClients() {
		return this.fleet.clients().stream().filter((client) -> client.socket() != null).count();
	}

	private boolean areDistributorsIdle() {
		int sockets = 0;
		for (SimulatedDistributor distributor : this.fleet.distributors()) {
			GatewayStatistics now = distributor.statistics();
			sockets += now.sockets();
			if (!distributor.takesConnections() || now.connecting() + now.pausedSockets() + now.heldMessages()
					+ now.homelessSockets() + now.departedSockets() + now.pendingAcks() != 0) {
				return false;
			}
		}
		return sockets == connectedClients();
	}

	private boolean areBackendsIdle() {
		int sockets = 0;
		for (SimulatedBackend backend : this.fleet.backends()) {
			sockets += backend.statistics().sockets();
			if (!backend.isStaying() || backend.statistics().eventsQueued() + backend.statistics().acksPending()
					+ backend.statistics().requestsPending() != 0) {
				return false;
			}
		}
		return sockets == connectedClients();
	}

	private boolean doAllKnowEachOther() {
		List<SimulatedLink> links = new ArrayList<>();
		this.fleet.distributors().forEach((distributor) -> links.add(distributor.link()));
		this.fleet.backends().forEach((backend) -> links.add(backend.link()));
		Set<NodeId> alive = links.stream().map(SimulatedLink::id).collect(Collectors.toSet());
		return links.stream().allMatch((link) -> link.isAllAcknowledged() && knows(link, alive));
	}

	private static boolean knows(SimulatedLink link, Set<NodeId> alive) {
		return link.nodes().size() == alive.size() - 1 && link.nodes().stream().map(Node::id).allMatch(alive::contains);
	}

}
