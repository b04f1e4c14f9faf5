package io.distributor.handler;

import io.distributor.backend.Socket;

/**
 * A socket joined or left a room.
 *
 * @param socket the socket
 * @param room name of the room
 */
record RoomChange(Socket socket, String room) {

}
