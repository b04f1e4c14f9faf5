package io.distributor.backend.namespace;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import io.distributor.link.message.Selection;
import io.distributor.link.message.UserRoom;
import org.jspecify.annotations.Nullable;

/**
 * The rooms of one socket at its home, its own id first: what the distributor has told,
 * and above it what was asked here and is not answered yet. May be used from any thread.
 */
final class RoomSet {

	private final String socketId;

	private final Set<String> rooms = new LinkedHashSet<>(4);

	private final List<RoomRequest> asked = new ArrayList<>(0);

	/** The rooms that listeners know of, or {@code null} if there are none. */
	private @Nullable Set<String> told;

	private @Nullable Runnable onChange;

	/** The rooms when this home was asked to release the socket. */
	private @Nullable Set<String> lastToTell;

	RoomSet(String socketId, Collection<String> others) {
		this.socketId = socketId;
		this.rooms.add(socketId);
		this.rooms.addAll(others);
	}

	/**
	 * Begins to keep book of what listeners know.
	 * @param joined rooms that they are yet to be told of
	 * @param left rooms they think the socket is in
	 * @param onChange called when they are to be told
	 */
	synchronized void follow(Collection<String> joined, Collection<String> left, Runnable onChange) {
		Set<String> told = new HashSet<>(this.rooms);
		told.removeAll(joined);
		told.addAll(left);
		told.remove(this.socketId);
		this.told = told;
		this.onChange = onChange;
	}

	/**
	 * The socket gets another home, which tells its own listeners of what changes from
	 * now on.
	 */
	synchronized void leaveTheRestToOthers() {
		if (this.lastToTell == null) {
			this.lastToTell = Set.copyOf(this.rooms);
		}
	}

	/**
	 * This instance asks for a change.
	 */
	synchronized void ask(RoomRequest request) {
		this.asked.add(request);
	}

	/**
	 * A request of this instance is over.
	 * @param changed rooms that it has changed
	 */
	void end(RoomRequest request, Collection<String> changed) {
		synchronized (this) {
			this.asked.remove(request);
		}
		change(request.joining() ? changed : List.of(), request.joining() ? List.of() : changed);
	}

	/**
	 * The distributor has changed the rooms.
	 */
	void change(Collection<String> joined, Collection<String> left) {
		Runnable onChange;
		synchronized (this) {
			this.rooms.addAll(joined);
			this.rooms.removeAll(left);
			onChange = this.onChange;
		}
		if (onChange != null && !(joined.isEmpty() && left.isEmpty())) {
			onChange.run();
		}
	}

	/**
	 * Takes what listeners do not know yet; from now on they do.
	 */
	synchronized RoomChanges takeChanges() {
		Set<String> told = this.told;
		if (told == null) {
			return RoomChanges.NONE;
		}
		Set<String> rooms = (this.lastToTell != null) ? this.lastToTell : this.rooms;
		List<String> joined = rooms.stream()
			.filter((room) -> !room.equals(this.socketId) && !told.contains(room))
			.toList();
		List<String> left = told.stream().filter((room) -> !rooms.contains(room)).toList();
		told.addAll(joined);
		left.forEach(told::remove);
		return new RoomChanges(joined, left);
	}

	/**
	 * The socket ends, and leaves what listeners know of.
	 */
	synchronized RoomChanges takeEnd() {
		Set<String> told = this.told;
		if (told == null) {
			return RoomChanges.NONE;
		}
		this.told = null;
		this.onChange = null;
		return new RoomChanges(List.of(), List.copyOf(told));
	}

	boolean isSelectedBy(Selection selection, @Nullable String user) {
		Set<String> rooms = new HashSet<>(snapshot());
		if (user != null) {
			rooms.add(UserRoom.of(user));
		}
		return (selection.rooms().isEmpty() || !Collections.disjoint(rooms, selection.rooms()))
				&& Collections.disjoint(rooms, selection.except());
	}

	synchronized Set<String> snapshot() {
		Set<String> snapshot = new LinkedHashSet<>(this.rooms);
		for (RoomRequest request : this.asked) {
			if (request.joining()) {
				snapshot.addAll(request.rooms());
			}
			else {
				request.rooms().stream().filter((room) -> !room.equals(this.socketId)).forEach(snapshot::remove);
			}
		}
		return Collections.unmodifiableSet(snapshot);
	}

}
