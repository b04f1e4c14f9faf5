package io.distributor.sample.chat.room;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A room. Its callers see to it that one thread at a time uses it.
 */
final class Room {

	private final RoomName name;

	private final int history;

	private final Map<String, User> users = new LinkedHashMap<>();

	private final Deque<Message> messages = new ArrayDeque<>();

	Room(RoomName name, int history) {
		this.name = name;
		this.history = history;
	}

	void enter(User user) {
		this.users.put(user.id(), user);
	}

	boolean leave(String userId) {
		return this.users.remove(userId) != null;
	}

	boolean hasMember(String userId) {
		return this.users.containsKey(userId);
	}

	boolean isEmpty() {
		return this.users.isEmpty();
	}

	void add(Message message) {
		this.messages.addLast(message);
		if (this.messages.size() > this.history) {
			this.messages.removeFirst();
		}
	}

	RoomView view(long revision) {
		Members members = new Members(this.name, revision, List.copyOf(this.users.values()));
		return new RoomView(members, List.copyOf(this.messages));
	}

	Overview.Entry entry() {
		return new Overview.Entry(this.name, this.users.size());
	}

}
