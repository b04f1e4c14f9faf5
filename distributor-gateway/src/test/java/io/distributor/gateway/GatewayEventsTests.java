package io.distributor.gateway;

import java.util.List;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.distributor.engine.namespace.SocketHandler;
import io.distributor.engine.session.CloseReason;
import io.distributor.link.message.EmitToSocket;
import io.distributor.link.message.EventAnswer;
import io.distributor.link.message.EventsHandled;
import io.distributor.link.message.SocketAnswer;
import io.distributor.link.message.SocketDisconnect;
import io.distributor.link.message.SocketEvent;

import static org.assertj.core.api.Assertions.assertThat;

class GatewayEventsTests {

	private final GatewayFixture fixture = new GatewayFixture().withBackend();

	private final TestLink link = this.fixture.link;

	private TestClient client = this.fixture.join("a");

	@BeforeEach
	void accepted() {
		assertThat(this.client.accepted).isTrue();
	}

	@AfterEach
	void close() {
		this.fixture.close();
	}

	@Test
	void numbersTheEventsOfASocketFromOne() {
		for (int i = 0; i < 3; i++) {
			this.fixture.emit(this.client, SocketHandler.NO_ACK);
		}
		assertThat(this.link.sentTo("chat-1", SocketEvent.class)).extracting(SocketEvent::number)
			.containsExactly(1L, 2L, 3L);
		assertThat(this.fixture.statistics().eventsIn()).isEqualTo(3);
	}

	@Test
	void answersTheAcknowledgementsTheClientAskedForAndNoOthers() {
		this.fixture.emit(this.client, 5);
		this.link.receive("chat-1", new EventAnswer("/chat", "a", 1, 6, GatewayFixture.payload("[]")));
		this.link.receive("chat-2", new EventAnswer("/chat", "a", 1, 5, GatewayFixture.payload("[]")));
		this.link.receive("chat-1", new EventAnswer("/chat", "a", 2, 5, GatewayFixture.payload("[]")));
		this.fixture.settle();
		assertThat(this.client.received).isEmpty();
		this.link.receive("chat-1", new EventAnswer("/chat", "a", 1, 5, GatewayFixture.payload("[]")));
		this.link.receive("chat-1", new EventAnswer("/chat", "a", 1, 5, GatewayFixture.payload("[]")));
		this.fixture.settle();
		assertThat(this.client.received).hasSize(1);
		assertThat(this.fixture.statistics().ignoredAcks()).isEqualTo(2);
		assertThat(this.fixture.statistics().ignoredMessages()).isEqualTo(2);
	}

	@Test
	void stopsReadingFromAClientWhoseHomeIsBehind() {
		for (int i = 0; i < 4; i++) {
			this.fixture.emit(this.client, SocketHandler.NO_ACK);
		}
		assertThat(this.client.pauses).hasValue(0);
		this.fixture.emit(this.client, SocketHandler.NO_ACK);
		assertThat(this.client.pauses).hasValue(1);
		assertThat(this.fixture.statistics().pausedSockets()).isOne();
		assertThat(this.link.sent(SocketEvent.class)).hasSize(4);
		this.link.receive("chat-1", new EventsHandled("/chat", "a", 1, 2));
		this.fixture.settle();
		assertThat(this.link.sent(SocketEvent.class)).hasSize(5);
		assertThat(this.client.pauses).hasValue(1);
		this.link.receive("chat-1", new EventsHandled("/chat", "a", 1, 3));
		this.fixture.settle();
		assertThat(this.client.pauses).hasValue(0);
		assertThat(this.fixture.statistics().pausedSockets()).isZero();
	}

	@Test
	void sendsWhatWaitsForTheHomeBeforeItSaysThatTheSocketIsGone() {
		leaveWithSixEvents();
		assertThat(this.link.sent(SocketEvent.class)).hasSize(4);
		assertThat(this.link.sent(SocketDisconnect.class)).isEmpty();
		assertThat(this.fixture.statistics().sockets()).isZero();
		assertThat(this.client.pauses).hasValue(0);
		this.link.receive("chat-1", new EventsHandled("/chat", "a", 1, 1));
		this.link.receive("chat-1", new EventsHandled("/chat", "a", 1, 3));
		this.fixture.settle();
		assertThat(this.link.sent(SocketEvent.class)).extracting(SocketEvent::number)
			.containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
		assertThat(this.link.sent(SocketDisconnect.class))
			.containsExactly(new SocketDisconnect("/chat", "a", 1, 7, "transport close", "left"));
		assertThat(this.fixture.statistics().heldMessages()).isZero();
		assertThat(this.fixture.statistics().departedSockets()).isOne();
		this.link.receive("chat-1", new EventsHandled("/chat", "a", 1, 7));
		this.fixture.settle();
		assertThat(this.fixture.statistics().departedSockets()).isZero();
		Awaitility.await().untilAsserted(() -> assertThat(this.link.listening).isEmpty());
	}

	private void leaveWithSixEvents() {
		for (int i = 0; i < 6; i++) {
			this.fixture.emit(this.client, SocketHandler.NO_ACK);
		}
		this.client.act((handler) -> handler.onDisconnect(CloseReason.TRANSPORT_CLOSE, "left"));
		this.fixture.settle();
	}

	@Test
	void doesNotBelieveAnotherBackendThatEventsAreHandled() {
		for (int i = 0; i < 5; i++) {
			this.fixture.emit(this.client, SocketHandler.NO_ACK);
		}
		this.link.receive("chat-2", new EventsHandled("/chat", "a", 1, 5));
		this.link.receive("chat-1", new EventsHandled("/chat", "a", 0, 5));
		this.fixture.settle();
		assertThat(this.client.pauses).hasValue(1);
	}

	@Test
	void losesNothingAndKeepsOrderWhenTheLinkIsOverloaded() {
		askClient(41);
		this.link.overloaded = true;
		this.fixture.emit(this.client, SocketHandler.NO_ACK);
		assertThat(this.client.pauses).hasValue(1);
		this.client.act((handler) -> handler.onAck(1, GatewayFixture.arguments("[]")));
		this.fixture.emit(this.client, SocketHandler.NO_ACK);
		this.client.act((handler) -> handler.onDisconnect(CloseReason.TRANSPORT_CLOSE, null));
		this.fixture.settle();
		assertThat(this.fixture.statistics().heldMessages()).isEqualTo(4);
		int before = this.link.sent.size();
		this.link.overloaded = false;
		Awaitility.await().untilAsserted(() -> assertThat(this.link.sent).hasSize(before + 4));
		assertThat(this.link.sent.subList(before, before + 4)).extracting((sent) -> sent.message().getClass())
			.isEqualTo(List.of(SocketEvent.class, SocketAnswer.class, SocketEvent.class, SocketDisconnect.class));
		Awaitility.await().untilAsserted(() -> assertThat(this.client.pauses).hasValue(0));
		assertThat(this.fixture.statistics().heldMessages()).isZero();
		assertThat(this.fixture.statistics().pausedSockets()).isZero();
	}

	@Test
	void bringsTheAnswerOfAClientToTheBackendThatAsked() {
		this.link.announceBackend("chat-2", "/chat");
		this.link.receive("chat-2", new EmitToSocket("/chat", "a", 7, false, GatewayFixture.payload("[\"q\"]")));
		this.link.receive("chat-1", new EmitToSocket("/chat", "a", 7, false, GatewayFixture.payload("[\"q\"]")));
		this.fixture.settle();
		assertThat(this.client.received).hasSize(2);
		assertThat(this.fixture.statistics().pendingAcks()).isEqualTo(2);
		this.client.act((handler) -> handler.onAck(2, GatewayFixture.arguments("[2]")));
		this.client.act((handler) -> handler.onAck(1, GatewayFixture.arguments("[1]")));
		this.client.act((handler) -> handler.onAck(1, GatewayFixture.arguments("[1]")));
		this.fixture.settle();
		assertThat(this.link.sentTo("chat-1", SocketAnswer.class)).singleElement().satisfies((answer) -> {
			assertThat(answer.ackId()).isEqualTo(7);
			assertThat(answer.payload().json()).asString().isEqualTo("[2]");
		});
		assertThat(this.link.sentTo("chat-2", SocketAnswer.class)).singleElement()
			.satisfies((answer) -> assertThat(answer.payload().json()).asString().isEqualTo("[1]"));
		assertThat(this.fixture.statistics().pendingAcks()).isZero();
		assertThat(this.fixture.statistics().ignoredAcks()).isOne();
	}

	@Test
	void ignoresAnAnswerWithTheIdGivenToAnotherSocket() {
		TestClient other = this.fixture.join("b");
		askClient(7);
		other.act((handler) -> handler.onAck(1, GatewayFixture.arguments("[]")));
		this.fixture.settle();
		assertThat(this.link.sent(SocketAnswer.class)).isEmpty();
	}

	@Test
	void forgetsTheOldestQuestionsOfTooMany() {
		askClient(1);
		askClient(2);
		askClient(3);
		assertThat(this.fixture.statistics().pendingAcks()).isEqualTo(2);
		assertThat(this.fixture.statistics().forgottenAcks()).isOne();
		this.client.act((handler) -> handler.onAck(1, GatewayFixture.arguments("[]")));
		this.client.act((handler) -> handler.onAck(2, GatewayFixture.arguments("[]")));
		this.fixture.settle();
		assertThat(this.link.sent(SocketAnswer.class)).extracting(SocketAnswer::ackId).containsExactly(2L);
	}

	@Test
	void forgetsTheQuestionsToASocketThatIsGone() {
		askClient(1);
		this.client.act((handler) -> handler.onDisconnect(CloseReason.PING_TIMEOUT, null));
		this.fixture.settle();
		assertThat(this.fixture.statistics().pendingAcks()).isZero();
	}

	private void askClient(long ackId) {
		this.link.receive("chat-1", new EmitToSocket("/chat", "a", ackId, false, GatewayFixture.payload("[\"q\"]")));
		this.fixture.settle();
	}

}
