package io.distributor.autoconfigure;

import java.util.List;

import io.distributor.backend.statistics.EmitObserver;

/**
 * Makes one observer of any number of them.
 */
final class EmitObservers {

	private EmitObservers() {
	}

	static EmitObserver of(List<EmitObserver> observers) {
		return switch (observers.size()) {
			case 0 -> EmitObserver.NONE;
			case 1 -> observers.get(0);
			default -> (namespace, event) -> observers.forEach((observer) -> observer.onEmit(namespace, event));
		};
	}

}
