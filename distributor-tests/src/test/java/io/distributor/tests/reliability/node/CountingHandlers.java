package io.distributor.tests.reliability.node;

import java.util.HashMap;
import java.util.Map;

import io.distributor.backend.Event;
import io.distributor.backend.IndirectIo;
import io.distributor.backend.Socket;
import io.distributor.tests.reliability.journal.EntryKind;
import io.distributor.tests.reliability.journal.JournalWriter;

/**
 * Handlers of a backend: each socket joins one of a few rooms, its numbered events are
 * written down, now and then one is kept in the data of the socket, and one makes a
 * numbered broadcast to a room.
 */
final class CountingHandlers {

	/** Number of rooms. */
	private static final int ROOMS = 10;

	/** Every how many events of a socket its room hears something. */
	private static final int BROADCAST_EVERY = 20;

	/** Every how many events of a socket its number is kept in the data. */
	private static final int KEEP_EVERY = 10;

	private static final String KEPT = "kept";

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
		this.io.use((socket) -> socket.join(room(socket.id())));
		this.io.on("connection", this::connected);
		this.io.onEvent("count", this::count);
		this.io.onDisconnect((socket, reason) -> this.journal.write(EntryKind.ENDED, socket.id(), 0, reason.text()));
	}

	private void connected(Socket socket) {
		EntryKind kind = socket.recovered() ? EntryKind.ADOPTED : EntryKind.CONNECTED;
		this.journal.write(kind, socket.id(), kept(socket), "");
		if (!socket.rooms().contains(room(socket.id()))) {
			this.journal.write(EntryKind.WRONG, socket.id(), 0, "not in its room: " + socket.rooms());
		}
	}

	private Object count(Event event) {
		Socket socket = event.socket();
		long number = event.arguments().get(0, Long.class);
		this.journal.write(EntryKind.HANDLED, socket.id(), number, event.isRedelivered() ? EntryKind.REDELIVERED : "");
		check(socket, number, event.isRedelivered());
		if (number % KEEP_EVERY == 0) {
			socket.data().put(KEPT, number);
		}
		if (number % BROADCAST_EVERY == 0) {
			broadcast(room(socket.id()));
		}
		return number;
	}

	/** An earlier home may have kept more before an event that is redelivered. */
	private void check(Socket socket, long number, boolean redelivered) {
		long expected = (number - 1) / KEEP_EVERY * KEEP_EVERY;
		long kept = kept(socket);
		if (kept < expected || kept > expected && !redelivered) {
			this.journal.write(EntryKind.WRONG, socket.id(), number, "kept " + kept + ", expected " + expected);
		}
	}

	private static long kept(Socket socket) {
		Long kept = socket.data().get(KEPT, Long.class);
		return (kept != null) ? kept : 0;
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
