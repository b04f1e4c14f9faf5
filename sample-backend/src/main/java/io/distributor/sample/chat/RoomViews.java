package io.distributor.sample.chat;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;

import io.distributor.backend.Arguments;
import io.distributor.backend.FetchedSockets;
import io.distributor.backend.IndirectIo;
import io.distributor.backend.RemoteSocket;
import io.distributor.backend.ServerSideAnswers;
import io.distributor.sample.chat.room.History;
import io.distributor.sample.chat.room.Message;
import io.distributor.sample.chat.room.RoomName;
import io.distributor.sample.chat.room.RoomView;
import io.distributor.sample.chat.room.User;

import org.springframework.stereotype.Component;

/**
 * Rooms as they are at this moment: who is there, all distributors are asked; what was
 * said, all processes of the chat.
 */
@Component
class RoomViews {

	private static final String HISTORY = "history";

	private final IndirectIo io;

	private final History history;

	RoomViews(IndirectIo io, History history) {
		this.io = io;
		this.history = history;
		io.onServerSide(HISTORY, (event) -> history.of(room(event.arguments())));
	}

	CompletionStage<RoomView> of(RoomName room) {
		CompletionStage<FetchedSockets> sockets = this.io.in(room.channel()).fetchSockets();
		CompletionStage<ServerSideAnswers> elsewhere = this.io.serverSideEmitWithAck(HISTORY, room);
		return sockets.thenCombine(elsewhere,
				(fetched, answers) -> new RoomView(users(fetched), this.history.with(room, messages(answers))));
	}

	private static List<User> users(FetchedSockets fetched) {
		return fetched.sockets().stream().map(RoomViews::user).toList();
	}

	private static User user(RemoteSocket socket) {
		return new User(socket.id(), Objects.requireNonNullElse(socket.user(), ""));
	}

	private static List<Message> messages(ServerSideAnswers answers) {
		return answers.answers().values().stream().flatMap(RoomViews::messages).toList();
	}

	private static Stream<Message> messages(Arguments answer) {
		return Stream.of(Objects.requireNonNullElse(answer.get(0, Message[].class), new Message[0]));
	}

	private static RoomName room(Arguments arguments) {
		return Objects.requireNonNull(arguments.get(0, RoomName.class), "room");
	}

}
