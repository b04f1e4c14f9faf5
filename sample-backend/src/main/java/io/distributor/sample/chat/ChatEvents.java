package io.distributor.sample.chat;

import java.util.List;

import io.distributor.sample.chat.room.Message;
import io.distributor.sample.chat.room.RoomName;
import io.distributor.sample.chat.room.RoomSize;
import io.distributor.sample.chat.room.User;

/**
 * What the chat tells its clients.
 */
interface ChatEvents {

	/**
	 * Tells which rooms there are.
	 * @param rooms the rooms
	 */
	void rooms(List<RoomSize> rooms);

	/**
	 * Tells that someone came into a room.
	 * @param room the room
	 * @param user who it is
	 */
	void entered(RoomName room, User user);

	/**
	 * Tells that someone left a room.
	 * @param room the room
	 * @param user who it is
	 */
	void left(RoomName room, User user);

	/**
	 * Tells what was said.
	 * @param message the message
	 */
	void message(Message message);

	/**
	 * Tells whether someone is typing.
	 * @param room the room
	 * @param user who it is
	 * @param typing whether the user is typing
	 */
	void typing(RoomName room, User user, boolean typing);

}
