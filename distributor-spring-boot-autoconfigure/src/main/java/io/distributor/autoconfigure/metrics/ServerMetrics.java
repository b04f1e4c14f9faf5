package io.distributor.autoconfigure.metrics;

import java.util.Locale;

import io.distributor.engine.ServerEngine;
import io.distributor.engine.limit.Limit;
import io.distributor.engine.protocol.engineio.RequestError;
import io.distributor.engine.session.CloseReason;
import io.distributor.engine.session.TransportType;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;

/**
 * Meters of the server: connections and packets.
 */
class ServerMetrics implements MeterBinder {

	private final ServerEngine server;

	ServerMetrics(ServerEngine server) {
		this.server = server;
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		Meters<ServerEngine> meters = new Meters<>(registry, this.server, "distributor.server.", Tags.empty());
		for (TransportType transport : TransportType.values()) {
			meters.tagged("transport", transport.protocolName())
				.gauge("sessions", "Connections open", (server) -> server.statistics().sessions(transport));
		}
		meters
			.counter("sessions.opened", "Connections opened", (server) -> server.statistics().engine().openedSessions())
			.counter("sessions.upgraded", "Connections that moved from polling to a websocket",
					(server) -> server.statistics().engine().upgradedSessions());
		for (CloseReason reason : CloseReason.values()) {
			meters.counter("sessions.closed", "Connections closed",
					(server) -> server.statistics().engine().closedSessions(reason), "reason", tag(reason));
		}
		for (RequestError error : RequestError.values()) {
			meters.counter("requests.refused", "Requests refused",
					(server) -> server.statistics().engine().refusedRequests(error), "error", tag(error));
		}
		for (Limit limit : Limit.values()) {
			meters.counter("limits.reached", "Times a limit was reached, by whoever asked for more",
					(server) -> server.statistics().reached(limit), "limit", tag(limit));
		}
		bindBounds(meters);
		bindPackets(meters);
		bindTrouble(meters);
	}

	private static void bindBounds(Meters<ServerEngine> meters) {
		meters
			.gauge("sessions.halfopen", "Connections that have not joined a namespace yet",
					(server) -> server.statistics().engine().halfOpenSessions())
			.gauge("sessions.halfopen.limit", "Connections that may be without a namespace",
					(server) -> server.statistics().engine().maxHalfOpenSessions())
			.bytes("unread", "What waits for clients to read it",
					(server) -> server.statistics().engine().unreadBytes())
			.bytes("unread.limit", "What may wait for all clients to read it",
					(server) -> server.statistics().engine().maxUnreadBytes());
	}

	private static void bindPackets(Meters<ServerEngine> meters) {
		String packets = "Packets, a broadcast counted for each client";
		meters
			.counter("packets", packets, (server) -> server.statistics().namespaces().packetsReceived(), "direction",
					"in")
			.counter("packets", packets, (server) -> server.statistics().namespaces().packetsSent(), "direction",
					"out");
	}

	private static void bindTrouble(Meters<ServerEngine> meters) {
		String dropped = "Packets and messages not sent";
		meters.counter("dropped", dropped, (server) -> server.statistics().engine().droppedMessages(), "reason", "slow")
			.counter("dropped", dropped, (server) -> server.statistics().namespaces().droppedGone(), "reason", "gone")
			.counter("dropped", dropped, (server) -> server.statistics().namespaces().droppedHeld(), "reason", "held")
			.counter("packets.late", "Packets of clients that had just been put out of the namespace",
					(server) -> server.statistics().namespaces().latePackets())
			.counter("packets.malformed", "Connections closed for a malformed packet",
					(server) -> server.statistics().namespaces().malformedPackets())
			.counter("rooms.refused", "Rooms not joined because the socket was in too many",
					(server) -> server.statistics().namespaces().roomsRefused());
	}

	private static String tag(Enum<?> value) {
		return value.name().toLowerCase(Locale.ROOT);
	}

}
