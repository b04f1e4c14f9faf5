package io.distributor.backend.instance;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

import io.distributor.backend.BackendOverloadedException;
import io.distributor.backend.RequestResult;
import io.distributor.backend.Socket;
import io.distributor.backend.SocketDisconnectedException;
import io.distributor.backend.statistics.BackendLimit;
import io.distributor.link.message.DisconnectSockets;
import io.distributor.link.message.JoinRooms;
import io.distributor.link.message.LeaveRooms;
import io.distributor.link.message.Selection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static io.distributor.backend.instance.BackendExtension.CHAT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class RequestTests {

	private static final Duration SOON = Duration.ofSeconds(5);

	@RegisterExtension
	private final BackendExtension fleet = new BackendExtension(
			(options) -> options.requestTimeout(Duration.ofMillis(400)).maxRequests(2));

	@Test
	void joinsAndLeavesRooms() {
		ScriptedDistributor distributor = this.fleet.startWith("a");
		ScriptedDistributor other = this.fleet.distributor("other");
		Socket socket = this.fleet.chat().socket("a").orElseThrow();
		assertThat(socket.join("r1", "r2")).succeedsWithin(SOON);
		assertThat(socket.rooms()).containsExactly("a", "r1", "r2");
		assertThat(socket.leave("r1")).succeedsWithin(SOON);
		assertThat(socket.rooms()).containsExactly("a", "r2");
		JoinRooms join = distributor.await(JoinRooms.class);
		assertThat(join.namespace()).isEqualTo(CHAT);
		assertThat(join.selection()).isEqualTo(Selection.socket("a"));
		assertThat(join.rooms()).containsExactly("r1", "r2");
		assertThat(distributor.await(LeaveRooms.class).rooms()).containsExactly("r1");
		assertThat(other.received()).isEmpty();
	}

	@Test
	void asksEveryDistributorAboutSelectedSockets() {
		ScriptedDistributor first = this.fleet.startWith("a", "b");
		ScriptedDistributor second = this.fleet.distributor("second");
		assertThat(this.fleet.chat().to("a").socketsJoin("r")).succeedsWithin(SOON);
		assertThat(this.fleet.chat().to("r").socketsLeave("s")).succeedsWithin(SOON);
		assertThat(this.fleet.chat().except("r").disconnectSockets(true)).succeedsWithin(SOON);
		for (ScriptedDistributor distributor : List.of(first, second)) {
			assertThat(distributor.await(JoinRooms.class).selection()).isEqualTo(Selection.socket("a"));
			assertThat(distributor.await(LeaveRooms.class).selection().rooms()).containsExactly("r");
			DisconnectSockets disconnect = distributor.await(DisconnectSockets.class);
			assertThat(disconnect.selection().except()).containsExactly("r");
			assertThat(disconnect.closeConnection()).isTrue();
		}
		assertThat(this.fleet.backend.statistics().requestsPending()).isZero();
	}

	@Test
	void reachesADistributorThatHearsNoBroadcasts() {
		this.fleet.start();
		ScriptedDistributor distributor = this.fleet.distributor("deaf");
		assertThat(this.fleet.chat().socketsJoin("r")).succeedsWithin(SOON);
		assertThat(distributor.received(JoinRooms.class)).hasSize(1);
	}

	@Test
	void saysHowManySocketsWereConcerned() {
		ScriptedDistributor first = this.fleet.startWith("a");
		this.fleet.distributor("second");
		assertThat(this.fleet.chat().socketsJoin("r")).succeedsWithin(SOON)
			.isEqualTo(new RequestResult(2, Set.of()))
			.satisfies((result) -> assertThat(result.isComplete()).isTrue());
		assertThat(this.fleet.chat().socket("a").orElseThrow().join("r")).succeedsWithin(SOON)
			.isEqualTo(new RequestResult(1, Set.of()));
		assertThat(first.received(JoinRooms.class)).hasSize(2);
	}

	@Test
	void namesTheDistributorsThatDidNotAnswer() {
		ScriptedDistributor answering = this.fleet.start();
		ScriptedDistributor silent = this.fleet.distributor("silent").answerNoRequests();
		assertThat(this.fleet.chat().socketsJoin("r")).succeedsWithin(SOON)
			.isEqualTo(new RequestResult(1, Set.of("silent (" + silent.id() + ")")))
			.satisfies((result) -> assertThat(result.isComplete()).isFalse());
		assertThat(answering.received(JoinRooms.class)).hasSize(1);
		assertThat(this.fleet.backend.statistics().requestsTimedOut()).isEqualTo(1);
		assertThat(this.fleet.backend.statistics().requestsPending()).isZero();
	}

	@Test
	void namesTheDistributorOfASocketThatDidNotAnswer() {
		ScriptedDistributor silent = this.fleet.startWith("a").answerNoRequests();
		assertThat(this.fleet.chat().socket("a").orElseThrow().join("r")).succeedsWithin(SOON)
			.isEqualTo(new RequestResult(0, Set.of("edge (" + silent.id() + ")")));
	}

	@Test
	void takesADistributorThatGoesForDone() {
		this.fleet.start();
		ScriptedDistributor silent = this.fleet.distributor("silent").answerNoRequests();
		CompletableFuture<RequestResult> request = this.fleet.chat().socketsJoin("r").toCompletableFuture();
		silent.await(JoinRooms.class);
		assertThat(request).isNotDone();
		silent.close();
		assertThat(request).succeedsWithin(SOON).isEqualTo(new RequestResult(1, Set.of()));
	}

	@Test
	void completesAtOnceWhenThereIsNoDistributor() {
		this.fleet.backend.start();
		assertThat(this.fleet.chat().socketsJoin("r")).succeedsWithin(SOON);
	}

	@Test
	void failsForASocketThatIsGone() {
		ScriptedDistributor distributor = this.fleet.startWith("a");
		Socket socket = this.fleet.chat().socket("a").orElseThrow();
		distributor.disconnect(CHAT, "a");
		await().until(() -> !socket.isConnected());
		assertThat(socket.join("r")).failsWithin(Duration.ZERO)
			.withThrowableThat()
			.havingCause()
			.isInstanceOf(SocketDisconnectedException.class);
		socket.emit("dropped");
		socket.disconnect();
	}

	@Test
	void boundsWhatIsAwaited() {
		ScriptedDistributor distributor = this.fleet.startWith("a").answerNoRequests();
		Socket socket = this.fleet.chat().socket("a").orElseThrow();
		socket.join("r1");
		socket.join("r2");
		assertThat(socket.join("r3")).failsWithin(Duration.ZERO)
			.withThrowableThat()
			.havingCause()
			.isInstanceOf(BackendOverloadedException.class);
		assertThat(this.fleet.backend.statistics().reached(BackendLimit.REQUESTS)).isOne();
		await().until(() -> this.fleet.backend.statistics().requestsPending() == 0);
		assertThat(distributor.received(JoinRooms.class)).hasSize(2);
	}

}
