package io.distributor.backend.namespace;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

import io.distributor.link.message.Selection;

/**
 * Rooms the homes of a socket made it join, its own id first. May be used from any
 * thread.
 */
final class RoomSet {

	private final Set<String> rooms = new LinkedHashSet<>(4);

	RoomSet(String socketId, Collection<String> others) {
		this.rooms.add(socketId);
		this.rooms.addAll(others);
	}

	synchronized void add(Collection<String> added) {
		this.rooms.addAll(added);
	}

	synchronized void remove(Collection<String> removed) {
		this.rooms.removeAll(removed);
	}

	synchronized boolean isSelectedBy(Selection selection) {
		return (selection.rooms().isEmpty() || !Collections.disjoint(this.rooms, selection.rooms()))
				&& Collections.disjoint(this.rooms, selection.except());
	}

	synchronized Set<String> snapshot() {
		return Collections.unmodifiableSet(new LinkedHashSet<>(this.rooms));
	}

}
