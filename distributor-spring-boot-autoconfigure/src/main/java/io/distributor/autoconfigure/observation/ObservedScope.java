package io.distributor.autoconfigure.observation;

import java.util.Locale;
import java.util.Map;

import io.distributor.backend.statistics.EventOutcome;
import io.distributor.backend.tracing.EventScope;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import org.jspecify.annotations.Nullable;

/**
 * One event in what hears it and in its handler, observed until it has its outcome and
 * these have returned, whatever comes last.
 */
final class ObservedScope implements EventScope {

	private final ObservationRegistry registry;

	private final Observation observation;

	private volatile Observation.Scope scope;

	private boolean left;

	private boolean ended;

	ObservedScope(ObservationRegistry registry, Observation observation) {
		this.registry = registry;
		this.observation = observation;
		this.scope = observation.openScope();
	}

	@Override
	public Map<String, String> headers() {
		return Headers.ofSending(this.registry, EventObservation.EMIT, this.observation, null);
	}

	@Override
	public void enter() {
		synchronized (this) {
			this.left = false;
		}
		this.scope = this.observation.openScope();
	}

	@Override
	public void leave() {
		this.scope.close();
		boolean over;
		synchronized (this) {
			this.left = true;
			over = this.ended;
		}
		if (over) {
			this.observation.stop();
		}
	}

	/** What a client did wrong may quote what it said. */
	private static boolean isOfTheApplication(EventOutcome outcome) {
		return outcome == EventOutcome.FAILED || outcome == EventOutcome.TIMED_OUT;
	}

	@Override
	public void end(EventOutcome outcome, @Nullable Throwable failure) {
		this.observation.lowCardinalityKeyValue(
				EventObservation.EventKeyName.OUTCOME.withValue(outcome.name().toLowerCase(Locale.ROOT)));
		if (failure != null && isOfTheApplication(outcome)) {
			this.observation.error(failure);
		}
		boolean over;
		synchronized (this) {
			this.ended = true;
			over = this.left;
		}
		if (over) {
			this.observation.stop();
		}
	}

}
