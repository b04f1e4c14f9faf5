package io.distributor.gateway;

import java.util.List;
import java.util.Set;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.distributor.link.message.AcceptSocket;
import io.distributor.link.message.DisconnectSockets;
import io.distributor.link.message.EmitToRooms;
import io.distributor.link.message.EmitToSocket;
import io.distributor.link.message.EventAnswer;
import io.distributor.link.message.JoinRooms;
import io.distributor.link.message.LeaveRooms;
import io.distributor.link.message.LinkMessage;
import io.distributor.link.message.Payload;
import io.distributor.link.message.RequestDone;
import io.distributor.link.message.Selection;
import io.distributor.link.message.SocketDisconnect;

import static org.assertj.core.api.Assertions.assertThat;

class GatewayBackendMessagesTests {

	private final GatewayFixture fixture = new GatewayFixture().withBackend();

	private final TestLink link = this.fixture.link;

	private final TestClient first = this.fixture.join("a");

	private final TestClient second = this.fixture.join("b");

	@AfterEach
	void close() {
		this.fixture.close();
	}

	@Test
	void sendsTheSamePacketToAllSelectedSockets() {
		this.link.receive("chat-1",
				new EmitToRooms("/chat", Selection.ALL, false, GatewayFixture.payload("[\"news\"]")));
		this.fixture.settle();
		assertThat(this.first.received).hasSize(1);
		assertThat(this.second.received).hasSize(1).first().isSameAs(this.first.received.get(0));
		assertThat(this.fixture.statistics().broadcasts()).isOne();
	}

	@Test
	void carriesOutWhatABackendSaysInItsOrder() {
		Selection room = new Selection(Set.of("r"), Set.of());
		this.fixture.server.whileBusy(() -> {
			receive(new JoinRooms("/chat", Selection.socket("a"), List.of("r"), 0));
			receive(new EmitToRooms("/chat", room, false, GatewayFixture.payload("[\"1\"]")));
			receive(new EmitToSocket("/chat", "a", Payload.NO_ACK, false, GatewayFixture.payload("[\"2\"]")));
			receive(new LeaveRooms("/chat", room, List.of("r"), 0));
			receive(new EmitToSocket("/chat", "a", 1, false, GatewayFixture.payload("[\"3\"]")));
			receive(new EmitToRooms("/chat", room, false, GatewayFixture.payload("[\"4\"]")));
		});
		assertThat(this.first.events).containsExactly("join [r]", "send", "send", "leave [r]", "send");
		assertThat(this.second.events).isEmpty();
	}

	@Test
	void keepsAnswersInOrderWithBroadcasts() {
		this.first.act((handler) -> handler.onEvent(GatewayFixture.arguments("[\"e\"]"), 3));
		this.fixture.settle();
		this.fixture.server.whileBusy(() -> {
			receive(new EventAnswer("/chat", "a", 1, 3, GatewayFixture.payload("[]")));
			receive(new EmitToRooms("/chat", Selection.ALL, false, GatewayFixture.payload("[\"1\"]")));
			receive(new EmitToSocket("/chat", "a", 9, false, GatewayFixture.payload("[\"2\"]")));
		});
		assertThat(this.second.received).hasSize(1);
		assertThat(this.first.received).hasSize(3).element(1).isSameAs(this.second.received.get(0));
	}

	@Test
	void reportsRequestsWhenAllSocketsAreDone() {
		this.link.receive("chat-1", new JoinRooms("/chat", Selection.ALL, List.of("r"), 11));
		this.link.receive("chat-1", new LeaveRooms("/chat", Selection.socket("a"), List.of("r"), 12));
		this.link.receive("chat-1", new JoinRooms("/empty", Selection.ALL, List.of("r"), 13));
		this.link.receive("chat-1", new JoinRooms("/chat", Selection.ALL, List.of("s"), 0));
		this.fixture.settle();
		assertThat(this.link.sentTo("chat-1", RequestDone.class)).containsExactlyInAnyOrder(new RequestDone(11, 2),
				new RequestDone(12, 1, List.of("r")), new RequestDone(13, 0));
	}

	@Test
	void holdsReportsTheLinkDidNotTakeInOrder() {
		this.link.overloaded = true;
		this.link.receive("chat-1", new LeaveRooms("/chat", Selection.ALL, List.of("r"), 11));
		this.link.receive("chat-1", new JoinRooms("/empty", Selection.ALL, List.of("r"), 12));
		this.fixture.settle();
		assertThat(this.fixture.statistics().heldMessages()).isEqualTo(2);
		this.link.overloaded = false;
		Awaitility.await()
			.untilAsserted(() -> assertThat(this.link.sent(RequestDone.class))
				.containsExactlyInAnyOrder(new RequestDone(11, 2), new RequestDone(12, 0)));
		assertThat(this.fixture.statistics().heldMessages()).isZero();
		assertThat(this.fixture.statistics().droppedReports()).isZero();
	}

	@Test
	void offersReportsAgainWhenAMessageArrives() {
		try (GatewayFixture empty = new GatewayFixture().withBackend()) {
			empty.link.overloaded = true;
			empty.link.receive("chat-1", new JoinRooms("/chat", Selection.ALL, List.of("r"), 11));
			empty.link.overloaded = false;
			empty.link.receive("chat-1", new JoinRooms("/chat", Selection.ALL, List.of("r"), 12));
			assertThat(empty.link.sent(RequestDone.class)).containsExactly(new RequestDone(11, 0),
					new RequestDone(12, 0));
		}
	}

	@Test
	void dropsReportsBeyondTheirLimit() {
		this.link.overloaded = true;
		for (int i = 0; i < 10_001; i++) {
			this.link.receive("chat-1", new JoinRooms("/empty", Selection.ALL, List.of("r"), 11));
		}
		assertThat(this.fixture.statistics().droppedReports()).isOne();
	}

	@Test
	void disconnectsSocketsAndTellsTheirHome() {
		this.link.receive("chat-1", new DisconnectSockets("/chat", Selection.socket("a"), false, 0));
		this.fixture.settle();
		assertThat(this.link.sentTo("chat-1", SocketDisconnect.class))
			.containsExactly(new SocketDisconnect("/chat", "a", 1, 1, "server namespace disconnect", null));
		assertThat(this.fixture.statistics().sockets()).isOne();
	}

	@Test
	void reachesASocketThatIsStillConnecting() {
		TestClient third = this.fixture.connect("/chat", "c");
		this.link.receive("chat-1", new JoinRooms("/chat", Selection.socket("c"), List.of("r"), 0));
		this.link.receive("chat-1",
				new EmitToSocket("/chat", "c", Payload.NO_ACK, false, GatewayFixture.payload("[\"hi\"]")));
		this.link.receive("chat-1", new AcceptSocket("/chat", "c", 1));
		this.fixture.settle();
		assertThat(third.events).containsExactly("join [r]", "send");
	}

	private void receive(LinkMessage message) {
		this.link.receive("chat-1", message);
	}

	@Test
	void countsWhatIsForSocketsThatAreGone() {
		this.link.receive("chat-1",
				new EmitToSocket("/chat", "gone", Payload.NO_ACK, false, GatewayFixture.payload("[\"hi\"]")));
		this.link.receive("chat-1", new AcceptSocket("/nothing", "gone", 1));
		assertThat(this.fixture.statistics().ignoredMessages()).isEqualTo(2);
	}

}
