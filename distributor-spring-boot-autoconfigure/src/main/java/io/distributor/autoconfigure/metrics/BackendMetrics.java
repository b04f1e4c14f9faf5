package io.distributor.autoconfigure.metrics;

import java.util.Locale;

import io.distributor.backend.instance.Backend;
import io.distributor.backend.statistics.BackendLimit;
import io.distributor.backend.statistics.EventOutcome;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;

/**
 * Meters of a backend: sockets, events and answers.
 */
class BackendMetrics implements MeterBinder {

	private final Backend backend;

	BackendMetrics(Backend backend) {
		this.backend = backend;
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		Meters<Backend> meters = new Meters<>(registry, this.backend, "distributor.backend.", Tags.empty());
		bindLevels(meters);
		bindSockets(meters);
		bindAnswers(meters);
		bindLimits(meters);
	}

	private static void bindLimits(Meters<Backend> meters) {
		for (BackendLimit limit : BackendLimit.values()) {
			meters.counter("limits.reached", "Times somebody was refused because of a limit",
					(backend) -> backend.statistics().reached(limit), "limit", limit.name().toLowerCase(Locale.ROOT));
		}
	}

	private static void bindLevels(Meters<Backend> meters) {
		meters.gauge("sockets", "Sockets whose home this is", (backend) -> backend.statistics().sockets())
			.gauge("sockets.limit", "Sockets whose home this may be", (backend) -> backend.options().maxSockets())
			.gauge("namespaces.dynamic", "Namespaces that match patterns and have sockets",
					(backend) -> backend.statistics().dynamicNamespaces())
			.gauge("namespaces.dynamic.limit", "Namespaces that match patterns and may have sockets",
					(backend) -> backend.options().maxDynamicNamespaces())
			.gauge("events.queued", "Events that wait for their turn", (backend) -> backend.statistics().eventsQueued())
			.bytes("reports.held", "Bytes of reports that wait for a full link",
					(backend) -> backend.statistics().reportBytesHeld())
			.gauge("acks.pending", "Acknowledgements clients owe", (backend) -> backend.statistics().acksPending())
			.gauge("acks.limit", "Acknowledgements clients may owe", (backend) -> backend.options().maxAcks())
			.bytes("answers.held", "Bytes of answers kept for broadcasts that are not complete",
					(backend) -> backend.statistics().answerBytesHeld())
			.bytes("answers.limit", "Bytes of answers that may be kept for broadcasts that are not complete",
					(backend) -> backend.options().maxAnswerBytes())
			.bytes("fetched.held", "Bytes of fetched sockets kept until their fetch is complete",
					(backend) -> backend.statistics().fetchedBytesHeld())
			.bytes("fetched.limit", "Bytes of fetched sockets that may be kept until their fetch is complete",
					(backend) -> backend.options().maxFetchBytes())
			.gauge("requests.limit", "Requests that may wait for distributors",
					(backend) -> backend.options().maxRequests())
			.gauge("requests.pending", "Requests distributors have not answered",
					(backend) -> backend.statistics().requestsPending());
	}

	private static void bindSockets(Meters<Backend> meters) {
		String connects = "Clients that asked to be accepted";
		meters.counter("connects", connects, (backend) -> backend.statistics().socketsAccepted(), "outcome", "accepted")
			.counter("connects", connects, (backend) -> backend.statistics().socketsRefused(), "outcome", "refused");
		String authentications = "Clients not let in, or disconnected, because of who they are";
		meters
			.counter("authentications", authentications, (backend) -> backend.statistics().socketsUnauthorized(),
					"outcome", "unauthorized")
			.counter("authentications", authentications, (backend) -> backend.statistics().authenticationsFailed(),
					"outcome", "failed")
			.counter("authentications", authentications, (backend) -> backend.statistics().socketsExpired(), "outcome",
					"expired");
		String adoptions = "Clients that changed their home while connected";
		meters.counter("adoptions", adoptions, (backend) -> backend.statistics().socketsAdopted(), "outcome", "adopted")
			.counter("adoptions", adoptions, (backend) -> backend.statistics().socketsReleased(), "outcome", "released")
			.counter("adoptions", adoptions, (backend) -> backend.statistics().socketsLost(), "outcome", "lost");
		for (EventOutcome outcome : EventOutcome.values()) {
			meters.counter("events", "Events of clients", (backend) -> backend.statistics().events(outcome), "outcome",
					outcome.name().toLowerCase(Locale.ROOT));
		}
	}

	private static void bindAnswers(Meters<Backend> meters) {
		String acks = "Acknowledgements asked of clients";
		meters.counter("acks", acks, (backend) -> backend.statistics().acksReceived(), "outcome", "received")
			.counter("acks", acks, (backend) -> backend.statistics().acksTimedOut(), "outcome", "timeout")
			.counter("acks", acks, (backend) -> backend.statistics().answersDropped(), "outcome", "dropped")
			.counter("fetches.truncated", "Fetches of sockets cut off because too much was held",
					(backend) -> backend.statistics().fetchesTruncated())
			.counter("peer.events.dropped", "Events of other instances beyond those that may wait",
					(backend) -> backend.statistics().serverSideDropped())
			.counter("requests.timeout", "Requests some distributor did not answer in time",
					(backend) -> backend.statistics().requestsTimedOut())
			.counter("overflows", "Sockets disconnected because too many of their events waited",
					(backend) -> backend.statistics().queuesOverflowed())
			.counter("link.full", "Messages the link did not take at once",
					(backend) -> backend.statistics().linkOverloads());
	}

}
