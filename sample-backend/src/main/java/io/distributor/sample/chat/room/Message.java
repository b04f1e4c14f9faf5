package io.distributor.sample.chat.room;

import java.time.Instant;
import java.util.UUID;

/**
 * A message in a room.
 *
 * @param id what tells it from all others
 * @param room the room
 * @param from who wrote it
 * @param text what was written
 * @param time when it arrived
 */
public record Message(String id, RoomName room, User from, MessageText text, Instant time) {

	/**
	 * Makes a message of what someone says now.
	 * @param room the room
	 * @param from who says it
	 * @param text what is said
	 * @return the message
	 */
	public static Message of(RoomName room, User from, MessageText text) {
		return new Message(UUID.randomUUID().toString(), room, from, text, Instant.now());
	}

}
