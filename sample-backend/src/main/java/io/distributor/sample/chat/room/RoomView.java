package io.distributor.sample.chat.room;

import java.util.List;

/**
 * A room as someone sees who enters it.
 *
 * @param members who is in it
 * @param messages the last messages, oldest first
 */
public record RoomView(List<User> members, List<Message> messages) {

}
