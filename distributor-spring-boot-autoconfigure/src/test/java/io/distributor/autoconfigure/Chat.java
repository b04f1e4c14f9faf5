package io.distributor.autoconfigure;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import io.distributor.annotation.OnConnect;
import io.distributor.annotation.OnDisconnect;
import io.distributor.annotation.OnEvent;
import io.distributor.backend.Ack;
import io.distributor.backend.ConnectionRefusedException;
import io.distributor.backend.DisconnectReason;
import io.distributor.backend.Handshake;
import io.distributor.backend.IndirectIo;
import io.distributor.backend.RequestResult;
import io.distributor.backend.Socket;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import reactor.core.publisher.Mono;

/**
 * A small application on top of the roles.
 */
class Chat {

	final BlockingQueue<String> gone = new ArrayBlockingQueue<>(100);

	private final IndirectIo io;

	Chat(IndirectIo io) {
		this.io = io;
	}

	@OnConnect
	void connect(Socket socket, Handshake handshake) {
		Login login = handshake.auth(Login.class);
		if (login != null && "nobody".equals(login.name())) {
			throw new ConnectionRefusedException("not you", Map.of("name", login.name()));
		}
		socket.emit("welcome", socket.id());
	}

	@OnEvent("join")
	CompletionStage<RequestResult> join(Socket socket, String room) {
		return socket.join(room);
	}

	@OnEvent("post")
	int post(String room, @Valid Post post) {
		this.io.to(room).emit("posted", post);
		return Objects.requireNonNull(post.text()).length();
	}

	@OnEvent("bytes")
	byte[] bytes(byte[] bytes, List<Integer> more) {
		byte[] answer = new byte[bytes.length + more.size()];
		System.arraycopy(bytes, 0, answer, 0, bytes.length);
		for (int i = 0; i < more.size(); i++) {
			answer[bytes.length + i] = more.get(i).byteValue();
		}
		return answer;
	}

	@OnEvent("ack")
	void ack(Ack ack) {
		CompletableFuture.runAsync(() -> ack.send("a", 2));
	}

	@OnEvent("silent")
	void silent() {
	}

	@OnEvent("mono")
	Mono<String> mono() {
		return Mono.just("reactive");
	}

	@OnEvent("thread")
	String thread() {
		return Thread.currentThread().toString();
	}

	@OnDisconnect
	void disconnect(Socket socket, DisconnectReason reason) {
		this.gone.add(reason.text());
	}

	record Login(String name) {

	}

	record Post(String author, @NotBlank String text) {

	}

}
