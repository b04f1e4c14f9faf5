package io.distributor.interop.siod;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import io.distributor.link.message.Selection;
import io.distributor.link.message.UserRoom;
import org.jspecify.annotations.Nullable;

/**
 * Which rooms the clients of one namespace are in, as this process made them join: the
 * original does not tell. Each is in the room of its id. May be used from any thread.
 */
final class BridgedRooms {

	/** By name. */
	private final Map<String, Set<BridgedSocket>> rooms = new HashMap<>();

	private final Set<BridgedSocket> sockets = new LinkedHashSet<>();

	synchronized void enter(BridgedSocket socket) {
		this.sockets.add(socket);
		join(socket, List.of(socket.id()));
	}

	synchronized void leave(BridgedSocket socket) {
		this.sockets.remove(socket);
		leave(socket, List.copyOf(socket.rooms()));
	}

	/**
	 * Adds a socket to rooms.
	 * @return those that it was not in
	 */
	synchronized List<String> join(BridgedSocket socket, Collection<String> names) {
		List<String> joined = new ArrayList<>();
		for (String name : names) {
			if (this.sockets.contains(socket) && socket.rooms().add(name)) {
				this.rooms.computeIfAbsent(name, (key) -> new LinkedHashSet<>()).add(socket);
				joined.add(name);
			}
		}
		return joined;
	}

	/**
	 * Takes a socket out of rooms.
	 * @return those that it was in
	 */
	synchronized List<String> leave(BridgedSocket socket, Collection<String> names) {
		List<String> left = new ArrayList<>();
		for (String name : names) {
			if (socket.rooms().remove(name)) {
				this.rooms.computeIfPresent(name, (key, members) -> without(members, socket));
				left.add(name);
			}
		}
		return left;
	}

	private static @Nullable Set<BridgedSocket> without(Set<BridgedSocket> members, BridgedSocket socket) {
		members.remove(socket);
		return members.isEmpty() ? null : members;
	}

	/**
	 * Returns the selected sockets, in the order of their ids.
	 */
	synchronized List<BridgedSocket> select(Selection selection) {
		Set<BridgedSocket> selected = new HashSet<>();
		if (selection.rooms().isEmpty()) {
			selected.addAll(this.sockets);
		}
		selection.rooms().forEach((room) -> selected.addAll(members(room)));
		selection.except().forEach((room) -> selected.removeAll(members(room)));
		return selected.stream().sorted(Comparator.comparing(BridgedSocket::id)).toList();
	}

	/**
	 * Turns a selection into one that the original understands: it has no reserved rooms,
	 * and can leave out sockets only, not rooms.
	 * @return the selection, or {@code null} if nobody is selected
	 */
	synchronized @Nullable Selection forOriginal(Selection selection) {
		Set<String> named = new HashSet<>();
		for (String room : selection.rooms()) {
			if (UserRoom.isReserved(room)) {
				members(room).forEach((socket) -> named.add(socket.id()));
			}
			else {
				named.add(room);
			}
		}
		if (named.isEmpty() && !selection.rooms().isEmpty()) {
			return null;
		}
		Set<String> except = new HashSet<>();
		for (String room : selection.except()) {
			members(room).forEach((socket) -> except.add(socket.id()));
		}
		return new Selection(named, except);
	}

	private Set<BridgedSocket> members(String room) {
		return this.rooms.getOrDefault(room, Set.of());
	}

	/**
	 * Returns the rooms by name, with their sizes, without those of ids and reserved
	 * ones.
	 */
	synchronized TreeMap<String, Integer> sizes() {
		TreeMap<String, Integer> sizes = new TreeMap<>();
		this.rooms.forEach((name, members) -> {
			boolean own = members.size() == 1 && members.iterator().next().id().equals(name);
			if (!own && !UserRoom.isReserved(name)) {
				sizes.put(name, members.size());
			}
		});
		return sizes;
	}

}
