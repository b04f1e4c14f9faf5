package io.distributor.gateway;

import java.time.Duration;
import java.util.Set;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.distributor.link.message.AcceptSocket;
import io.distributor.link.message.RefuseSocket;
import io.distributor.link.message.SocketConnect;
import io.distributor.link.message.SocketDisconnect;

import static org.assertj.core.api.Assertions.assertThat;

class GatewayAdmissionTests {

	private GatewayFixture fixture = new GatewayFixture();

	private TestLink link = this.fixture.link;

	@AfterEach
	void close() {
		this.fixture.close();
	}

	private void use(GatewayOptions options) {
		this.fixture.close();
		this.fixture = new GatewayFixture(options);
		this.link = this.fixture.link;
	}

	@Test
	void asksTheHomeAndAcceptsWhenItAccepts() {
		this.fixture.withBackend();
		TestClient client = this.fixture.connect("/chat", "a");
		assertThat(client.accepted).isFalse();
		assertThat(this.fixture.statistics().connecting()).isOne();
		SocketConnect request = this.link.sentTo("chat-1", SocketConnect.class).get(0);
		assertThat(request.adoption()).isOne();
		assertThat(request.auth()).asString().isEqualTo("{\"token\":\"x\"}");
		assertThat(request.handshake().address()).isEqualTo("192.0.2.1");
		assertThat(request.handshake().transport()).isEqualTo("websocket");
		this.link.receive("chat-1", new AcceptSocket("/chat", "a", 1));
		this.fixture.settle();
		assertThat(client.accepted).isTrue();
		assertThat(this.fixture.statistics().sockets()).isOne();
		assertThat(this.fixture.statistics().connecting()).isZero();
	}

	@Test
	void refusesWhenTheHomeRefuses() {
		this.fixture.withBackend();
		TestClient client = this.fixture.connect("/chat", "a");
		this.link.receive("chat-1", new RefuseSocket("/chat", "a", 1, "not you", null));
		this.fixture.settle();
		assertThat(client.refusal).isEqualTo("not you");
		assertThat(this.link.sent(SocketDisconnect.class)).isEmpty();
		assertThat(this.link.listening).isEmpty();
		assertThat(this.fixture.statistics().connectsRefused()).isOne();
		assertThat(this.fixture.statistics().connectsRefused(ConnectRefusal.BACKEND)).isOne();
	}

	@Test
	void ignoresAnAnswerFromAnotherBackendOrOfThePast() {
		this.fixture.withBackend();
		TestClient client = this.fixture.connect("/chat", "a");
		this.link.receive("chat-2", new AcceptSocket("/chat", "a", 1));
		this.link.receive("chat-1", new AcceptSocket("/chat", "a", 2));
		this.link.receive("chat-1", new RefuseSocket("/chat", "a", 0, "no", null));
		this.fixture.settle();
		assertThat(client.accepted).isFalse();
		assertThat(client.refusal).isNull();
		assertThat(this.fixture.statistics().ignoredMessages()).isEqualTo(3);
	}

	@Test
	void refusesAnUnknownNamespaceAtOnce() {
		this.fixture.withBackend();
		assertThat(this.fixture.connect("/nothing", "a").refusal).isEqualTo("Invalid namespace");
		assertThat(this.link.calls).containsExactly("open");
	}

	@Test
	void refusesNobodyBeforeItKnowsABackend() {
		this.link.listener().onUp();
		TestClient client = this.fixture.connect("/chat", "a");
		TestClient other = this.fixture.connect("/nothing", "b");
		assertThat(client.refusal).isNull();
		this.link.announceBackend("chat-1", "/chat");
		this.fixture.settle();
		assertThat(this.link.sentTo("chat-1", SocketConnect.class)).hasSize(1);
		assertThat(other.refusal).isEqualTo("Invalid namespace");
	}

	@Test
	void refusesWhatIsNotOnTheAllowList() {
		use(GatewayFixture.OPTIONS.withNamespaces(Set.of("/game")));
		this.fixture.withBackend();
		assertThat(this.fixture.connect("/chat", "a").refusal).isEqualTo("Invalid namespace");
	}

	@Test
	void waitsForTheBackendOfANamespaceOnTheAllowList() {
		use(GatewayFixture.OPTIONS.withNamespaces(Set.of("/chat")));
		this.link.listener().onUp();
		TestClient client = this.fixture.connect("/chat", "a");
		assertThat(client.refusal).isNull();
		assertThat(this.fixture.statistics().waitingConnects()).isOne();
		this.link.announceBackend("chat-1", "/chat");
		this.fixture.settle();
		assertThat(this.link.sentTo("chat-1", SocketConnect.class)).hasSize(1);
		assertThat(this.fixture.statistics().waitingConnects()).isZero();
	}

	@Test
	void waitsUntilTheLinkKnowsEverybody() {
		TestClient known = this.fixture.connect("/chat", "a");
		TestClient unknown = this.fixture.connect("/nothing", "b");
		this.link.announceBackend("chat-1", "/chat");
		this.fixture.settle();
		assertThat(this.fixture.statistics().waitingConnects()).isEqualTo(2);
		this.link.listener().onUp();
		this.fixture.settle();
		assertThat(this.link.sentTo("chat-1", SocketConnect.class)).hasSize(1);
		assertThat(known.refusal).isNull();
		assertThat(unknown.refusal).isEqualTo("Invalid namespace");
	}

	@Test
	void waitsWhileTheLinkIsDown() {
		this.fixture.withBackend();
		this.link.listener().onDown();
		this.fixture.connect("/chat", "a");
		assertThat(this.link.sent).isEmpty();
		this.link.listener().onUp();
		this.fixture.settle();
		assertThat(this.link.sentTo("chat-1", SocketConnect.class)).hasSize(1);
	}

	@Test
	void waitsForTheReturnOfABackend() {
		this.fixture.withBackend();
		this.link.removeBackend("chat-1", "/chat");
		TestClient client = this.fixture.connect("/chat", "a");
		assertThat(client.refusal).isNull();
		this.link.announceBackend("chat-2", "/chat");
		this.fixture.settle();
		assertThat(this.link.sentTo("chat-2", SocketConnect.class)).hasSize(1);
	}

	@Test
	void refusesWhenNoBackendComesInTime() {
		use(GatewayFixture.OPTIONS.withBackendWait(Duration.ofMillis(50)));
		this.fixture.withBackend();
		this.link.removeBackend("chat-1", "/chat");
		TestClient client = this.fixture.connect("/chat", "a");
		Awaitility.await().untilAsserted(() -> assertThat(client.refusal).isEqualTo("No backend for namespace /chat"));
		assertThat(this.fixture.statistics().connectsTimedOut()).isOne();
		assertThat(this.fixture.statistics().connectsRefused(ConnectRefusal.NO_BACKEND)).isOne();
		assertThat(this.fixture.statistics().waitingConnects()).isZero();
	}

	@Test
	void refusesWhenTheHomeDoesNotAnswerAndTellsIt() {
		use(GatewayFixture.OPTIONS.withBackendWait(Duration.ofMillis(50)));
		this.fixture.withBackend();
		TestClient client = this.fixture.connect("/chat", "a");
		Awaitility.await()
			.untilAsserted(() -> assertThat(client.refusal).isEqualTo("No answer from the backend of namespace /chat"));
		assertThat(this.link.sentTo("chat-1", SocketDisconnect.class)).hasSize(1);
	}

	@Test
	void letsOnlySoManyWait() {
		this.fixture.connect("/chat", "a");
		this.fixture.connect("/chat", "b");
		assertThat(this.fixture.connect("/chat", "c").refusal).isEqualTo("No backend for namespace /chat");
		assertThat(this.fixture.statistics().waitingConnects()).isEqualTo(2);
	}

	@Test
	void asksAnotherHomeWhenTheFirstGoesBeforeItAnswers() {
		this.fixture.withBackend();
		TestClient client = this.fixture.connect("/chat", "a");
		this.link.removeBackend("chat-1", "/chat");
		this.link.announceBackend("chat-2", "/chat");
		this.fixture.settle();
		assertThat(this.link.sentTo("chat-2", SocketConnect.class)).singleElement()
			.extracting(SocketConnect::adoption)
			.isEqualTo(2L);
		assertThat(this.link.sent(SocketDisconnect.class)).isEmpty();
		this.link.receive("chat-2", new AcceptSocket("/chat", "a", 2));
		this.fixture.settle();
		assertThat(client.accepted).isTrue();
	}

	@Test
	void givesNoNewHomesAtABackendThatDrains() {
		this.fixture.withBackend();
		this.link.drainBackend("chat-1", "/chat");
		TestClient client = this.fixture.connect("/chat", "a");
		assertThat(this.link.sent).isEmpty();
		assertThat(client.refusal).isNull();
		this.link.announceBackend("chat-2", "/chat");
		this.fixture.settle();
		assertThat(this.link.sentTo("chat-2", SocketConnect.class)).hasSize(1);
	}

	@Test
	void hearsBroadcastsBeforeItAsksAndAsLongAsThereAreSockets() {
		this.fixture.withBackend();
		TestClient first = this.fixture.join("a");
		TestClient second = this.fixture.join("b");
		assertThat(this.link.calls).containsExactly("open", "listen /chat");
		this.fixture.leave(first);
		assertThat(this.link.listening).containsExactly("/chat");
		this.fixture.leave(second);
		Awaitility.await()
			.untilAsserted(() -> assertThat(this.link.calls).containsExactly("open", "listen /chat", "unlisten /chat"));
	}

	@Test
	void keepsHearingBroadcastsForAWhile() {
		use(GatewayFixture.OPTIONS.toBuilder().namespaceLinger(Duration.ofMillis(100)).build());
		this.fixture.withBackend();
		this.fixture.leave(this.fixture.join("a"));
		assertThat(this.link.listening).containsExactly("/chat");
		Awaitility.await().untilAsserted(() -> assertThat(this.link.listening).isEmpty());
	}

}
