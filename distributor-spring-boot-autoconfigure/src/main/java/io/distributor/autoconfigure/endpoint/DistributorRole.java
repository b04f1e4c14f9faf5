package io.distributor.autoconfigure.endpoint;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

import io.distributor.engine.ServerEngine;
import io.distributor.engine.limit.Limit;
import io.distributor.engine.namespace.RoomSelector;
import io.distributor.gateway.ConnectRefusal;
import io.distributor.gateway.Gateway;
import io.distributor.gateway.GatewayStatistics;
import io.distributor.gateway.HomelessLimit;
import io.distributor.lifecycle.RoleLifecycle;
import io.distributor.link.message.UserRoom;
import io.distributor.link.node.LinkNode;
import org.jspecify.annotations.Nullable;

/**
 * The role of a distributor.
 */
final class DistributorRole implements EndpointRole {

	private final Gateway gateway;

	private final ServerEngine server;

	private final LinkNode link;

	private final RoleLifecycle lifecycle;

	DistributorRole(Gateway gateway, ServerEngine server, LinkNode link, RoleLifecycle lifecycle) {
		this.gateway = gateway;
		this.server = server;
		this.link = link;
		this.lifecycle = lifecycle;
	}

	@Override
	public RoleDescription describe() {
		return new RoleDescription("distributor", this.link.id().value(), this.lifecycle.isLeaving(),
				Descriptions.link(this.link), Descriptions.nodes(this.link), this.gateway.statistics().sockets(),
				Descriptions.largest(this.server.sockets()), counts(), Descriptions.reached(limits()));
	}

	private Map<String, Long> counts() {
		GatewayStatistics statistics = this.gateway.statistics();
		Map<String, Long> counts = new LinkedHashMap<>();
		counts.put("sessions", this.server.statistics().engine().openSessions());
		counts.put("waiting", (long) statistics.waitingConnects());
		counts.put("homeless", (long) statistics.homelessSockets());
		counts.put("departed", (long) statistics.departedSockets());
		counts.put("paused", (long) statistics.pausedSockets());
		counts.put("held", (long) statistics.heldMessages());
		counts.put("unhandledBytes", statistics.unhandledBytes());
		counts.put("connects", statistics.connectsAccepted());
		counts.put("connectsRefused", statistics.connectsRefused());
		counts.put("events", statistics.eventsIn());
		counts.put("emits", statistics.emitsOut());
		counts.put("broadcasts", statistics.broadcasts());
		counts.put("adoptions", statistics.adoptionsAfterRelease() + statistics.adoptionsAfterLoss());
		return counts;
	}

	private Map<String, Long> limits() {
		GatewayStatistics statistics = this.gateway.statistics();
		Map<String, Long> limits = new LinkedHashMap<>();
		for (Limit limit : Limit.values()) {
			limits.put("server." + Descriptions.name(limit), this.server.statistics().reached(limit));
		}
		limits.put("tooManyNamespaces", statistics.connectsRefused(ConnectRefusal.TOO_MANY_NAMESPACES));
		limits.put("noBackend", statistics.connectsRefused(ConnectRefusal.NO_BACKEND));
		limits.put("noAnswer", statistics.connectsRefused(ConnectRefusal.NO_ANSWER));
		for (HomelessLimit limit : HomelessLimit.values()) {
			limits.put("homeless." + Descriptions.name(limit), statistics.homelessClosed(limit));
		}
		limits.put("forgottenSockets", statistics.forgottenSockets());
		limits.put("forgottenAcks", statistics.forgottenAcks());
		limits.put("socketData", statistics.refusedData());
		limits.put("fetchesRefused", statistics.refusedFetches());
		limits.put("reportsDropped", statistics.droppedReports());
		limits.put("slowClients", this.server.statistics().engine().droppedMessages());
		Descriptions.putLinkLimits(limits, this.link.statistics());
		return limits;
	}

	@Override
	public Disconnected disconnect(Target target, boolean closeConnection) {
		AtomicInteger sockets = new AtomicInteger();
		this.server.namespace(target.namespace()).forEach(selector(target), (socket) -> {
			if (target.socket() == null || socket.id().equals(target.socket())) {
				sockets.incrementAndGet();
				socket.disconnect(closeConnection);
			}
		}).toCompletableFuture().join();
		return Disconnected.here(sockets.get());
	}

	private static RoomSelector selector(Target target) {
		return new RoomSelector(Set.of(room(target)), Set.of());
	}

	private static String room(Target target) {
		@Nullable String user = target.user();
		return (user != null) ? UserRoom.of(user) : String.valueOf(target.socket());
	}

}
