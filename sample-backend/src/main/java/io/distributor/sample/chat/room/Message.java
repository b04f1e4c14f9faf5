package io.distributor.sample.chat.room;

import java.time.Instant;

/**
 * A message in a room.
 *
 * @param number number of the message, growing
 * @param room the room
 * @param from who wrote it
 * @param text what was written
 * @param time when it arrived
 */
public record Message(long number, RoomName room, User from, MessageText text, Instant time) {

}
