package io.distributor.backend.namespace;

import io.distributor.backend.AdoptListener;
import io.distributor.backend.ConnectionListener;
import io.distributor.backend.DisconnectListener;
import io.distributor.backend.ErrorListener;
import io.distributor.backend.ReleaseListener;
import io.distributor.backend.RoomListener;

/**
 * What an application registered on a namespace. May be used from any thread.
 */
final class NamespaceHandlers {

	private final ListenerList<ConnectStep> connect = new ListenerList<>();

	private final ListenerList<ConnectionListener> connection = new ListenerList<>();

	private final ListenerList<AdoptListener> adopt = new ListenerList<>();

	private final ListenerList<ReleaseListener> release = new ListenerList<>();

	private final ListenerList<RoomListener> join = new ListenerList<>();

	private final ListenerList<RoomListener> leave = new ListenerList<>();

	private final EventHandlers events = new EventHandlers();

	private final CatchAllLists catchAll = new CatchAllLists();

	private final ListenerList<ErrorListener> errors = new ListenerList<>();

	private final ListenerList<DisconnectListener> disconnecting = new ListenerList<>();

	private final ListenerList<DisconnectListener> disconnect = new ListenerList<>();

	ListenerList<ConnectStep> connect() {
		return this.connect;
	}

	ListenerList<ConnectionListener> connection() {
		return this.connection;
	}

	ListenerList<AdoptListener> adopt() {
		return this.adopt;
	}

	ListenerList<ReleaseListener> release() {
		return this.release;
	}

	ListenerList<RoomListener> join() {
		return this.join;
	}

	ListenerList<RoomListener> leave() {
		return this.leave;
	}

	/**
	 * Returns whether anybody wants to hear of rooms.
	 */
	boolean followRooms() {
		return !this.join.all().isEmpty() || !this.leave.all().isEmpty();
	}

	EventHandlers events() {
		return this.events;
	}

	CatchAllLists catchAll() {
		return this.catchAll;
	}

	ListenerList<ErrorListener> errors() {
		return this.errors;
	}

	ListenerList<DisconnectListener> disconnecting() {
		return this.disconnecting;
	}

	ListenerList<DisconnectListener> disconnect() {
		return this.disconnect;
	}

}
