package io.distributor.tests.reliability.node;

import java.util.HashMap;
import java.util.Map;

import io.distributor.backend.Event;
import io.distributor.backend.IndirectIo;
import io.distributor.tests.reliability.journal.EntryKind;
import io.distributor.tests.reliability.journal.JournalWriter;

/**
 * Handlers of a backend: each socket joins one of a few rooms, its numbered events are
 * written down, and now and then one of them makes a numbered broadcast to a room.
 */
final class CountingHandlers {

	/** Number of rooms. */
	private static final int ROOMS = 10;

	/** Every how many events of a socket its room hears something. */
	private static final int BROADCAST_EVERY = 20;

	private final String name;

	private final IndirectIo io;

	private final JournalWriter journal;

	private final Map<String, Long> broadcasts = new HashMap<>();

	CountingHandlers(String name, IndirectIo io, JournalWriter journal) {
		this.name = name;
		this.io = io;
		this.journal = journal;
	}

	void register() {
		this.io.on("connection", (socket) -> {
			socket.join(room(socket.id()));
			this.journal.write(EntryKind.CONNECTED, socket.id(), 0, "");
		});
		this.io.onEvent("count", this::count);
		this.io.onDisconnect((socket, reason) -> this.journal.write(EntryKind.ENDED, socket.id(), 0, reason.text()));
	}

	private Object count(Event event) {
		String socket = event.socket().id();
		long number = event.arguments().get(0, Long.class);
		this.journal.write(EntryKind.HANDLED, socket, number, event.isRedelivered() ? EntryKind.REDELIVERED : "");
		if (number % BROADCAST_EVERY == 0) {
			broadcast(room(socket));
		}
		return number;
	}

	/** What is counted first is emitted first. */
	private synchronized void broadcast(String room) {
		long number = this.broadcasts.merge(room, 1L, Long::sum);
		this.journal.write(EntryKind.BROADCAST, room, number, "");
		this.io.to(room).emit("news", this.name, room, number);
	}

	private static String room(String socket) {
		return "room-" + Math.floorMod(socket.hashCode(), ROOMS);
	}

}
