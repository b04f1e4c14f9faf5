package io.distributor.tests.node;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;

import io.distributor.annotation.OnConnect;
import io.distributor.annotation.OnEvent;
import io.distributor.backend.ConnectionRefusedException;
import io.distributor.backend.Handshake;
import io.distributor.backend.IndirectIo;
import io.distributor.backend.RequestResult;
import io.distributor.backend.Socket;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What the backend does in the scenarios.
 */
class ScenarioHandlers {

	private final IndirectIo io;

	ScenarioHandlers(IndirectIo io) {
		this.io = io;
		io.of("/game").onEvent("where", (event) -> event.socket().namespace().name());
	}

	@OnConnect
	void connect(Handshake handshake) {
		Credentials credentials = handshake.auth(Credentials.class);
		if (credentials != null && credentials.banned()) {
			throw new ConnectionRefusedException("Not today", Map.of("code", 42));
		}
	}

	@OnEvent("echo")
	String echo(String text) {
		return text;
	}

	@OnEvent("count")
	void count(Socket socket, int number) {
		socket.emit("counted", number);
	}

	@OnEvent("where")
	String where(Socket socket) {
		return socket.namespace().name();
	}

	@OnEvent("tell")
	void tell(Socket socket, String text, int number, boolean flag, List<String> list, Point point, JsonNode tree) {
		socket.emit("told", text, number, flag, list, point, tree);
	}

	@OnEvent("reverse")
	byte[] reverse(Socket socket, byte[] bytes) {
		byte[] reversed = new byte[bytes.length];
		for (int i = 0; i < bytes.length; i++) {
			reversed[i] = bytes[bytes.length - 1 - i];
		}
		socket.emit("reversed", reversed);
		return reversed;
	}

	@OnEvent("upload")
	Upload upload(Upload upload, String prefix, byte[] more) {
		ByteArrayOutputStream content = new ByteArrayOutputStream();
		content.writeBytes(upload.content());
		content.writeBytes(more);
		return new Upload(prefix + " " + upload.name(), content.toByteArray());
	}

	@OnEvent("askMe")
	CompletionStage<Answer> askMe(Socket socket, String question) {
		return socket.emitWithAck("question", question)
			.thenApply((arguments) -> new Answer(arguments.get(0, String.class), arguments.get(1, byte[].class)));
	}

	@OnEvent("fail")
	void fail() {
		throw new IllegalStateException("A handler that always fails");
	}

	@OnEvent("kickMe")
	void kick(Socket socket) {
		socket.disconnect();
	}

	@OnEvent("join")
	CompletionStage<RequestResult> join(Socket socket, String room) {
		return socket.join(room);
	}

	@OnEvent("say")
	void say(String room, String text, byte[] bytes) {
		this.io.to(room).emit("said", text, bytes);
	}

	record Credentials(boolean banned) {

	}

	record Point(int x, int y) {

	}

	record Upload(String name, byte[] content) {

	}

	record Answer(@Nullable String text, byte @Nullable [] bytes) {

	}

}
