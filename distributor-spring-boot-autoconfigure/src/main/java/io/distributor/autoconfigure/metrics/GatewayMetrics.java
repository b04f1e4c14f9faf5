package io.distributor.autoconfigure.metrics;

import java.util.Locale;

import io.distributor.gateway.ConnectRefusal;
import io.distributor.gateway.Gateway;
import io.distributor.gateway.HomelessLimit;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;

/**
 * Meters of a gateway: clients, their homes, and what travels between them.
 */
class GatewayMetrics implements MeterBinder {

	private final Gateway gateway;

	GatewayMetrics(Gateway gateway) {
		this.gateway = gateway;
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		Meters<Gateway> meters = new Meters<>(registry, this.gateway, "distributor.gateway.", Tags.empty());
		meters.gauge("sockets", "Sockets connected", (gateway) -> gateway.statistics().sockets())
			.gauge("namespaces", "Namespaces that have clients", Gateway::namespaces)
			.gauge("namespaces.limit", "Namespaces with clients from which on patterns match no further ones",
					(gateway) -> gateway.options().maxDynamicNamespaces())
			.gauge("connecting", "Clients that wait for an answer", (gateway) -> gateway.statistics().connecting())
			.gauge("waiting", "Clients that wait for a backend to come",
					(gateway) -> gateway.statistics().waitingConnects())
			.gauge("waiting.limit", "Clients that may wait for a backend to come",
					(gateway) -> gateway.options().maxWaitingConnects())
			.gauge("paused", "Clients from which nothing is read now",
					(gateway) -> gateway.statistics().pausedSockets())
			.gauge("held", "Messages held back because a home is behind or away, or the link is full",
					(gateway) -> gateway.statistics().heldMessages())
			.gauge("acks.pending", "Acknowledgements backends wait for",
					(gateway) -> gateway.statistics().pendingAcks());
		bindHomes(meters);
		bindTraffic(meters);
		bindTrouble(meters);
	}

	private static void bindTraffic(Meters<Gateway> meters) {
		for (ConnectRefusal reason : ConnectRefusal.values()) {
			meters.counter("connects.refused", "Clients that were refused a namespace",
					(gateway) -> gateway.statistics().connectsRefused(reason), "reason",
					reason.name().toLowerCase(Locale.ROOT));
		}
		meters
			.counter("connects", "Clients that joined a namespace",
					(gateway) -> gateway.statistics().connectsAccepted())
			.counter("events", "Events of clients", (gateway) -> gateway.statistics().eventsIn())
			.counter("emits", "Events of backends for one client", (gateway) -> gateway.statistics().emitsOut())
			.counter("broadcasts", "Events of backends for many clients",
					(gateway) -> gateway.statistics().broadcasts());
	}

	private static void bindHomes(Meters<Gateway> meters) {
		String adoptions = "Sockets that got another home";
		meters
			.gauge("homeless", "Sockets that wait for another home",
					(gateway) -> gateway.statistics().homelessSockets())
			.gauge("departed", "Sockets whose clients have left and whose homes have not handled everything",
					(gateway) -> gateway.statistics().departedSockets())
			.bytes("unhandled", "Memory of events that are not handled yet, about",
					(gateway) -> gateway.statistics().unhandledBytes())
			.bytes("unhandled.limit", "Memory that events which are not handled yet may take",
					(gateway) -> gateway.options().maxUnhandledTotal())
			.bytes("data", "Data that backends have kept for their sockets",
					(gateway) -> gateway.statistics().socketDataBytes())
			.bytes("data.limit", "Data that backends may have kept for all sockets",
					(gateway) -> gateway.options().maxSocketDataTotal())
			.gauge("departed.limit", "Sockets without a client that homes may leave to handle",
					(gateway) -> gateway.options().maxDepartedSockets())
			.counter("forgotten", "Sockets given up though nobody had handled their end",
					(gateway) -> gateway.statistics().forgottenSockets())
			.counter("adoptions", adoptions, (gateway) -> gateway.statistics().adoptionsAfterRelease(), "cause",
					"released")
			.counter("adoptions", adoptions, (gateway) -> gateway.statistics().adoptionsAfterLoss(), "cause", "lost")
			.counter("events.redelivered", "Events sent to another home that an earlier one may have handled",
					(gateway) -> gateway.statistics().redeliveredEvents())
			.counter("data.refused", "Data of sockets not kept because it was too much",
					(gateway) -> gateway.statistics().refusedData());
		for (HomelessLimit limit : HomelessLimit.values()) {
			meters.counter("homeless.closed", "Sockets disconnected because there was no other home",
					(gateway) -> gateway.statistics().homelessClosed(limit), "limit",
					limit.name().toLowerCase(Locale.ROOT));
		}
	}

	private static void bindTrouble(Meters<Gateway> meters) {
		meters
			.counter("fetches.refused", "Requests for sockets beyond those at work",
					(gateway) -> gateway.statistics().refusedFetches())
			.counter("ignored", "Messages of backends that came too late",
					(gateway) -> gateway.statistics().ignoredMessages(), "kind", "message")
			.counter("ignored", "Messages of backends that came too late",
					(gateway) -> gateway.statistics().ignoredAcks(), "kind", "ack")
			.counter("reports.dropped", "Reports to backends given up because the link was full for long",
					(gateway) -> gateway.statistics().droppedReports())
			.counter("acks.forgotten", "Acknowledgements forgotten because too many were outstanding",
					(gateway) -> gateway.statistics().forgottenAcks());
	}

}
