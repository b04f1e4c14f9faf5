package io.distributor.engine.namespace;

/**
 * One socket in one room. Lives on the event loop of the socket.
 */
final class Membership {

	private final Room room;

	private final NamespaceSocket socket;

	private int place;

	Membership(Room room, NamespaceSocket socket, int place) {
		this.room = room;
		this.socket = socket;
		this.place = place;
	}

	Room room() {
		return this.room;
	}

	NamespaceSocket socket() {
		return this.socket;
	}

	int place() {
		return this.place;
	}

	void moveTo(int place) {
		this.place = place;
	}

}
