package io.distributor.backend;

import org.jspecify.annotations.Nullable;

/**
 * A handler that the next event does not wait for.
 *
 * @param handler handles the event
 */
record ConcurrentEventHandler(EventHandler handler) implements EventHandler {

	@Override
	public @Nullable Object handle(Event event) throws Exception {
		return this.handler.handle(event);
	}

	@Override
	public boolean isConcurrent() {
		return true;
	}

}
