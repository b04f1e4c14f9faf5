package io.distributor.interop.siod;

import java.util.List;

/**
 * What servers ask each other through socket.io-redis 5.
 */
sealed interface RemoteRequest {

	/**
	 * Returns the id that the answer has to name.
	 */
	String requestId();

	/**
	 * Which sockets are in one of the rooms, or in the namespace if there are none.
	 *
	 * @param requestId id of the request
	 * @param rooms names of the rooms
	 */
	record Clients(String requestId, List<String> rooms) implements RemoteRequest {

	}

	/**
	 * In which rooms a socket is.
	 *
	 * @param requestId id of the request
	 * @param socketId id of the socket
	 */
	record ClientRooms(String requestId, String socketId) implements RemoteRequest {

	}

	/**
	 * Which rooms there are.
	 *
	 * @param requestId id of the request
	 */
	record AllRooms(String requestId) implements RemoteRequest {

	}

	/**
	 * A socket is to join a room.
	 *
	 * @param requestId id of the request
	 * @param socketId id of the socket
	 * @param room name of the room
	 */
	record RemoteJoin(String requestId, String socketId, String room) implements RemoteRequest {

	}

	/**
	 * A socket is to leave a room.
	 *
	 * @param requestId id of the request
	 * @param socketId id of the socket
	 * @param room name of the room
	 */
	record RemoteLeave(String requestId, String socketId, String room) implements RemoteRequest {

	}

	/**
	 * Something applications agreed upon.
	 *
	 * @param requestId id of the request
	 */
	record CustomRequest(String requestId) implements RemoteRequest {

	}

	/**
	 * A socket is to be disconnected.
	 *
	 * @param requestId id of the request
	 * @param socketId id of the socket
	 * @param closeConnection whether to close its whole connection
	 */
	record RemoteDisconnect(String requestId, String socketId, boolean closeConnection) implements RemoteRequest {

	}

}
