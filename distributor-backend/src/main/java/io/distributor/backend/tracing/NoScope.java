package io.distributor.backend.tracing;

import java.util.Map;

import io.distributor.backend.statistics.EventOutcome;
import org.jspecify.annotations.Nullable;

/**
 * Surrounds nothing.
 */
final class NoScope implements EventScope {

	@Override
	public Map<String, String> headers() {
		return Map.of();
	}

	@Override
	public void enter() {
	}

	@Override
	public void leave() {
	}

	@Override
	public void end(EventOutcome outcome, @Nullable Throwable failure) {
	}

}
