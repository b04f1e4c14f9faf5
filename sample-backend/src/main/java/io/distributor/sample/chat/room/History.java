package io.distributor.sample.chat.room;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

/**
 * The last messages of each room that came through this process, in its memory. May be
 * used from any thread.
 */
@Component
public class History {

	private final RoomsProperties properties;

	/** The room that was written in longest ago comes first. */
	private final Map<RoomName, Deque<Message>> messages = new LinkedHashMap<>(16, 0.75f, true);

	History(RoomsProperties properties) {
		this.properties = properties;
	}

	/**
	 * Adds a message, and forgets the oldest one of its room, and the oldest room, if
	 * there are too many.
	 * @param message the message
	 */
	public synchronized void add(Message message) {
		Deque<Message> ofRoom = this.messages.computeIfAbsent(message.room(), (room) -> new ArrayDeque<>());
		ofRoom.addLast(message);
		if (ofRoom.size() > this.properties.history()) {
			ofRoom.removeFirst();
		}
		if (this.messages.size() > this.properties.limit()) {
			this.messages.remove(this.messages.keySet().iterator().next());
		}
	}

	/**
	 * Returns what was said in a room.
	 * @param room the room
	 * @return the messages, oldest first
	 */
	public synchronized List<Message> of(RoomName room) {
		Deque<Message> ofRoom = this.messages.get(room);
		return (ofRoom != null) ? List.copyOf(ofRoom) : List.of();
	}

	/**
	 * Returns what was said in a room, here and elsewhere.
	 * @param room the room
	 * @param elsewhere messages of the same room that other processes remember
	 * @return as many messages as a room remembers, oldest first
	 */
	public List<Message> with(RoomName room, Collection<Message> elsewhere) {
		List<Message> all = Stream.concat(of(room).stream(), elsewhere.stream())
			.sorted(Comparator.comparing(Message::time))
			.toList();
		return all.subList(Math.max(0, all.size() - this.properties.history()), all.size());
	}

}
