package io.distributor.backend.statistics;

import io.distributor.link.message.DisconnectSockets;
import io.distributor.link.message.EmitToRooms;
import io.distributor.link.message.JoinRooms;
import io.distributor.link.message.LeaveRooms;

/**
 * Hears what the application asks of selected sockets, wherever they are: each time once,
 * however many distributors there are, and after the link took it. Questions to clients,
 * and what concerns a single socket that this instance knows, are not told. Called on the
 * thread that asks, so it must be quick and throw nothing.
 */
public interface SelectionObserver {

	/** Hears nothing. */
	SelectionObserver NONE = new SelectionObserver() {
	};

	/**
	 * Selected sockets get an event.
	 * @param message what distributors are told
	 */
	default void onEmit(EmitToRooms message) {
	}

	/**
	 * Selected sockets join rooms.
	 * @param message what distributors are told; without the id of the request
	 */
	default void onJoin(JoinRooms message) {
	}

	/**
	 * Selected sockets leave rooms.
	 * @param message what distributors are told; without the id of the request
	 */
	default void onLeave(LeaveRooms message) {
	}

	/**
	 * Selected sockets are disconnected.
	 * @param message what distributors are told; without the id of the request
	 */
	default void onDisconnect(DisconnectSockets message) {
	}

}
