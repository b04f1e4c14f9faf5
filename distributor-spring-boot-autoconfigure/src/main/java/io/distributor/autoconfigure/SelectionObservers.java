package io.distributor.autoconfigure;

import java.util.List;

import io.distributor.backend.statistics.SelectionObserver;
import io.distributor.link.message.DisconnectSockets;
import io.distributor.link.message.EmitToRooms;
import io.distributor.link.message.JoinRooms;
import io.distributor.link.message.LeaveRooms;

/**
 * Tells several observers, in their order.
 *
 * @param observers the observers
 */
record SelectionObservers(List<SelectionObserver> observers) implements SelectionObserver {

	static SelectionObserver of(List<SelectionObserver> observers) {
		return switch (observers.size()) {
			case 0 -> NONE;
			case 1 -> observers.get(0);
			default -> new SelectionObservers(List.copyOf(observers));
		};
	}

	@Override
	public void onEmit(EmitToRooms message) {
		this.observers.forEach((observer) -> observer.onEmit(message));
	}

	@Override
	public void onJoin(JoinRooms message) {
		this.observers.forEach((observer) -> observer.onJoin(message));
	}

	@Override
	public void onLeave(LeaveRooms message) {
		this.observers.forEach((observer) -> observer.onLeave(message));
	}

	@Override
	public void onDisconnect(DisconnectSockets message) {
		this.observers.forEach((observer) -> observer.onDisconnect(message));
	}

}
