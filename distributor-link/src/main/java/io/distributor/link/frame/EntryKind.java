package io.distributor.link.frame;

/**
 * Numbers of the kinds of entries, as they travel: never reuse one.
 */
final class EntryKind {

	static final int LISTEN = 1;

	static final int UNLISTEN = 2;

	static final int SOCKET_CONNECT = 16;

	static final int SOCKET_EVENT = 17;

	static final int SOCKET_ANSWER = 18;

	static final int SOCKET_DISCONNECT = 19;

	static final int REQUEST_DONE = 20;

	static final int SOCKET_ADOPT = 21;

	static final int RELEASE_SOCKET = 22;

	static final int ASKED_SOCKETS = 23;

	static final int BROADCAST_ANSWER = 24;

	static final int FETCH_ANSWER = 25;

	static final int ROOMS_ANSWER = 26;

	static final int ROOMS_CHANGED = 27;

	static final int ACCEPT_SOCKET = 32;

	static final int REFUSE_SOCKET = 33;

	static final int EMIT_TO_SOCKET = 34;

	static final int EMIT_TO_ROOMS = 35;

	static final int EVENT_ANSWER = 36;

	static final int EVENTS_HANDLED = 37;

	static final int JOIN_ROOMS = 38;

	static final int LEAVE_ROOMS = 39;

	static final int DISCONNECT_SOCKETS = 40;

	static final int SOCKET_RELEASED = 41;

	static final int SET_SOCKET_DATA = 42;

	static final int ASK_SOCKETS = 43;

	static final int FETCH_SOCKETS = 44;

	static final int COUNT_SOCKETS = 45;

	static final int FETCH_ROOMS = 46;

	static final int PEER_EVENT = 56;

	static final int PEER_ANSWER = 57;

	private EntryKind() {
	}

}
