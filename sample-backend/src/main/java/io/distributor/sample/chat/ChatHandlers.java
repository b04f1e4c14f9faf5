package io.distributor.sample.chat;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import io.distributor.annotation.OnAdopt;
import io.distributor.annotation.OnConnect;
import io.distributor.annotation.OnDisconnect;
import io.distributor.annotation.OnEvent;
import io.distributor.annotation.OnRelease;
import io.distributor.annotation.ServerEvents;
import io.distributor.backend.ConnectionRefusedException;
import io.distributor.backend.Handshake;
import io.distributor.backend.IndirectIo;
import io.distributor.backend.Socket;
import io.distributor.sample.chat.room.Message;
import io.distributor.sample.chat.room.MessageText;
import io.distributor.sample.chat.room.RoomName;
import io.distributor.sample.chat.room.RoomView;
import io.distributor.sample.chat.room.Rooms;
import io.distributor.sample.chat.room.User;

import org.springframework.stereotype.Component;

/**
 * What the chat does with the events of its clients.
 */
@Component
@ServerEvents(ChatEvents.class)
class ChatHandlers {

	private static final String NAME = "name";

	private final IndirectIo io;

	private final Rooms rooms;

	ChatHandlers(IndirectIo io, Rooms rooms) {
		this.io = io;
		this.rooms = rooms;
	}

	@OnConnect
	void welcome(Socket socket, Handshake handshake) {
		Login login = handshake.auth(Login.class);
		if (login == null || !login.isValid()) {
			throw new ConnectionRefusedException(Login.EXPECTED, Map.of("field", "name"));
		}
		socket.data().put(NAME, login.name());
		socket.as(ChatEvents.class).rooms(this.rooms.overview());
	}

	/**
	 * Takes over a user of another process, who stays connected: the rooms came along,
	 * and in its data the name.
	 */
	@OnAdopt
	void takeOver(Socket socket) {
		socket.rooms().stream().flatMap((channel) -> RoomName.ofChannel(channel).stream()).forEach((room) -> {
			if (this.rooms.enter(room, user(socket))) {
				announce(room);
			}
		});
	}

	@OnEvent("join")
	Optional<RoomView> join(Socket socket, RoomName room) {
		if (!this.rooms.enter(room, user(socket))) {
			return Optional.empty();
		}
		// Joining before looking: what is posted in between is in the view, is emitted to
		// the client, or both, but never lost.
		socket.join(room.channel());
		announce(room);
		return this.rooms.view(room);
	}

	@OnEvent("leave")
	void leave(Socket socket, RoomName room) {
		socket.leave(room.channel());
		if (this.rooms.leave(room, socket.id())) {
			announce(room);
		}
	}

	@OnEvent("postMessage")
	Optional<Message> post(Socket socket, RoomName room, MessageText text) {
		Optional<Message> message = this.rooms.post(room, user(socket), text);
		message.ifPresent((posted) -> socket.to(room.channel()).as(ChatEvents.class).message(posted));
		return message;
	}

	@OnEvent("typing")
	void typing(Socket socket, RoomName room, boolean typing) {
		if (this.rooms.isMember(room, socket.id())) {
			socket.to(room.channel()).asVolatile().as(ChatEvents.class).typing(room, user(socket), typing);
		}
	}

	/**
	 * Lets go of a user whom another process takes over and announces.
	 */
	@OnRelease
	void handOver(Socket socket) {
		this.rooms.leaveAll(socket.id());
	}

	@OnDisconnect
	void goodbye(Socket socket) {
		this.rooms.leaveAll(socket.id()).forEach(this::announce);
	}

	private void announce(RoomName room) {
		this.rooms.view(room)
			.ifPresent((view) -> this.io.to(room.channel()).as(ChatEvents.class).members(view.members()));
		this.io.as(ChatEvents.class).rooms(this.rooms.overview());
	}

	private static User user(Socket socket) {
		return new User(socket.id(), Objects.requireNonNullElse(socket.data().get(NAME, String.class), ""));
	}

}
