package io.distributor.sample.chat;

import io.distributor.sample.chat.room.Members;
import io.distributor.sample.chat.room.Message;
import io.distributor.sample.chat.room.Overview;
import io.distributor.sample.chat.room.RoomName;
import io.distributor.sample.chat.room.User;

/**
 * What the chat tells its clients.
 */
interface ChatEvents {

	/**
	 * Tells which rooms there are.
	 * @param overview the rooms
	 */
	void rooms(Overview overview);

	/**
	 * Tells who is in a room.
	 * @param members who is in it
	 */
	void members(Members members);

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
