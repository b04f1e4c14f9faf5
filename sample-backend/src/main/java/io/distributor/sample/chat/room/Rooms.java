package io.distributor.sample.chat.room;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.springframework.stereotype.Component;

/**
 * The rooms of the chat, in the memory of this process. May be used from any thread.
 */
@Component
public class Rooms {

	private final RoomsProperties properties;

	private final Clock clock = Clock.systemUTC();

	private final Map<RoomName, Room> rooms = new LinkedHashMap<>();

	// Pages that stay connected while the chat is redeployed compare numbers, so those of
	// the new process must be higher than those of the old one.
	private long revision = this.clock.millis();

	private long lastMessage = this.clock.millis();

	Rooms(RoomsProperties properties) {
		this.properties = properties;
		properties.permanent().forEach((name) -> this.rooms.put(name, newRoom(name)));
	}

	/**
	 * Lets a user enter a room, and opens the room if it is not there.
	 * @param name the room
	 * @param user the user
	 * @return {@code false} if there are too many rooms to open one more
	 */
	public synchronized boolean enter(RoomName name, User user) {
		if (!this.rooms.containsKey(name) && this.rooms.size() >= this.properties.limit()) {
			return false;
		}
		this.rooms.computeIfAbsent(name, this::newRoom).enter(user);
		this.revision++;
		return true;
	}

	/**
	 * Lets a user leave a room, and closes the room behind the last one.
	 * @param name the room
	 * @param userId id of the user
	 * @return whether the user was in it
	 */
	public synchronized boolean leave(RoomName name, String userId) {
		Room room = this.rooms.get(name);
		if (room == null || !room.leave(userId)) {
			return false;
		}
		if (room.isEmpty() && !this.properties.permanent().contains(name)) {
			this.rooms.remove(name);
		}
		this.revision++;
		return true;
	}

	/**
	 * Lets a user leave all rooms.
	 * @param userId id of the user
	 * @return the rooms the user was in
	 */
	public synchronized List<RoomName> leaveAll(String userId) {
		List<RoomName> names = new ArrayList<>(this.rooms.keySet());
		names.removeIf((name) -> !leave(name, userId));
		return names;
	}

	/**
	 * Returns whether a user is in a room.
	 * @param name the room
	 * @param userId id of the user
	 * @return whether the user is in it
	 */
	public synchronized boolean isMember(RoomName name, String userId) {
		Room room = this.rooms.get(name);
		return room != null && room.hasMember(userId);
	}

	/**
	 * Adds a message to a room.
	 * @param name the room
	 * @param from who says it
	 * @param text what is said
	 * @return the message, or empty if the user is not in the room
	 */
	public synchronized Optional<Message> post(RoomName name, User from, MessageText text) {
		Room room = this.rooms.get(name);
		if (room == null || !room.hasMember(from.id())) {
			return Optional.empty();
		}
		this.lastMessage++;
		Message message = new Message(this.lastMessage, name, from, text, this.clock.instant());
		room.add(message);
		return Optional.of(message);
	}

	/**
	 * Returns who is in a room and what was said.
	 * @param name the room
	 * @return the view, or empty if there is no such room
	 */
	public synchronized Optional<RoomView> view(RoomName name) {
		return Optional.ofNullable(this.rooms.get(name)).map((room) -> room.view(this.revision));
	}

	/**
	 * Returns all rooms.
	 * @return the rooms, in the order they were opened
	 */
	public synchronized Overview overview() {
		return new Overview(this.revision, this.rooms.values().stream().map(Room::entry).toList());
	}

	private Room newRoom(RoomName name) {
		return new Room(name, this.properties.history());
	}

}
