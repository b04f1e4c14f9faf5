package io.distributor.sample.chat.room;

import java.util.List;

/**
 * Who is in a room.
 *
 * @param room the room
 * @param revision grows with every change, so that who receives two knows the newer
 * @param users the users, in the order they came
 */
public record Members(RoomName room, long revision, List<User> users) {

}
