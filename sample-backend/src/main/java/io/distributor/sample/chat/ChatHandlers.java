package io.distributor.sample.chat;

import java.security.Principal;
import java.util.concurrent.CompletionStage;

import io.distributor.annotation.OnConnect;
import io.distributor.annotation.OnEvent;
import io.distributor.annotation.OnJoin;
import io.distributor.annotation.OnLeave;
import io.distributor.annotation.ServerEvents;
import io.distributor.backend.EventRefusedException;
import io.distributor.backend.IndirectIo;
import io.distributor.backend.Socket;
import io.distributor.sample.chat.room.History;
import io.distributor.sample.chat.room.Message;
import io.distributor.sample.chat.room.MessageText;
import io.distributor.sample.chat.room.RoomName;
import io.distributor.sample.chat.room.RoomView;
import io.distributor.sample.chat.room.User;

import org.springframework.stereotype.Component;

/**
 * What the chat does with the events of its clients. It remembers nobody: who is where,
 * the distributors know, so any process of the chat may take over from any other.
 */
@Component
@ServerEvents(ChatEvents.class)
class ChatHandlers {

	private final IndirectIo io;

	private final RoomList list;

	private final RoomViews views;

	private final History history;

	ChatHandlers(IndirectIo io, RoomList list, RoomViews views, History history) {
		this.io = io;
		this.list = list;
		this.views = views;
		this.history = history;
	}

	@OnConnect
	void welcome(Socket socket) {
		socket.as(ChatEvents.class).rooms(this.list.rooms());
	}

	@OnEvent("join")
	CompletionStage<RoomView> join(Socket socket, RoomName room) {
		if (!this.list.hasRoomFor(room)) {
			throw new EventRefusedException("There are too many rooms already");
		}
		// Joining before looking: who enters and what is said in between is in the view,
		// is emitted to the client, or both, but never lost.
		socket.join(room.channel());
		return this.views.of(room);
	}

	@OnEvent("leave")
	void leave(Socket socket, RoomName room) {
		socket.leave(room.channel());
	}

	@OnEvent("postMessage")
	Message post(Socket socket, Principal user, RoomName room, MessageText text) {
		requireMember(socket, room);
		Message message = Message.of(room, user(socket, user), text);
		this.history.add(message);
		socket.to(room.channel()).as(ChatEvents.class).message(message);
		return message;
	}

	@OnEvent("typing")
	void typing(Socket socket, Principal user, RoomName room, boolean typing) {
		requireMember(socket, room);
		socket.to(room.channel()).asVolatile().as(ChatEvents.class).typing(room, user(socket, user), typing);
	}

	@OnJoin(RoomName.CHANNELS)
	void entered(Socket socket, Principal user, String channel) {
		this.io.to(channel).as(ChatEvents.class).entered(RoomName.ofChannel(channel), user(socket, user));
	}

	/**
	 * Someone left, or is gone altogether.
	 */
	@OnLeave(RoomName.CHANNELS)
	void left(Socket socket, Principal user, String channel) {
		this.io.to(channel).as(ChatEvents.class).left(RoomName.ofChannel(channel), user(socket, user));
	}

	private static void requireMember(Socket socket, RoomName room) {
		if (!socket.rooms().contains(room.channel())) {
			throw new EventRefusedException("You are not in this room");
		}
	}

	private static User user(Socket socket, Principal user) {
		return new User(socket.id(), user.getName());
	}

}
