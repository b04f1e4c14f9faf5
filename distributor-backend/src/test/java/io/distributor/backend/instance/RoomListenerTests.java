package io.distributor.backend.instance;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;

import io.distributor.backend.RequestResult;
import io.distributor.backend.Socket;
import io.distributor.link.message.JoinRooms;
import io.distributor.link.message.RefuseSocket;
import io.distributor.link.message.RequestDone;
import io.distributor.link.message.RoomsChanged;
import io.distributor.link.message.SocketAdopt;
import io.distributor.link.message.SocketReleased;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static io.distributor.backend.instance.BackendExtension.CHAT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * What a home knows of the rooms of its sockets, and tells listeners.
 */
class RoomListenerTests {

	private static final Duration SOON = Duration.ofSeconds(5);

	@RegisterExtension
	private final BackendExtension fleet = new BackendExtension(
			(options) -> options.requestTimeout(Duration.ofMillis(400)));

	private final List<String> log = new CopyOnWriteArrayList<>();

	private void listen() {
		this.fleet.chat().on("connection", (socket) -> this.log.add("connection " + socket.id()));
		this.fleet.chat().onJoin((socket, room) -> this.log.add(socket.id() + " joins " + room));
		this.fleet.chat().onLeave((socket, room) -> this.log.add(socket.id() + " leaves " + room));
		this.fleet.chat().onDisconnect((socket, reason) -> this.log.add("disconnect " + socket.id()));
	}

	@Test
	void hearsOfRoomsTheSocketJoinedInConnectHandlersAfterItsAcceptance() {
		this.fleet.chat().use((socket) -> assertThat(socket.join("r", "s")).succeedsWithin(SOON));
		listen();
		this.fleet.startWith("a");
		await().until(() -> this.log.size() == 3);
		assertThat(this.log).containsExactly("connection a", "a joins r", "a joins s");
	}

	@Test
	void hearsOfChangesThatOthersAskedFor() {
		listen();
		ScriptedDistributor distributor = this.fleet.startWith("a");
		changed(distributor, 1, List.of("r", "s"), List.of());
		await().until(() -> this.log.contains("a joins s"));
		assertThat(socket().rooms()).containsExactly("a", "r", "s");
		changed(distributor, 2, List.of("other life"), List.of());
		changed(distributor, 1, List.of("t"), List.of("r"));
		await().until(() -> this.log.contains("a joins t"));
		assertThat(this.log).containsExactly("connection a", "a joins r", "a joins s", "a leaves r", "a joins t");
		assertThat(socket().rooms()).containsExactly("a", "s", "t");
	}

	@Test
	void believesTheDistributorWhichRoomsWereChanged() {
		listen();
		ScriptedDistributor distributor = this.fleet.startWith("a").answerNoRequests();
		CompletableFuture<RequestResult> request = socket().join("r", "refused").toCompletableFuture();
		assertThat(socket().rooms()).containsExactly("a", "r", "refused");
		distributor.send(new RequestDone(distributor.await(JoinRooms.class).requestId(), 1, List.of("r")));
		assertThat(request).succeedsWithin(SOON);
		assertThat(socket().rooms()).containsExactly("a", "r");
		await().until(() -> this.log.contains("a joins r"));
		assertThat(this.log).doesNotContain("a joins refused");
	}

	@Test
	void keepsTheOrderOfItsOwnRequestsAndThoseOfOthers() {
		ScriptedDistributor distributor = this.fleet.startWith("a").answerNoRequests();
		socket().join("r");
		JoinRooms join = distributor.await(JoinRooms.class);
		changed(distributor, 1, List.of("s"), List.of("r"));
		await().until(() -> socket().rooms().contains("s"));
		assertThat(socket().rooms()).containsExactlyInAnyOrder("a", "s", "r");
		distributor.send(new RequestDone(join.requestId(), 1, List.of("r")));
		changed(distributor, 1, List.of("t"), List.of("r"));
		await().until(() -> socket().rooms().contains("t"));
		assertThat(socket().rooms()).containsExactlyInAnyOrder("a", "s", "t");
	}

	@Test
	void takesARequestWithoutAnAnswerForDone() {
		ScriptedDistributor distributor = this.fleet.startWith("a").answerNoRequests();
		assertThat(socket().join("r")).succeedsWithin(SOON)
			.satisfies((result) -> assertThat(result.isComplete()).isFalse());
		assertThat(socket().rooms()).containsExactly("a", "r");
		assertThat(distributor.received(JoinRooms.class)).hasSize(1);
	}

	@Test
	void leavesItsRoomsBeforeItsDisconnectListenersAreCalled() {
		listen();
		ScriptedDistributor distributor = this.fleet.startWith("a");
		changed(distributor, 1, List.of("r"), List.of());
		await().until(() -> this.log.contains("a joins r"));
		distributor.disconnect(CHAT, "a");
		await().until(() -> this.log.contains("disconnect a"));
		assertThat(this.log).containsExactly("connection a", "a joins r", "a leaves r", "disconnect a");
	}

	@Test
	void tellsTheAdoptingHomeOnlyWhatItsLastHomeWasNotTold() {
		listen();
		this.fleet.chat().onAdopt((socket) -> this.log.add("adopt " + socket.rooms()));
		ScriptedDistributor distributor = this.fleet.start();
		distributor.send(new SocketAdopt(CHAT, "a", 2, ScriptedDistributor.HANDSHAKE, null, List.of("a", "r", "s"),
				null, null, List.of("s"), List.of("t")));
		await().until(() -> this.log.size() == 4);
		assertThat(this.log).containsExactly("adopt [a, r, s]", "connection a", "a leaves t", "a joins s");
	}

	@Test
	void leavesToTheNextHomeWhatChangesAfterItWasAskedToReleaseTheSocket() {
		CompletableFuture<Void> go = new CompletableFuture<>();
		listen();
		this.fleet.chat().onEvent("work", (event) -> {
			event.socket().join("late");
			go.join();
			return null;
		});
		ScriptedDistributor distributor = this.fleet.startWith("a").answerNoRequests();
		distributor.event(CHAT, "a", 1, -1, "[\"work\"]");
		JoinRooms join = distributor.await(JoinRooms.class);
		changed(distributor, 1, List.of("r"), List.of());
		distributor.release(CHAT, "a", 1);
		distributor.send(new RequestDone(join.requestId(), 1, List.of("late")));
		await().untilAsserted(() -> assertThat(socket().rooms()).contains("late"));
		go.complete(null);
		distributor.await(SocketReleased.class);
		assertThat(this.log).containsExactly("connection a", "a joins r");
	}

	@Test
	void tellsNothingOfReleasedSockets() {
		listen();
		this.fleet.chat().onRelease((socket) -> this.log.add("release"));
		ScriptedDistributor distributor = this.fleet.startWith("a");
		changed(distributor, 1, List.of("r"), List.of());
		await().until(() -> this.log.contains("a joins r"));
		distributor.release(CHAT, "a", 1);
		distributor.await(SocketReleased.class);
		changed(distributor, 1, List.of("s"), List.of());
		distributor.connect(CHAT, "b");
		await().until(() -> this.log.contains("connection b"));
		assertThat(this.log).containsExactly("connection a", "a joins r", "release", "connection b");
	}

	@Test
	void tellsNothingOfRefusedSockets() {
		this.fleet.chat().use((socket) -> {
			assertThat(socket.join("r")).succeedsWithin(SOON);
			throw new IllegalStateException("no");
		});
		listen();
		ScriptedDistributor distributor = this.fleet.start();
		distributor.connect(CHAT, "a");
		distributor.await(RefuseSocket.class);
		await().until(() -> this.fleet.backend.statistics().sockets() == 0);
		assertThat(this.log).isEmpty();
	}

	@Test
	void tellsOfManyChangesAtOnceWhileAHandlerIsAtWork() {
		listen();
		CompletableFuture<Object> busy = new CompletableFuture<>();
		this.fleet.chat().onEvent("work", (event) -> {
			this.log.add("work");
			return busy;
		});
		ScriptedDistributor distributor = this.fleet.startWith("a");
		distributor.event(CHAT, "a", 1, -1, "[\"work\"]");
		await().until(() -> this.log.contains("work"));
		IntStream.range(0, 3_000).forEach((i) -> {
			changed(distributor, 1, List.of("r" + i), List.of());
			changed(distributor, 1, List.of(), List.of("r" + i));
		});
		changed(distributor, 1, List.of("last"), List.of());
		await().until(() -> socket().rooms().contains("last"));
		busy.complete(null);
		await().until(() -> this.log.contains("a joins last"));
		assertThat(this.log).containsExactly("connection a", "work", "a joins last");
		assertThat(socket().isConnected()).isTrue();
	}

	@Test
	void goesOnWhenAListenerFails() {
		this.fleet.chat().onJoin((socket, room) -> {
			throw new IllegalStateException("no");
		});
		listen();
		ScriptedDistributor distributor = this.fleet.startWith("a");
		changed(distributor, 1, List.of("r"), List.of());
		await().until(() -> this.log.contains("a joins r"));
	}

	private Socket socket() {
		return this.fleet.chat().socket("a").orElseThrow();
	}

	private static void changed(ScriptedDistributor distributor, long adoption, List<String> joined,
			List<String> left) {
		distributor.send(new RoomsChanged(CHAT, "a", adoption, joined, left));
	}

}
