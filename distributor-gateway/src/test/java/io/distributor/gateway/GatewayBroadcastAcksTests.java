package io.distributor.gateway;

import java.util.List;
import java.util.Set;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.distributor.engine.session.CloseReason;
import io.distributor.link.message.AskSockets;
import io.distributor.link.message.AskedSockets;
import io.distributor.link.message.BroadcastAnswer;
import io.distributor.link.message.EmitToSocket;
import io.distributor.link.message.JoinRooms;
import io.distributor.link.message.RefuseSocket;
import io.distributor.link.message.Selection;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A backend asks many sockets at once.
 */
class GatewayBroadcastAcksTests {

	private final GatewayFixture fixture = new GatewayFixture().withBackend();

	private final TestLink link = this.fixture.link;

	private final TestClient first = this.fixture.join("a");

	private final TestClient second = this.fixture.join("b");

	@AfterEach
	void close() {
		this.fixture.close();
	}

	@Test
	void asksEachSelectedSocketWithOnePacket() {
		ask(Selection.ALL, 21);
		assertThat(this.first.received).hasSize(1);
		assertThat(this.second.received).hasSize(1).first().isSameAs(this.first.received.get(0));
		assertThat(this.link.sentTo("chat-1", AskedSockets.class)).singleElement().satisfies((asked) -> {
			assertThat(asked.requestId()).isEqualTo(21);
			assertThat(asked.sockets()).containsExactlyInAnyOrder("a", "b");
		});
		assertThat(this.fixture.statistics().pendingAcks()).isEqualTo(2);
	}

	@Test
	void asksNobodyElse() {
		this.link.receive("chat-1", new JoinRooms("/chat", Selection.socket("b"), List.of("r"), 0));
		ask(new Selection(Set.of("r"), Set.of()), 21);
		assertThat(this.first.received).isEmpty();
		assertThat(this.link.sent(AskedSockets.class)).containsExactly(new AskedSockets(21, List.of("b")));
	}

	@Test
	void saysThatNobodyWasAskedInANamespaceWithoutSockets() {
		this.link.receive("chat-1", new AskSockets("/empty", Selection.ALL, 21, GatewayFixture.payload("[\"q\"]")));
		assertThat(this.link.sent(AskedSockets.class)).containsExactly(new AskedSockets(21, List.of()));
	}

	@Test
	void bringsEachAnswerOnce() {
		ask(Selection.ALL, 21);
		answer(this.first, 1, "[1]");
		answer(this.second, 1, "[2]");
		answer(this.second, 1, "[3]");
		assertThat(this.link.sentTo("chat-1", BroadcastAnswer.class)).containsExactly(
				new BroadcastAnswer(21, "a", GatewayFixture.payload("[1]")),
				new BroadcastAnswer(21, "b", GatewayFixture.payload("[2]")));
		assertThat(this.fixture.statistics().pendingAcks()).isZero();
	}

	@Test
	void saysThatAClientLeftWithoutAnAnswer() {
		ask(Selection.ALL, 21);
		answer(this.second, 1, "[2]");
		this.first.act((handler) -> handler.onDisconnect(CloseReason.TRANSPORT_CLOSE, null));
		this.second.act((handler) -> handler.onDisconnect(CloseReason.TRANSPORT_CLOSE, null));
		this.fixture.settle();
		assertThat(this.link.sent(BroadcastAnswer.class)).containsExactly(
				new BroadcastAnswer(21, "b", GatewayFixture.payload("[2]")), new BroadcastAnswer(21, "a", null));
	}

	@Test
	void saysThatAnAnswerIsNotWaitedForAnyMore() {
		ask(Selection.socket("a"), 21);
		this.link.receive("chat-1", new EmitToSocket("/chat", "a", 1, false, GatewayFixture.payload("[\"q\"]")));
		ask(Selection.socket("a"), 22);
		assertThat(this.link.sent(BroadcastAnswer.class)).containsExactly(new BroadcastAnswer(21, "a", null));
		this.link.receive("chat-1", new EmitToSocket("/chat", "a", 1, false, GatewayFixture.payload("[\"q\"]")));
		this.link.receive("chat-1", new EmitToSocket("/chat", "a", 1, false, GatewayFixture.payload("[\"q\"]")));
		this.fixture.settle();
		assertThat(this.link.sent(BroadcastAnswer.class)).endsWith(new BroadcastAnswer(22, "a", null));
		assertThat(this.fixture.statistics().pendingAcks()).isEqualTo(2);
	}

	@Test
	void asksWhoIsConnectingAndSaysWhenItIsRefused() {
		this.fixture.connect("/chat", "c");
		ask(Selection.socket("c"), 21);
		assertThat(this.link.sent(AskedSockets.class)).containsExactly(new AskedSockets(21, List.of("c")));
		this.fixture.receive("chat-1", new RefuseSocket("/chat", "c", 1, "no", null));
		assertThat(this.link.sent(BroadcastAnswer.class)).containsExactly(new BroadcastAnswer(21, "c", null));
	}

	@Test
	void losesNoReportWhenTheLinkIsOverloaded() {
		this.link.overloaded = true;
		ask(Selection.ALL, 21);
		answer(this.first, 1, "[1]");
		this.second.act((handler) -> handler.onDisconnect(CloseReason.TRANSPORT_CLOSE, null));
		this.fixture.settle();
		this.link.overloaded = false;
		Awaitility.await().untilAsserted(() -> {
			assertThat(this.link.sent(AskedSockets.class)).hasSize(1);
			assertThat(this.link.sent(BroadcastAnswer.class)).hasSize(2);
		});
	}

	private void ask(Selection selection, long requestId) {
		this.fixture.receive("chat-1",
				new AskSockets("/chat", selection, requestId, GatewayFixture.payload("[\"q\"]")));
	}

	private void answer(TestClient client, long wireId, String json) {
		client.act((handler) -> handler.onAck(wireId, GatewayFixture.arguments(json)));
		this.fixture.settle();
	}

}
