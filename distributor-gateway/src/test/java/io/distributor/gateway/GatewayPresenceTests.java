package io.distributor.gateway;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.distributor.link.message.AcceptSocket;
import io.distributor.link.message.CountSockets;
import io.distributor.link.message.FetchAnswer;
import io.distributor.link.message.FetchRooms;
import io.distributor.link.message.FetchSockets;
import io.distributor.link.message.JoinRooms;
import io.distributor.link.message.RequestDone;
import io.distributor.link.message.RoomSize;
import io.distributor.link.message.RoomsAnswer;
import io.distributor.link.message.Selection;
import io.distributor.link.message.SetSocketData;
import io.distributor.link.message.SocketDetails;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Any backend may ask who is there.
 */
class GatewayPresenceTests {

	private static final int LARGE = 1_000_000;

	private static final Selection ROOM = new Selection(Set.of("r"), Set.of());

	private final GatewayFixture fixture = new GatewayFixture().withBackend();

	private final TestLink link = this.fixture.link;

	@AfterEach
	void close() {
		this.fixture.close();
	}

	@Test
	void describesSocketsInTheOrderOfTheirIds() {
		join("b", "ann");
		join("a", null);
		this.fixture.connect("/chat", "connecting");
		this.fixture.receive("chat-1", new JoinRooms("/chat", Selection.socket("b"), List.of("r"), 0));
		this.fixture.receive("chat-1", new SetSocketData("/chat", "b", 1, bytes("{\"n\":1}")));
		fetch(Selection.ALL, null, LARGE, LARGE);
		FetchAnswer answer = onlyAnswer();
		assertThat(ids(answer)).containsExactly("a", "b");
		assertThat(answer.last()).isTrue();
		assertThat(answer.more()).isFalse();
		SocketDetails details = answer.sockets().get(1);
		assertThat(details.rooms()).containsExactlyInAnyOrder("b", "r");
		assertThat(details.data()).asString().isEqualTo("{\"n\":1}");
		assertThat(details.auth()).asString().isEqualTo("{\"token\":\"x\"}");
		assertThat(details.user()).isEqualTo("ann");
		assertThat(details.home()).isEqualTo("chat-1");
		assertThat(details.handshake().address()).isEqualTo("192.0.2.1");
		assertThat(answer.sockets().get(0).user()).isNull();
	}

	@Test
	void describesTheSelectedSocketsOfOnePage() {
		List.of("a", "b", "c", "d", "e").forEach((id) -> join(id, null));
		List.of("a", "b", "d", "e")
			.forEach((id) -> this.fixture.receive("chat-1",
					new JoinRooms("/chat", Selection.socket(id), List.of("r"), 0)));
		fetch(ROOM, "a", 2, LARGE);
		assertThat(ids(onlyAnswer())).containsExactly("b", "d");
		assertThat(onlyAnswer().more()).isTrue();
	}

	@Test
	void sendsManySocketsInSeveralMessagesOfBoundedSize() {
		joinMany(250);
		fetch(Selection.ALL, null, LARGE, LARGE);
		List<FetchAnswer> answers = answers();
		assertThat(answers).hasSizeGreaterThan(2);
		assertThat(answers.subList(0, answers.size() - 1)).noneMatch(FetchAnswer::last).noneMatch(FetchAnswer::more);
		assertThat(answers.get(answers.size() - 1).last()).isTrue();
		assertThat(answers.get(answers.size() - 1).more()).isFalse();
		assertThat(answers.stream().flatMap((answer) -> ids(answer).stream()).toList()).hasSize(250).isSorted();
	}

	@Test
	void stopsAtTheSizeThatWasAskedFor() {
		joinMany(20);
		fetch(Selection.ALL, null, LARGE, 2_000);
		List<String> first = ids(onlyAnswer());
		assertThat(first).hasSizeBetween(2, 15);
		assertThat(onlyAnswer().more()).isTrue();
		this.link.sent.clear();
		fetch(Selection.ALL, first.get(first.size() - 1), LARGE, 1);
		assertThat(ids(onlyAnswer())).containsExactly(String.format("s%03d", first.size()));
	}

	@Test
	void endsEarlyWhenTheLinkIsFull() {
		joinMany(150);
		this.link.overloaded = true;
		fetch(Selection.ALL, null, LARGE, LARGE);
		this.link.overloaded = false;
		count(Selection.socket("nobody"), 8);
		assertThat(answers()).containsExactly(new FetchAnswer(7, List.of(), true, true));
	}

	@Test
	void boundsTheFetchesAtWork() {
		join("a", null);
		this.fixture.server.whileBusy(() -> {
			for (int i = 0; i < 65; i++) {
				this.link.receive("chat-1", new FetchSockets("/chat", Selection.ALL, null, LARGE, LARGE, 7));
			}
		});
		assertThat(answers()).hasSize(65).filteredOn(FetchAnswer::more).singleElement().satisfies((answer) -> {
			assertThat(answer.sockets()).isEmpty();
			assertThat(answer.last()).isTrue();
		});
		assertThat(this.fixture.statistics().refusedFetches()).isOne();
		fetch(Selection.ALL, null, LARGE, LARGE);
		assertThat(answers()).hasSize(66);
		assertThat(this.fixture.statistics().refusedFetches()).isOne();
	}

	@Test
	void countsSelectedSockets() {
		List.of("a", "b", "c").forEach((id) -> join(id, null));
		this.fixture.receive("chat-1", new JoinRooms("/chat", Selection.socket("b"), List.of("r"), 0));
		count(Selection.ALL, 1);
		count(ROOM, 2);
		this.fixture.receive("chat-1", new CountSockets("/empty", Selection.ALL, 3));
		assertThat(this.link.sentTo("chat-1", RequestDone.class)).containsExactlyInAnyOrder(new RequestDone(1, 3),
				new RequestDone(2, 1), new RequestDone(3, 0));
	}

	@Test
	void listsRooms() {
		List.of("a", "b").forEach((id) -> join(id, "ann"));
		this.fixture.receive("chat-1", new JoinRooms("/chat", Selection.ALL, List.of("r", "s", "t"), 0));
		this.fixture.receive("chat-1", new JoinRooms("/chat", Selection.socket("a"), List.of("u"), 0));
		this.fixture.receive("chat-1", new FetchRooms("/chat", null, 3, 1));
		this.fixture.receive("chat-1", new FetchRooms("/chat", "s", 3, 2));
		this.fixture.receive("chat-1", new FetchRooms("/empty", null, 3, 3));
		assertThat(this.link.sentTo("chat-1", RoomsAnswer.class)).containsExactlyInAnyOrder(
				new RoomsAnswer(1, List.of(new RoomSize("r", 2), new RoomSize("s", 2), new RoomSize("t", 2)), true),
				new RoomsAnswer(2, List.of(new RoomSize("t", 2), new RoomSize("u", 1)), false),
				new RoomsAnswer(3, List.of(), false));
	}

	@Test
	void listsNoMoreRoomsThanFitIntoOneMessage() {
		join("a", null);
		String name = "n".repeat(40_000);
		this.fixture.receive("chat-1", new JoinRooms("/chat", Selection.ALL, List.of(name, name + "x"), 0));
		this.fixture.receive("chat-1", new FetchRooms("/chat", null, 3, 1));
		assertThat(this.link.sentTo("chat-1", RoomsAnswer.class))
			.containsExactly(new RoomsAnswer(1, List.of(new RoomSize(name, 1)), true));
	}

	private void joinMany(int count) {
		IntStream.range(0, count).forEach((i) -> {
			String id = String.format("s%03d", i);
			join(id, null);
			this.link.receive("chat-1", new SetSocketData("/chat", id, 1, new byte[100]));
			this.link.receive("chat-1",
					new JoinRooms("/chat", Selection.socket(id), List.of("room".repeat(100) + i), 0));
		});
		this.fixture.settle();
	}

	private void join(String id, @Nullable String user) {
		this.fixture.connect("/chat", id);
		this.fixture.receive("chat-1", new AcceptSocket("/chat", id, 1, user));
	}

	private void fetch(Selection selection, @Nullable String after, int limit, int bytes) {
		this.fixture.receive("chat-1", new FetchSockets("/chat", selection, after, limit, bytes, 7));
		this.fixture.settle();
	}

	private void count(Selection selection, long requestId) {
		this.fixture.receive("chat-1", new CountSockets("/chat", selection, requestId));
	}

	private List<FetchAnswer> answers() {
		return this.link.sentTo("chat-1", FetchAnswer.class);
	}

	private FetchAnswer onlyAnswer() {
		assertThat(answers()).hasSize(1);
		return answers().get(0);
	}

	private static List<String> ids(FetchAnswer answer) {
		return answer.sockets().stream().map(SocketDetails::id).collect(Collectors.toList());
	}

	private static byte[] bytes(String json) {
		return json.getBytes(StandardCharsets.UTF_8);
	}

}
