package io.distributor.tests.siod;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

import io.distributor.annotation.OnConnect;
import io.distributor.annotation.OnDisconnect;
import io.distributor.annotation.OnEvent;
import io.distributor.backend.Answer;
import io.distributor.backend.Arguments;
import io.distributor.backend.ConnectionRefusedException;
import io.distributor.backend.DisconnectReason;
import io.distributor.backend.IndirectIo;
import io.distributor.backend.RemoteSocket;
import io.distributor.backend.Socket;

/**
 * Does what the scenarios expect of a backend.
 */
class OriginalHandlers {

	private final IndirectIo io;

	private final AtomicBoolean refuseNext = new AtomicBoolean();

	private final List<String> disconnects = new CopyOnWriteArrayList<>();

	OriginalHandlers(IndirectIo io) {
		this.io = io;
		io.on("connection", (socket) -> socket.emit("welcome", socket.id()));
		io.onEvent("echo", (event) -> Answer.of(values(event.arguments())));
	}

	private static Object[] values(Arguments arguments) {
		Object[] values = new Object[arguments.size()];
		for (int i = 0; i < values.length; i++) {
			values[i] = arguments.get(i, Object.class);
		}
		return values;
	}

	List<String> disconnects() {
		return this.disconnects;
	}

	@OnConnect
	void connect(Socket socket) {
		if (this.refuseNext.compareAndSet(true, false)) {
			throw new ConnectionRefusedException("not today");
		}
		Map<?, ?> info = socket.handshake().auth(Map.class);
		if (info != null && info.get("from") instanceof String user) {
			socket.setUser(user);
		}
	}

	@OnDisconnect
	void disconnect(Socket socket, DisconnectReason reason) {
		this.disconnects.add(reason.text());
		this.io.emit("left", socket.id());
	}

	@OnEvent("size")
	int size(byte[] bytes) {
		return bytes.length;
	}

	@OnEvent("info")
	Object info(Socket socket) {
		return socket.handshake().auth(Object.class);
	}

	@OnEvent("join")
	CompletionStage<String> join(Socket socket, String room) {
		return socket.join(room).thenApply((result) -> result.silentDistributors().isEmpty() ? "done" : "failed");
	}

	@OnEvent("leave")
	CompletionStage<String> leave(Socket socket, String room) {
		return socket.leave(room).thenApply((result) -> result.silentDistributors().isEmpty() ? "done" : "failed");
	}

	@OnEvent("say")
	void say(String room, String text) {
		this.io.to(room).emit("said", text);
	}

	@OnEvent("sayAll")
	void sayAll(String text) {
		this.io.emit("said", text);
	}

	@OnEvent("sayVolatile")
	void sayVolatile(String text) {
		this.io.asVolatile().emit("said", text);
	}

	@OnEvent("sayExcept")
	void sayExcept(String room, String except, String text) {
		this.io.to(room).except(except).emit("said", text);
	}

	@OnEvent("sayUser")
	void sayUser(String user, String text) {
		this.io.toUser(user).emit("said", text);
	}

	@OnEvent("sayBytes")
	void sayBytes(String room) {
		this.io.to(room).emit("bytes", Map.of("name", "three", "content", new byte[] { 0, 1, -1 }));
	}

	@OnEvent("count")
	CompletionStage<Long> count(String room) {
		return this.io.in(room).count().thenApply((result) -> (long) result.sockets());
	}

	@OnEvent("rooms")
	Object rooms(Socket socket) {
		return new TreeSet<>(socket.rooms());
	}

	@OnEvent("moveAll")
	CompletionStage<Long> moveAll(String from, String to) {
		return this.io.in(from).socketsJoin(to).thenApply((result) -> (long) result.sockets());
	}

	@OnEvent("fetch")
	CompletionStage<List<String>> fetch(String room) {
		return this.io.in(room)
			.fetchSockets()
			.thenApply((fetched) -> fetched.sockets().stream().map(RemoteSocket::id).toList());
	}

	@OnEvent("kick")
	void kick(Socket socket) {
		socket.disconnect(false);
	}

	@OnEvent("refuseNext")
	String refuseNext() {
		this.refuseNext.set(true);
		return "done";
	}

	@OnEvent("askMe")
	CompletionStage<String> askMe(Socket socket) {
		return outcome(() -> socket.emitWithAck("question"));
	}

	@OnEvent("askRoom")
	CompletionStage<String> askRoom(String room) {
		return outcome(() -> this.io.in(room).emitWithAck("question"));
	}

	private static CompletionStage<String> outcome(Supplier<CompletionStage<?>> question) {
		try {
			return question.get().handle((answers, failure) -> (failure != null) ? name(failure) : "none");
		}
		catch (RuntimeException ex) {
			return CompletableFuture.completedStage(name(ex));
		}
	}

	private static String name(Throwable failure) {
		Throwable cause = (failure.getCause() != null) ? failure.getCause() : failure;
		return cause.getClass().getSimpleName();
	}

}
