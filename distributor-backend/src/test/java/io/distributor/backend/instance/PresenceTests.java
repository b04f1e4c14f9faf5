package io.distributor.backend.instance;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import io.distributor.backend.Arguments;
import io.distributor.backend.FetchedRooms;
import io.distributor.backend.FetchedSockets;
import io.distributor.backend.RemoteSocket;
import io.distributor.backend.RequestResult;
import io.distributor.link.message.CountSockets;
import io.distributor.link.message.DisconnectSockets;
import io.distributor.link.message.EmitToSocket;
import io.distributor.link.message.FetchAnswer;
import io.distributor.link.message.FetchRooms;
import io.distributor.link.message.FetchSockets;
import io.distributor.link.message.JoinRooms;
import io.distributor.link.message.LeaveRooms;
import io.distributor.link.message.RoomSize;
import io.distributor.link.message.RoomsAnswer;
import io.distributor.link.message.Selection;
import io.distributor.link.message.SocketDetails;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static io.distributor.backend.instance.BackendExtension.CHAT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class PresenceTests {

	private static final Duration SOON = Duration.ofSeconds(5);

	@RegisterExtension
	private final BackendExtension fleet = new BackendExtension(
			(options) -> options.requestTimeout(Duration.ofMillis(800)).maxFetchBytes(20_000));

	@Test
	void countsOnAllDistributors() {
		ScriptedDistributor first = this.fleet.start();
		this.fleet.distributor("second");
		assertThat(this.fleet.chat().in("r").except("s").count()).succeedsWithin(SOON)
			.isEqualTo(new RequestResult(2, Set.of()));
		CountSockets count = first.await(CountSockets.class);
		assertThat(count.namespace()).isEqualTo(CHAT);
		assertThat(count.selection()).isEqualTo(new Selection(Set.of("r"), Set.of("s")));
		ScriptedDistributor silent = this.fleet.distributor("silent").answerNoRequests();
		assertThat(this.fleet.chat().count()).succeedsWithin(SOON)
			.isEqualTo(new RequestResult(2, Set.of("silent (" + silent.id() + ")")));
	}

	@Test
	void fetchesTheSocketsOfAllDistributorsInTheOrderOfTheirIds() {
		ScriptedDistributor first = this.fleet.start();
		ScriptedDistributor second = this.fleet.distributor("second");
		CompletableFuture<FetchedSockets> fetch = this.fleet.chat().in("r").fetchSockets().toCompletableFuture();
		long id = request(first).requestId();
		assertThat(request(first).selection().rooms()).containsExactly("r");
		assertThat(request(first).after()).isNull();
		assertThat(request(first).bytes()).isEqualTo(10_000);
		request(second);
		second.send(new FetchAnswer(id, List.of(plain("b"), plain("d")), true, false));
		first.send(new FetchAnswer(id, List.of(plain("a")), false, false));
		assertThat(fetch).isNotDone();
		first.send(new FetchAnswer(id, List.of(plain("c")), true, false));
		assertThat(fetch).succeedsWithin(SOON).satisfies((fetched) -> {
			assertThat(ids(fetched)).containsExactly("a", "b", "c", "d");
			assertThat(fetched.isComplete()).isTrue();
		});
		assertThat(this.fleet.backend.statistics().requestsPending()).isZero();
		assertThat(this.fleet.backend.statistics().fetchedBytesHeld()).isZero();
	}

	@Test
	void knowsWhatTheDistributorSaysOfASocket() {
		ScriptedDistributor distributor = this.fleet.start();
		RemoteSocket socket = fetchOne(distributor,
				new SocketDetails("a", ScriptedDistributor.HANDSHAKE, ScriptedDistributor.bytes("{\"token\":\"t\"}"),
						List.of("a", "r"), ScriptedDistributor.bytes("{\"n\":1,\"s\":\"x\"}"), "ann", "backend-7"));
		assertThat(socket.handshake().address()).isEqualTo("192.0.2.1");
		assertThat(socket.handshake().auth(Map.class)).isEqualTo(Map.of("token", "t"));
		assertThat(socket.rooms()).containsExactly("a", "r");
		assertThat(socket.data().names()).containsExactlyInAnyOrder("n", "s");
		assertThat(socket.data().get("n", int.class)).isEqualTo(1);
		assertThat(socket.data().get("unknown", String.class)).isNull();
		assertThat(socket.user()).isEqualTo("ann");
		assertThat(socket.home()).isEqualTo("backend-7");
	}

	@Test
	void reachesAFetchedSocketByItsDistributorOnly() {
		ScriptedDistributor distributor = this.fleet.start();
		RemoteSocket socket = fetchOne(distributor, plain("a"));
		ScriptedDistributor other = this.fleet.distributor("other");
		assertThat(socket.data().names()).isEmpty();
		assertThat(socket.home()).isNull();
		socket.emit("hi", 1);
		assertThat(distributor.await(EmitToSocket.class).socketId()).isEqualTo("a");
		CompletableFuture<Arguments> answer = socket.emitWithAck("ask").toCompletableFuture();
		long ackId = distributor.await(EmitToSocket.class, (emit) -> emit.ackId() >= 0).ackId();
		distributor.answer(CHAT, "a", ackId, "[\"yes\"]");
		assertThat(answer).succeedsWithin(SOON)
			.satisfies((arguments) -> assertThat(arguments.get(0, String.class)).isEqualTo("yes"));
		assertThat(socket.join("r")).succeedsWithin(SOON).isEqualTo(new RequestResult(1, Set.of()));
		assertThat(socket.leave("r")).succeedsWithin(SOON).isEqualTo(new RequestResult(1, Set.of()));
		socket.disconnect(true);
		assertThat(distributor.await(JoinRooms.class).selection()).isEqualTo(Selection.socket("a"));
		assertThat(distributor.await(LeaveRooms.class).selection()).isEqualTo(Selection.socket("a"));
		assertThat(distributor.await(DisconnectSockets.class).closeConnection()).isTrue();
		assertThatIllegalArgumentException().isThrownBy(() -> socket.join("\u0000user:ann"));
		assertThatIllegalArgumentException().isThrownBy(() -> socket.emit("disconnect"));
		assertThat(other.received()).isEmpty();
	}

	@Test
	void goesOnAfterTheLastSocketOfAPage() {
		ScriptedDistributor first = this.fleet.start();
		ScriptedDistributor second = this.fleet.distributor("second");
		CompletableFuture<FetchedSockets> fetch = this.fleet.chat().fetchSockets(3, "0").toCompletableFuture();
		long id = request(first).requestId();
		assertThat(request(first).limit()).isEqualTo(3);
		assertThat(request(first).after()).isEqualTo("0");
		request(second);
		first.send(new FetchAnswer(id, List.of(plain("a"), plain("b"), plain("e")), true, true));
		second.send(new FetchAnswer(id, List.of(plain("c"), plain("d")), true, false));
		assertThat(fetch).succeedsWithin(SOON).satisfies((fetched) -> {
			assertThat(ids(fetched)).containsExactly("a", "b", "c");
			assertThat(fetched.next()).isEqualTo("c");
			assertThat(fetched.isTruncated()).isTrue();
			assertThat(fetched.isComplete()).isFalse();
		});
	}

	@Test
	void namesDistributorsThatSentNothingOrNotEverything() {
		ScriptedDistributor first = this.fleet.start();
		ScriptedDistributor second = this.fleet.distributor("second");
		CompletableFuture<FetchedSockets> fetch = this.fleet.chat().fetchSockets().toCompletableFuture();
		long id = request(first).requestId();
		first.send(new FetchAnswer(id, List.of(plain("a")), false, false));
		assertThat(fetch).succeedsWithin(SOON).satisfies((fetched) -> {
			assertThat(ids(fetched)).containsExactly("a");
			assertThat(fetched.silentDistributors()).containsExactlyInAnyOrder("edge (" + first.id() + ")",
					"second (" + second.id() + ")");
			assertThat(fetched.isTruncated()).isFalse();
			assertThat(fetched.isComplete()).isFalse();
		});
		assertThat(this.fleet.backend.statistics().requestsTimedOut()).isOne();
	}

	@Test
	void keepsNoMoreThanItsBudget() {
		ScriptedDistributor first = this.fleet.start();
		CompletableFuture<FetchedSockets> fetch = this.fleet.chat().fetchSockets().toCompletableFuture();
		long id = request(first).requestId();
		List<SocketDetails> many = IntStream.range(0, 10).mapToObj((i) -> large("s" + i)).toList();
		first.send(new FetchAnswer(id, many, false, false));
		first.send(new FetchAnswer(id, List.of(plain("t")), true, false));
		assertThat(fetch).succeedsWithin(SOON).satisfies((fetched) -> {
			assertThat(ids(fetched)).containsExactly("s0", "s1", "s2", "s3");
			assertThat(fetched.next()).isEqualTo("s3");
		});
		assertThat(this.fleet.backend.statistics().fetchesTruncated()).isOne();
		assertThat(this.fleet.backend.statistics().fetchedBytesHeld()).isZero();
	}

	@Test
	void addsUpTheSizesOfRooms() {
		ScriptedDistributor first = this.fleet.start();
		ScriptedDistributor second = this.fleet.distributor("second");
		CompletableFuture<FetchedRooms> fetch = this.fleet.chat().fetchRooms(2, "m").toCompletableFuture();
		FetchRooms request = first.await(FetchRooms.class);
		assertThat(request.after()).isEqualTo("m");
		assertThat(request.limit()).isEqualTo(2);
		second.await(FetchRooms.class);
		first.send(new RoomsAnswer(request.requestId(), List.of(new RoomSize("n", 1), new RoomSize("o", 2)), true));
		second.send(new RoomsAnswer(request.requestId(), List.of(new RoomSize("o", 5), new RoomSize("p", 1)), false));
		assertThat(fetch).succeedsWithin(SOON).satisfies((fetched) -> {
			assertThat(fetched.rooms()).containsExactly(Map.entry("n", 1L), Map.entry("o", 7L));
			assertThat(fetched.next()).isEqualTo("o");
			assertThat(fetched.isComplete()).isFalse();
		});
	}

	@Test
	void wantsALimitThatMakesSense() {
		this.fleet.start();
		assertThatIllegalArgumentException().isThrownBy(() -> this.fleet.chat().fetchSockets(0, null))
			.withMessage("limit: 0 (expected: >= 1)");
		assertThatIllegalArgumentException().isThrownBy(() -> this.fleet.chat().fetchRooms(10_001, null))
			.withMessage("limit: 10001 (expected: 1 to 10000)");
	}

	private RemoteSocket fetchOne(ScriptedDistributor distributor, SocketDetails details) {
		CompletableFuture<FetchedSockets> fetch = this.fleet.chat().fetchSockets().toCompletableFuture();
		distributor.send(new FetchAnswer(request(distributor).requestId(), List.of(details), true, false));
		assertThat(fetch).succeedsWithin(SOON);
		return fetch.join().sockets().get(0);
	}

	private static FetchSockets request(ScriptedDistributor distributor) {
		return distributor.await(FetchSockets.class);
	}

	private static SocketDetails plain(String id) {
		return new SocketDetails(id, ScriptedDistributor.HANDSHAKE, null, List.of(id), null, null, null);
	}

	private static SocketDetails large(String id) {
		return new SocketDetails(id, ScriptedDistributor.HANDSHAKE, null, List.of(id), new byte[4_500], null, null);
	}

	private static List<String> ids(FetchedSockets fetched) {
		return fetched.sockets().stream().map(RemoteSocket::id).toList();
	}

}
