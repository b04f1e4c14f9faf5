package io.distributor.backend;

/**
 * A listener that the next event does not wait for.
 *
 * @param listener handles the event
 */
record ConcurrentEventListener(EventListener listener) implements EventListener {

	@Override
	public void onEvent(Event event) throws Exception {
		this.listener.onEvent(event);
	}

	@Override
	public boolean isConcurrent() {
		return true;
	}

}
