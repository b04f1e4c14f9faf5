package io.distributor.autoconfigure;

import java.util.List;

import io.distributor.backend.statistics.HandlerObserver;

/**
 * Makes one observer of any number of them.
 */
final class HandlerObservers {

	private HandlerObservers() {
	}

	static HandlerObserver of(List<HandlerObserver> observers) {
		return switch (observers.size()) {
			case 0 -> HandlerObserver.NONE;
			case 1 -> observers.get(0);
			default -> (namespace, event, outcome, nanos) -> observers
				.forEach((observer) -> observer.onHandled(namespace, event, outcome, nanos));
		};
	}

}
