package io.distributor.tests.interop;

import java.util.List;
import java.util.concurrent.CompletionStage;

import io.distributor.annotation.OnEvent;
import io.distributor.backend.IndirectIo;
import io.distributor.backend.RequestResult;
import io.distributor.backend.Socket;

/**
 * What the backend does in the scenarios.
 */
class InteropHandlers {

	private final IndirectIo io;

	InteropHandlers(IndirectIo io) {
		this.io = io;
	}

	@OnEvent("join")
	CompletionStage<RequestResult> join(Socket socket, String room) {
		return socket.join(room);
	}

	@OnEvent("rooms")
	List<String> rooms(Socket socket) {
		return socket.rooms().stream().filter((room) -> !room.equals(socket.id())).sorted().toList();
	}

	@OnEvent("keep")
	boolean keep(Socket socket, String name, String value) {
		socket.data().put(name, value);
		return true;
	}

	@OnEvent("sayAll")
	boolean sayAll(String text) {
		this.io.emit("said", text);
		return true;
	}

	@OnEvent("say")
	boolean say(String room, String text) {
		this.io.to(room).emit("said", text);
		return true;
	}

	@OnEvent("sayExcept")
	boolean sayExcept(String room, String text) {
		this.io.except(room).emit("said", text);
		return true;
	}

	@OnEvent("sayBytes")
	boolean sayBytes(byte[] bytes) {
		this.io.emit("said", "bytes", bytes);
		return true;
	}

	@OnEvent("moveIn")
	CompletionStage<RequestResult> moveIn(String selected, String room) {
		return this.io.in(selected).socketsJoin(room);
	}

	@OnEvent("moveOut")
	CompletionStage<RequestResult> moveOut(String selected, String room) {
		return this.io.in(selected).socketsLeave(room);
	}

	@OnEvent("putOut")
	CompletionStage<RequestResult> putOut(String selected) {
		return this.io.in(selected).disconnectSockets(false);
	}

}
