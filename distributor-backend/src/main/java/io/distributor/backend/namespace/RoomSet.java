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

	/** Those beside its own id. Replaced, not changed, while it is empty. */
	private Set<String> others = Set.of();

	/** Replaced, not changed, while it is empty. */
	private List<RoomRequest> asked = List.of();

	/** The rooms that listeners know of, or {@code null} if there are none. */
	private @Nullable Set<String> told;

	private @Nullable Runnable onChange;

	/** The rooms when this home was asked to release the socket. */
	private @Nullable Set<String> lastToTell;

	/**
	 * Creates the set.
	 * @param rooms with or without the id of the socket
	 */
	RoomSet(String socketId, Collection<String> rooms) {
		this.socketId = socketId;
		add(rooms);
	}

	private void add(Collection<String> joined) {
		for (String room : joined) {
			if (!room.equals(this.socketId)) {
				this.others = this.others.isEmpty() ? new LinkedHashSet<>(4) : this.others;
				this.others.add(room);
			}
		}
	}

	private void remove(Collection<String> left) {
		if (!this.others.isEmpty()) {
			left.forEach(this.others::remove);
			this.others = this.others.isEmpty() ? Set.of() : this.others;
		}
	}

	/**
	 * Begins to keep book of what listeners know.
	 * @param joined rooms that they are yet to be told of
	 * @param left rooms they think the socket is in
	 * @param onChange called when they are to be told
	 */
	synchronized void follow(Collection<String> joined, Collection<String> left, Runnable onChange) {
		Set<String> told = new HashSet<>(this.others);
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
			this.lastToTell = Set.copyOf(this.others);
		}
	}

	/**
	 * This instance asks for a change.
	 */
	synchronized void ask(RoomRequest request) {
		this.asked = this.asked.isEmpty() ? new ArrayList<>(2) : this.asked;
		this.asked.add(request);
	}

	/**
	 * A request of this instance is over.
	 * @param changed rooms that it has changed
	 */
	void end(RoomRequest request, Collection<String> changed) {
		synchronized (this) {
			if (!this.asked.isEmpty()) {
				this.asked.remove(request);
				this.asked = this.asked.isEmpty() ? List.of() : this.asked;
			}
		}
		change(request.joining() ? changed : List.of(), request.joining() ? List.of() : changed);
	}

	/**
	 * The distributor has changed the rooms.
	 */
	void change(Collection<String> joined, Collection<String> left) {
		Runnable onChange;
		synchronized (this) {
			add(joined);
			remove(left);
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
		Set<String> rooms = (this.lastToTell != null) ? this.lastToTell : this.others;
		List<String> joined = rooms.stream().filter((room) -> !told.contains(room)).toList();
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
		Set<String> snapshot = new LinkedHashSet<>();
		snapshot.add(this.socketId);
		snapshot.addAll(this.others);
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
