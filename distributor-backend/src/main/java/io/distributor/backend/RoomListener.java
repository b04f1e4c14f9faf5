package io.distributor.backend;

/**
 * Hears of sockets that join or leave rooms.
 */
@FunctionalInterface
public interface RoomListener {

	/**
	 * A socket whose home this instance is joined or left a room. Called in turn with the
	 * events of the socket.
	 * @param socket the socket
	 * @param room name of the room
	 * @throws Exception is logged
	 */
	void onRoom(Socket socket, String room) throws Exception;

}
