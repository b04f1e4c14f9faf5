package io.distributor.link.message;

/**
 * A room and how many sockets it has.
 *
 * @param room name of the room
 * @param sockets number of its sockets on this distributor
 */
public record RoomSize(String room, int sockets) {

}
