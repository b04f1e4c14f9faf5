package io.distributor.autoconfigure.endpoint;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

import io.distributor.backend.BroadcastOperator;
import io.distributor.backend.Namespace;
import io.distributor.backend.instance.Backend;
import io.distributor.backend.statistics.BackendLimit;
import io.distributor.backend.statistics.BackendStatistics;
import io.distributor.backend.statistics.EventOutcome;
import io.distributor.lifecycle.RoleLifecycle;
import io.distributor.link.node.LinkNode;
import org.jspecify.annotations.Nullable;

/**
 * The role of a backend.
 */
final class BackendRole implements EndpointRole {

	private static final long MARGIN_SECONDS = 5;

	private final Backend backend;

	private final LinkNode link;

	private final RoleLifecycle lifecycle;

	BackendRole(Backend backend, LinkNode link, RoleLifecycle lifecycle) {
		this.backend = backend;
		this.link = link;
		this.lifecycle = lifecycle;
	}

	@Override
	public RoleDescription describe() {
		return new RoleDescription("backend", this.link.id().value(), this.lifecycle.isLeaving(),
				Descriptions.link(this.link), Descriptions.nodes(this.link), this.backend.statistics().sockets(),
				Descriptions.largest(this.backend.sockets()), counts(), Descriptions.reached(limits()));
	}

	private Map<String, Long> counts() {
		BackendStatistics statistics = this.backend.statistics();
		Map<String, Long> counts = new LinkedHashMap<>();
		counts.put("eventsQueued", (long) statistics.eventsQueued());
		counts.put("acksPending", (long) statistics.acksPending());
		counts.put("requestsPending", (long) statistics.requestsPending());
		counts.put("connects", statistics.socketsAccepted());
		counts.put("connectsRefused", statistics.socketsRefused());
		counts.put("eventsHandled", statistics.events(EventOutcome.HANDLED));
		counts.put("eventsFailed", statistics.events(EventOutcome.FAILED));
		counts.put("adopted", statistics.socketsAdopted());
		counts.put("released", statistics.socketsReleased());
		counts.put("lost", statistics.socketsLost());
		return counts;
	}

	private Map<String, Long> limits() {
		BackendStatistics statistics = this.backend.statistics();
		Map<String, Long> limits = new LinkedHashMap<>();
		for (BackendLimit limit : BackendLimit.values()) {
			limits.put(Descriptions.name(limit), statistics.reached(limit));
		}
		limits.put("queuesOverflowed", statistics.queuesOverflowed());
		limits.put("handlersTimedOut", statistics.events(EventOutcome.TIMED_OUT));
		limits.put("acksTimedOut", statistics.acksTimedOut());
		limits.put("answersDropped", statistics.answersDropped());
		limits.put("fetchesTruncated", statistics.fetchesTruncated());
		limits.put("requestsTimedOut", statistics.requestsTimedOut());
		limits.put("peerEventsDropped", statistics.serverSideDropped());
		limits.put("linkFull", statistics.linkOverloads());
		Descriptions.putLinkLimits(limits, this.link.statistics());
		return limits;
	}

	@Override
	public @Nullable Disconnected disconnect(Target target, boolean closeConnection) {
		if (!this.backend.sockets().containsKey(target.namespace())) {
			return null;
		}
		Namespace namespace = this.backend.io().of(target.namespace());
		CompletionStage<?> done = select(namespace, target).disconnectSockets(closeConnection);
		done.toCompletableFuture()
			.orTimeout(this.backend.options().requestTimeout().toSeconds() + MARGIN_SECONDS, TimeUnit.SECONDS)
			.join();
		return Disconnected.inFleet();
	}

	private static BroadcastOperator select(Namespace namespace, Target target) {
		String user = target.user();
		return (user != null) ? namespace.toUser(user) : namespace.to(String.valueOf(target.socket()));
	}

}
