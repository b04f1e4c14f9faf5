package io.distributor.gateway;

import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.distributor.link.message.AcceptSocket;
import io.distributor.link.message.JoinRooms;
import io.distributor.link.message.LeaveRooms;
import io.distributor.link.message.RequestDone;
import io.distributor.link.message.RoomsChanged;
import io.distributor.link.message.Selection;
import io.distributor.link.message.SetSocketData;
import io.distributor.link.message.SocketAdopt;
import io.distributor.link.message.SocketConnect;
import io.distributor.link.message.SocketReleased;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A home knows the rooms of its sockets, whoever moves them.
 */
class GatewayRoomsTests {

	private final GatewayFixture fixture = new GatewayFixture().withBackend();

	private final TestLink link = this.fixture.link;

	private final TestClient client = this.fixture.join("a");

	@AfterEach
	void close() {
		this.fixture.close();
	}

	@Test
	void tellsAHomeThatMovesItsSocketWhatThatChanged() {
		this.fixture.receive("chat-1", join("a", 1, "r", "s"));
		this.fixture.receive("chat-1", join("a", 2, "s", "t"));
		this.fixture.receive("chat-1", new LeaveRooms("/chat", Selection.socket("a"), List.of("r", "x"), 3));
		assertThat(this.link.sentTo("chat-1", RequestDone.class)).containsExactly(
				new RequestDone(1, 1, List.of("r", "s")), new RequestDone(2, 1, List.of("t")),
				new RequestDone(3, 1, List.of("r")));
		assertThat(this.link.sent(RoomsChanged.class)).isEmpty();
	}

	@Test
	void tellsTheHomeWhatOthersChangeBeforeTheyAreAnswered() {
		this.link.announceBackend("chat-2", "/other");
		this.fixture.receive("chat-2", join("a", 7, "r"));
		this.fixture.receive("chat-2", join("a", 8, "r"));
		this.fixture.receive("chat-2", new LeaveRooms("/chat", Selection.socket("a"), List.of("r"), 0));
		assertThat(this.link.sentTo("chat-1", RoomsChanged.class)).containsExactly(changed(1, List.of("r"), List.of()),
				changed(1, List.of(), List.of("r")));
		assertThat(this.link.sentTo("chat-2")).containsExactly(new RequestDone(7, 1), new RequestDone(8, 1));
		assertThat(this.link.sent.get(1).message()).isEqualTo(changed(1, List.of("r"), List.of()));
	}

	@Test
	void tellsHomesOfWhatChangesManySockets() {
		this.fixture.join("b");
		this.fixture.receive("chat-1", join("b", 0, "r"));
		this.fixture.receive("chat-1", new JoinRooms("/chat", Selection.ALL, List.of("r"), 9));
		assertThat(this.link.sentTo("chat-1", RoomsChanged.class)).containsExactly(
				new RoomsChanged("/chat", "b", 1, List.of("r"), List.of()), changed(1, List.of("r"), List.of()));
		assertThat(this.link.sentTo("chat-1")).endsWith(new RequestDone(9, 2));
	}

	@Test
	void tellsTheNextHomeWhatTheLastOneWasNotTold() {
		this.fixture.receive("chat-1", join("a", 1, "told", "left"));
		this.link.drainBackend("chat-1", "/chat");
		this.link.announceBackend("chat-2", "/other");
		this.fixture.settle();
		this.fixture.receive("chat-2", join("a", 2, "new", "passing"));
		this.fixture.receive("chat-2", new LeaveRooms("/chat", Selection.socket("a"), List.of("left", "passing"), 3));
		assertThat(this.link.sentTo("chat-1", RoomsChanged.class)).isEmpty();
		this.fixture.receive("chat-1", new SocketReleased("/chat", "a", 1, 0));
		this.fixture.receive("chat-2", join("a", 4, "newer"));
		this.link.announceBackend("chat-3", "/chat");
		this.fixture.settle();
		SocketAdopt adopt = this.link.sentTo("chat-3", SocketAdopt.class).get(0);
		assertThat(adopt.rooms()).containsExactlyInAnyOrder("a", "told", "new", "newer");
		assertThat(adopt.joined()).containsExactlyInAnyOrder("new", "newer");
		assertThat(adopt.left()).containsExactly("left");
		this.fixture.receive("chat-2", join("a", 5, "newest"));
		assertThat(this.link.sentTo("chat-3", RoomsChanged.class))
			.containsExactly(changed(2, List.of("newest"), List.of()));
	}

	@Test
	void tellsTheHomeAfterOneThatGaveTheSocketBack() {
		this.link.drainBackend("chat-1", "/chat");
		this.link.announceBackend("chat-2", "/chat");
		this.fixture.settle();
		this.fixture.receive("chat-2", join("a", 2, "r"));
		this.fixture.receive("chat-1", new SocketReleased("/chat", "a", 1, 0));
		assertThat(this.link.sentTo("chat-2", SocketAdopt.class)).singleElement()
			.satisfies((adopt) -> assertThat(adopt.joined()).containsExactly("r"));
		this.fixture.receive("chat-3", join("a", 2, "s"));
		this.fixture.receive("chat-2", new SocketReleased("/chat", "a", 2, 0, false));
		this.link.announceBackend("chat-3", "/chat");
		this.fixture.settle();
		assertThat(this.link.sentTo("chat-3", SocketAdopt.class)).singleElement().satisfies((adopt) -> {
			assertThat(adopt.rooms()).containsExactlyInAnyOrder("a", "r", "s");
			assertThat(adopt.joined()).containsExactlyInAnyOrder("r", "s");
		});
	}

	@Test
	void tellsTheNextHomeNothingElseAfterALoss() {
		this.fixture.receive("chat-1", join("a", 1, "r"));
		this.link.announceBackend("chat-2", "/chat");
		this.link.removeBackend("chat-1", "/chat");
		this.fixture.settle();
		SocketAdopt adopt = this.link.sentTo("chat-2", SocketAdopt.class).get(0);
		assertThat(adopt.rooms()).containsExactlyInAnyOrder("a", "r");
		assertThat(adopt.joined()).isEmpty();
		assertThat(adopt.left()).isEmpty();
	}

	@Test
	void forgetsWhatAHomeDidThatWentBeforeItAccepted() {
		TestClient connecting = this.fixture.connect("/chat", "b");
		this.fixture.receive("chat-1", join("b", 1, "r"));
		this.fixture.receive("chat-1", new SetSocketData("/chat", "b", 1, new byte[2]));
		this.link.announceBackend("chat-2", "/chat");
		this.link.removeBackend("chat-1", "/chat");
		this.fixture.settle();
		assertThat(this.link.sentTo("chat-2", SocketConnect.class)).hasSize(1);
		assertThat(connecting.isIn(Set.of("r"))).isFalse();
		assertThat(this.fixture.statistics().socketDataBytes()).isZero();
		this.fixture.receive("chat-2", new AcceptSocket("/chat", "b", 2));
		this.link.announceBackend("chat-3", "/chat");
		this.link.removeBackend("chat-2", "/chat");
		this.fixture.settle();
		assertThat(this.link.sentTo("chat-3", SocketAdopt.class)).filteredOn((adopt) -> adopt.socketId().equals("b"))
			.singleElement()
			.satisfies((adopt) -> {
				assertThat(adopt.rooms()).containsExactly("b");
				assertThat(adopt.data()).isNull();
			});
		assertThat(this.client.closed).isNull();
	}

	@Test
	void forgetsRoomsThatWereJoinedBeforeAHomeWasAsked() {
		this.link.announceBackend("chat-2", "/other");
		this.link.removeBackend("chat-1", "/chat");
		this.fixture.settle();
		TestClient waiting = this.fixture.connect("/chat", "b");
		this.fixture.receive("chat-2", new JoinRooms("/chat", Selection.ALL, List.of("r"), 0));
		assertThat(waiting.isIn(Set.of("r"))).isTrue();
		this.link.announceBackend("chat-3", "/chat");
		this.fixture.settle();
		assertThat(this.link.sentTo("chat-3", SocketConnect.class)).extracting(SocketConnect::socketId)
			.containsExactly("b");
		assertThat(waiting.isIn(Set.of("r"))).isFalse();
		this.fixture.receive("chat-2", new JoinRooms("/chat", Selection.ALL, List.of("s"), 0));
		assertThat(this.link.sentTo("chat-3", RoomsChanged.class)).extracting(RoomsChanged::socketId)
			.containsExactlyInAnyOrder("a", "b");
	}

	private static JoinRooms join(String id, long requestId, String... rooms) {
		return new JoinRooms("/chat", Selection.socket(id), List.of(rooms), requestId);
	}

	private static RoomsChanged changed(long adoption, List<String> joined, List<String> left) {
		return new RoomsChanged("/chat", "a", adoption, joined, left);
	}

}
