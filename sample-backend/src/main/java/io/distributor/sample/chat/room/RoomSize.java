package io.distributor.sample.chat.room;

/**
 * A room among others.
 *
 * @param name the room
 * @param users number of users in it
 */
public record RoomSize(RoomName name, long users) {

}
