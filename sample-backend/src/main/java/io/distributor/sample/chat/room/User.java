package io.distributor.sample.chat.room;

/**
 * Someone who chats.
 *
 * @param id id of the socket
 * @param name name to be shown
 */
public record User(String id, String name) {

}
