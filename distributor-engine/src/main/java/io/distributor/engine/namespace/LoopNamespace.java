package io.distributor.engine.namespace;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.ObjIntConsumer;

import io.distributor.engine.limit.Limit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.distributor.engine.session.OutboundMessage;

/**
 * The part of a namespace on one event loop: its sockets and their rooms. Unless a method
 * says otherwise it may be called on that loop only, so there are no locks.
 * <p>
 * Sockets and rooms are taken out by tasks of their own, never from within a callback:
 * whoever goes through them may send, close and disconnect as it likes.
 */
final class LoopNamespace {

	private static final Logger logger = LoggerFactory.getLogger(LoopNamespace.class);

	private final String name;

	private final EventLoop loop;

	private final NamespaceOptions options;

	private final NamespaceCounters counters;

	private final Map<String, NamespaceSocket> sockets = new HashMap<>();

	private final Map<String, Room> rooms = new HashMap<>();

	private long selections;

	private boolean roomsWarned;

	private volatile int connected;

	LoopNamespace(String name, EventLoop loop, NamespaceOptions options, NamespaceCounters counters) {
		this.name = name;
		this.loop = loop;
		this.options = options;
		this.counters = counters;
	}

	String name() {
		return this.name;
	}

	/** May be called from any thread. */
	int connected() {
		return this.connected;
	}

	/** May be called from any thread. */
	void broadcast(RoomSelector selector, OutboundMessage message) {
		this.loop.execute(() -> select(selector, (socket) -> socket.deliver(message)));
	}

	/** May be called from any thread. */
	CompletableFuture<Void> forEach(RoomSelector selector, Consumer<ClientSocket> action) {
		return this.loop.call(() -> {
			List<NamespaceSocket> selected = new ArrayList<>();
			select(selector, selected::add);
			this.loop.callBack(selected, action);
		});
	}

	/** May be called from any thread. */
	CompletableFuture<Void> count(RoomSelector selector, AtomicInteger total) {
		return this.loop.call(() -> {
			if (selector.equals(RoomSelector.ALL)) {
				total.addAndGet(this.connected);
				return;
			}
			select(selector, (socket) -> {
				if (socket.isConnected()) {
					total.incrementAndGet();
				}
			});
		});
	}

	/** May be called from any thread. */
	CompletableFuture<Void> forEachRoom(ObjIntConsumer<String> action) {
		return this.loop.call(() -> this.rooms.values().forEach((room) -> {
			if (!room.isHidden()) {
				action.accept(room.name(), room.size());
			}
		}));
	}

	boolean isEmpty() {
		return this.sockets.isEmpty();
	}

	void add(NamespaceSocket socket) {
		this.sockets.put(socket.id(), socket);
	}

	void remove(NamespaceSocket socket) {
		for (Membership membership : socket.memberships()) {
			removeMember(membership);
		}
		socket.memberships().clear();
		this.sockets.remove(socket.id());
	}

	@SuppressWarnings("NonAtomicOperationOnVolatileField")
	void countConnected(int change) {
		this.connected += change;
		this.counters.sockets.add(change);
	}

	/** Returns the rooms that the socket was not in before. */
	List<String> join(NamespaceSocket socket, Collection<String> names) {
		List<String> joined = new ArrayList<>(names.size());
		int refused = 0;
		for (String room : names) {
			if (room.equals(socket.id()) || Room.isHidden(room) || socket.membership(room) != null) {
				continue;
			}
			if (socket.roomCount() >= this.options.maxRooms()) {
				refused++;
				continue;
			}
			socket.memberships().add(this.rooms.computeIfAbsent(room, Room::new).add(socket));
			joined.add(room);
		}
		if (refused > 0) {
			this.counters.roomsRefused.add(refused);
			this.counters.limits.count(Limit.ROOMS, refused);
			warnOfRooms(socket, refused);
		}
		return joined;
	}

	void joinHidden(NamespaceSocket socket, String room) {
		if (!Room.isHidden(room)) {
			throw new IllegalArgumentException("room: " + room + " (expected: a name that begins with NUL)");
		}
		if (socket.membership(room) == null) {
			socket.memberships().add(this.rooms.computeIfAbsent(room, Room::new).add(socket));
		}
	}

	private void warnOfRooms(NamespaceSocket socket, int refused) {
		if (!this.roomsWarned) {
			this.roomsWarned = true;
			logger.warn(
					"Socket {} of namespace {} did not join {} rooms: it is in {} already, the limit (maxRooms)."
							+ " Further ones are only counted",
					socket.id(), this.name, refused, this.options.maxRooms());
		}
	}

	/** Returns the rooms that the socket was in before. */
	List<String> leave(NamespaceSocket socket, Collection<String> names) {
		List<String> left = new ArrayList<>(names.size());
		for (String room : names) {
			Membership membership = socket.membership(room);
			if (membership != null && !Room.isHidden(room)) {
				socket.memberships().remove(membership);
				removeMember(membership);
				left.add(room);
			}
		}
		return left;
	}

	private void removeMember(Membership membership) {
		Room room = membership.room();
		room.remove(membership);
		if (room.isEmpty()) {
			this.rooms.remove(room.name());
		}
	}

	/**
	 * Each selection has a number; a socket marked with it was visited already, or is not
	 * to be visited.
	 */
	private void select(RoomSelector selector, Consumer<NamespaceSocket> action) {
		long selection = ++this.selections;
		for (String room : selector.except()) {
			forEachInRoom(room, (socket) -> socket.mark(selection));
		}
		Consumer<NamespaceSocket> once = (socket) -> {
			if (socket.mark(selection)) {
				action.accept(socket);
			}
		};
		if (selector.rooms().isEmpty()) {
			this.sockets.values().forEach(once);
			return;
		}
		for (String room : selector.rooms()) {
			forEachInRoom(room, once);
		}
	}

	private void forEachInRoom(String name, Consumer<NamespaceSocket> action) {
		NamespaceSocket single = this.sockets.get(name);
		if (single != null) {
			action.accept(single);
		}
		Room room = this.rooms.get(name);
		if (room != null) {
			room.forEach(action);
		}
	}

}
