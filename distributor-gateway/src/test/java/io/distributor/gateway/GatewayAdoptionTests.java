package io.distributor.gateway;

import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.distributor.engine.namespace.SocketHandler;
import io.distributor.engine.session.CloseReason;
import io.distributor.link.message.AcceptSocket;
import io.distributor.link.message.EventAnswer;
import io.distributor.link.message.EventsHandled;
import io.distributor.link.message.JoinRooms;
import io.distributor.link.message.Payload;
import io.distributor.link.message.RefuseSocket;
import io.distributor.link.message.ReleaseSocket;
import io.distributor.link.message.Selection;
import io.distributor.link.message.SetSocketData;
import io.distributor.link.message.SocketAdopt;
import io.distributor.link.message.SocketConnect;
import io.distributor.link.message.SocketDisconnect;
import io.distributor.link.message.SocketEvent;
import io.distributor.link.message.SocketReleased;
import io.distributor.link.presence.Departure;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A socket whose home goes gets another one, and its client notices nothing.
 */
class GatewayAdoptionTests {

	private final GatewayFixture fixture = new GatewayFixture().withBackend();

	private final TestLink link = this.fixture.link;

	private final TestClient client = this.fixture.join("a");

	@AfterEach
	void close() {
		assertThat(this.client.closed).isIn(null, CloseReason.TRANSPORT_CLOSE);
		this.fixture.close();
	}

	@Test
	void asksAHomeThatDrainsToReleaseItsSocketsBehindTheirEvents() {
		this.fixture.emitMany(this.client, 1);
		drain();
		this.fixture.emitMany(this.client, 1);
		assertThat(this.link.sentTo("chat-1")).hasSize(3)
			.endsWith(event(1, 1, false), new ReleaseSocket("/chat", "a", 1));
		assertThat(this.fixture.statistics().heldMessages()).isOne();
	}

	@Test
	void asksAHomeThatOwnsTheNamespaceNoMoreToReleaseItsSockets() {
		this.link.announceBackend("chat-1", "/other");
		this.fixture.settle();
		assertThat(this.link.sentTo("chat-1")).endsWith(new ReleaseSocket("/chat", "a", 1));
	}

	@Test
	void leavesTheSocketsOfOtherNamespacesOfTheBackendAlone() {
		this.link.announceBackend("chat-1", "/chat", "/other");
		this.link.announceBackend("chat-1", "/chat");
		this.fixture.settle();
		assertThat(this.link.sent(ReleaseSocket.class)).isEmpty();
	}

	@Test
	void givesTheNextHomeWhatTheLastOneDidNotHandle() {
		this.fixture.emitMany(this.client, 3);
		drain();
		this.fixture.emitMany(this.client, 1);
		this.link.announceBackend("chat-2", "/chat");
		this.fixture.settle();
		assertThat(this.link.sentTo("chat-2")).isEmpty();
		this.fixture.receive("chat-1", new SocketReleased("/chat", "a", 1, 2));
		assertThat(this.link.sentTo("chat-2")).hasSize(3).endsWith(event(2, 3, false), event(2, 4, false));
		assertThat(adoption().adoption()).isEqualTo(2);
		assertThat(this.fixture.statistics().adoptionsAfterRelease()).isOne();
		assertThat(this.fixture.statistics().heldMessages()).isZero();
	}

	@Test
	void countsWhatTheOldHomeHandlesMeanwhile() {
		this.fixture.emitMany(this.client, 2);
		drain();
		this.fixture.receive("chat-1", new EventsHandled("/chat", "a", 1, 1));
		this.fixture.emitMany(this.client, 1);
		assertThat(this.link.sentTo("chat-1", SocketEvent.class)).hasSize(2);
		this.fixture.receive("chat-1", new SocketReleased("/chat", "a", 1, 1));
		this.link.announceBackend("chat-2", "/chat");
		this.fixture.settle();
		assertThat(this.link.sentTo("chat-2", SocketEvent.class)).containsExactly(event(2, 2, false),
				event(2, 3, false));
	}

	@Test
	void describesTheSocketToItsNextHome() {
		this.link.receive("chat-1", new JoinRooms("/chat", Selection.socket("a"), List.of("r"), 0));
		this.link.receive("chat-1", new SetSocketData("/chat", "a", 1, bytes("{\"n\":1}")));
		this.link.receive("chat-1", new SetSocketData("/chat", "a", 1, bytes("{\"n\":2}")));
		moveToSecond();
		SocketAdopt adoption = adoption();
		assertThat(adoption.rooms()).containsExactlyInAnyOrder("a", "r");
		assertThat(adoption.data()).asString().isEqualTo("{\"n\":2}");
		assertThat(adoption.auth()).asString().isEqualTo("{\"token\":\"x\"}");
		assertThat(adoption.handshake().address()).isEqualTo("192.0.2.1");
	}

	@Test
	void keepsNoDataThatIsTooLarge() {
		this.link.receive("chat-1", new SetSocketData("/chat", "a", 1, bytes("{\"n\":1}")));
		this.link.receive("chat-1", new SetSocketData("/chat", "a", 1, new byte[101]));
		moveToSecond();
		assertThat(adoption().data()).asString().isEqualTo("{\"n\":1}");
		assertThat(this.fixture.statistics().refusedData()).isOne();
	}

	@Test
	void keepsDataThatWasSetBeforeTheHomeAccepted() {
		this.fixture.connect("/chat", "b");
		this.link.receive("chat-1", new SetSocketData("/chat", "b", 1, bytes("{}")));
		this.link.receive("chat-1", new AcceptSocket("/chat", "b", 1));
		this.link.announceBackend("chat-2", "/chat");
		this.link.removeBackend("chat-1", "/chat");
		this.fixture.settle();
		assertThat(this.link.sentTo("chat-2", SocketAdopt.class)).filteredOn((adopt) -> adopt.socketId().equals("b"))
			.singleElement()
			.satisfies((adopt) -> assertThat(adopt.data()).asString().isEqualTo("{}"));
	}

	@Test
	void marksWhatALostHomeMayHaveHandled() {
		this.fixture.emitMany(this.client, 5);
		this.link.announceBackend("chat-2", "/chat");
		this.link.receive("chat-1", new EventsHandled("/chat", "a", 1, 0));
		lose("chat-1");
		assertThat(this.link.sentTo("chat-2", SocketEvent.class)).containsExactly(event(2, 1, true), event(2, 2, true),
				event(2, 3, true), event(2, 4, true));
		this.fixture.receive("chat-2", new EventsHandled("/chat", "a", 2, 4));
		assertThat(this.link.sentTo("chat-2", SocketEvent.class)).endsWith(event(2, 5, false));
		assertThat(this.fixture.statistics().adoptionsAfterLoss()).isOne();
		assertThat(this.fixture.statistics().redeliveredEvents()).isEqualTo(4);
	}

	@Test
	void takesAHomeThatSaysGoodbyeWithoutReleasingForLost() {
		this.fixture.emitMany(this.client, 1);
		this.link.announceBackend("chat-2", "/chat");
		this.link.endBackend("chat-1", Departure.GOODBYE, "/chat");
		this.fixture.settle();
		assertThat(this.link.sentTo("chat-2", SocketEvent.class)).containsExactly(event(2, 1, true));
	}

	@Test
	void takesAHomeThatIsGoneWhileItReleasesForLost() {
		this.fixture.emitMany(this.client, 1);
		drain();
		this.fixture.emitMany(this.client, 1);
		this.link.announceBackend("chat-2", "/chat");
		lose("chat-1");
		assertThat(this.link.sentTo("chat-2", SocketEvent.class)).containsExactly(event(2, 1, true),
				event(2, 2, false));
	}

	@Test
	void keepsEventsInOrderWhileNobodyIsHome() {
		lose("chat-1");
		assertThat(this.fixture.statistics().homelessSockets()).isOne();
		this.fixture.emitMany(this.client, 2);
		this.link.announceBackend("chat-2", "/chat");
		this.fixture.settle();
		this.fixture.emitMany(this.client, 1);
		assertThat(this.link.sentTo("chat-2")).hasSize(4)
			.endsWith(event(2, 1, false), event(2, 2, false), event(2, 3, false));
		assertThat(this.fixture.statistics().homelessSockets()).isZero();
	}

	@Test
	void isReleasedAlsoWhenThereIsNobodyElse() {
		drain();
		this.fixture.receive("chat-1", new SocketReleased("/chat", "a", 1, 0));
		this.fixture.emitMany(this.client, 1);
		assertThat(this.link.sentTo("chat-1", SocketEvent.class)).isEmpty();
		assertThat(this.fixture.statistics().homelessSockets()).isOne();
	}

	@Test
	void goesBackToABackendThatStays() {
		drain();
		this.link.announceBackend("chat-1", "/chat");
		this.fixture.receive("chat-1", new SocketReleased("/chat", "a", 1, 0));
		assertThat(this.link.sentTo("chat-1", SocketAdopt.class)).extracting(SocketAdopt::adoption).containsExactly(2L);
	}

	@Test
	void doesNotGoBackToABackendThatReleasedItUnasked() {
		this.fixture.emitMany(this.client, 1);
		this.fixture.receive("chat-1", new SocketReleased("/chat", "a", 1, 0));
		assertThat(this.link.sentTo("chat-1", SocketAdopt.class)).isEmpty();
		assertThat(this.fixture.statistics().homelessSockets()).isOne();
		this.link.drainBackend("chat-1", "/chat");
		this.fixture.settle();
		assertThat(this.fixture.statistics().homelessSockets()).isOne();
		this.link.announceBackend("chat-1", "/chat");
		this.fixture.settle();
		assertThat(this.link.sentTo("chat-1")).endsWith(event(2, 1, false));
	}

	@Test
	void takesAllSocketsFromABackendThatReleasedOneUnasked() {
		TestClient other = this.fixture.join("b");
		this.fixture.receive("chat-1", new SocketReleased("/chat", "a", 1, 0));
		this.fixture.emitMany(other, 1);
		assertThat(this.link.sentTo("chat-1")).endsWith(new ReleaseSocket("/chat", "b", 1));
	}

	@Test
	void moveOnWhenTheNextHomeDoesNotWantIt() {
		this.fixture.emitMany(this.client, 1);
		this.link.announceBackend("chat-2", "/chat");
		lose("chat-1");
		this.link.announceBackend("chat-3", "/chat");
		this.fixture.receive("chat-2", new SocketReleased("/chat", "a", 2, 0));
		assertThat(this.link.sentTo("chat-3")).hasSize(2).endsWith(event(3, 1, true));
	}

	@Test
	void listensToItsPresentHomeOnly() {
		this.fixture.emit(this.client, 7);
		moveToSecond();
		long ignored = this.fixture.statistics().ignoredMessages();
		this.link.receive("chat-1", new EventAnswer("/chat", "a", 1, 7, GatewayFixture.payload("[1]")));
		this.link.receive("chat-1", new EventsHandled("/chat", "a", 1, 1));
		this.link.receive("chat-1", new SocketReleased("/chat", "a", 1, 1));
		this.link.receive("chat-1", new SetSocketData("/chat", "a", 1, bytes("{}")));
		this.link.receive("chat-2", new EventsHandled("/chat", "a", 1, 1));
		this.link.receive("chat-1", new SocketReleased("/chat", "a", 2, 1));
		this.fixture.settle();
		assertThat(this.fixture.statistics().ignoredMessages()).isEqualTo(ignored + 6);
		assertThat(this.client.received).isEmpty();
		this.link.announceBackend("chat-3", "/chat");
		lose("chat-2");
		assertThat(this.link.sentTo("chat-3", SocketEvent.class)).hasSize(1);
		assertThat(this.link.sentTo("chat-3", SocketAdopt.class)).singleElement()
			.extracting(SocketAdopt::data)
			.isNull();
	}

	@Test
	void letsTheNextHomeAnswerWhatTheClientAskedTheLast() {
		this.fixture.emit(this.client, 7);
		moveToSecond();
		this.fixture.receive("chat-2", new EventAnswer("/chat", "a", 2, 7, GatewayFixture.payload("[1]")));
		assertThat(this.client.received).hasSize(1);
	}

	@Test
	void answersOnceAlthoughAnEventWasHandledTwice() {
		this.fixture.emit(this.client, 7);
		this.fixture.receive("chat-1", new EventAnswer("/chat", "a", 1, 7, GatewayFixture.payload("[1]")));
		this.link.announceBackend("chat-2", "/chat");
		lose("chat-1");
		assertThat(this.link.sentTo("chat-2", SocketEvent.class)).hasSize(1);
		this.fixture.receive("chat-2", new EventAnswer("/chat", "a", 2, 7, GatewayFixture.payload("[1]")));
		assertThat(this.client.received).hasSize(1);
		assertThat(this.fixture.statistics().ignoredAcks()).isOne();
	}

	@Test
	void keepsTheDisconnectUntilAHomeHasHandledIt() {
		this.fixture.emitMany(this.client, 1);
		this.link.receive("chat-1", new JoinRooms("/chat", Selection.socket("a"), List.of("r"), 0));
		leave();
		assertThat(this.fixture.statistics().sockets()).isZero();
		assertThat(this.fixture.statistics().departedSockets()).isOne();
		this.link.announceBackend("chat-2", "/chat");
		lose("chat-1");
		assertThat(this.link.sentTo("chat-2")).hasSize(3)
			.endsWith(event(2, 1, true), new SocketDisconnect("/chat", "a", 2, 2, "transport close", null));
		assertThat(adoption().rooms()).containsExactlyInAnyOrder("a", "r");
		this.fixture.receive("chat-2", new EventsHandled("/chat", "a", 2, 1));
		assertThat(this.fixture.statistics().departedSockets()).isOne();
		this.fixture.receive("chat-2", new EventsHandled("/chat", "a", 2, 2));
		assertThat(this.fixture.statistics().departedSockets()).isZero();
		lose("chat-2");
		assertThat(this.fixture.statistics().homelessSockets()).isZero();
	}

	@Test
	void keepsTheDisconnectOfAClientThatLeavesWhileItIsReleased() {
		this.link.announceBackend("chat-2", "/chat");
		drain();
		leave();
		assertThat(this.link.sent(SocketDisconnect.class)).isEmpty();
		this.fixture.receive("chat-1", new SocketReleased("/chat", "a", 1, 0));
		assertThat(this.link.sentTo("chat-2")).hasSize(2)
			.endsWith(new SocketDisconnect("/chat", "a", 2, 1, "transport close", null));
	}

	@Test
	void isOverWhenItsLastHomeReleasesItWithEverythingHandled() {
		leave();
		drain();
		this.link.announceBackend("chat-2", "/chat");
		this.fixture.receive("chat-1", new SocketReleased("/chat", "a", 1, 1));
		assertThat(this.link.sentTo("chat-2")).isEmpty();
		assertThat(this.fixture.statistics().departedSockets()).isZero();
	}

	@Test
	void bringsTheDisconnectOfAHomelessClientToTheNextHome() {
		lose("chat-1");
		leave();
		assertThat(this.fixture.statistics().departedSockets()).isOne();
		this.link.announceBackend("chat-2", "/chat");
		this.fixture.settle();
		assertThat(this.link.sentTo("chat-2")).hasSize(2)
			.endsWith(new SocketDisconnect("/chat", "a", 2, 1, "transport close", null));
	}

	@Test
	void hasNothingToHandOverOfAClientThatWasNeverAccepted() {
		TestClient connecting = this.fixture.connect("/chat", "b");
		connecting.act((handler) -> handler.onDisconnect(CloseReason.TRANSPORT_CLOSE, null));
		this.fixture.settle();
		assertThat(this.fixture.statistics().departedSockets()).isOne();
		this.link.announceBackend("chat-2", "/chat");
		lose("chat-1");
		assertThat(this.fixture.statistics().departedSockets()).isZero();
		assertThat(this.link.sentTo("chat-2", SocketAdopt.class)).hasSize(1);
	}

	@Test
	void handsOverAClientThatLeftJustBeforeItWasAccepted() {
		TestClient connecting = this.fixture.connect("/chat", "b");
		connecting.act((handler) -> handler.onDisconnect(CloseReason.TRANSPORT_CLOSE, null));
		this.fixture.settle();
		this.fixture.receive("chat-1", new AcceptSocket("/chat", "b", 1));
		this.link.announceBackend("chat-2", "/chat");
		lose("chat-1");
		assertThat(this.link.sentTo("chat-2", SocketDisconnect.class)).hasSize(1);
	}

	@Test
	void asksAHomeThatDrainsToReleaseWhoIsConnecting() {
		TestClient connecting = this.fixture.connect("/chat", "b");
		drain();
		assertThat(this.link.sentTo("chat-1", ReleaseSocket.class)).contains(new ReleaseSocket("/chat", "b", 1));
		this.link.announceBackend("chat-2", "/chat");
		this.fixture.receive("chat-1", new SocketReleased("/chat", "b", 1, 0));
		assertThat(this.link.sentTo("chat-2", SocketConnect.class)).extracting(SocketConnect::adoption)
			.containsExactly(2L);
		this.fixture.receive("chat-2", new RefuseSocket("/chat", "b", 2, "no", null));
		assertThat(connecting.refusal).isEqualTo("no");
	}

	@Test
	void adoptsWhoWasAcceptedByAHomeThatReleasesIt() {
		TestClient connecting = this.fixture.connect("/chat", "b");
		drain();
		this.link.announceBackend("chat-2", "/chat");
		this.link.receive("chat-1", new AcceptSocket("/chat", "b", 1));
		this.fixture.receive("chat-1", new SocketReleased("/chat", "b", 1, 0));
		assertThat(connecting.accepted).isTrue();
		assertThat(this.link.sentTo("chat-2", SocketConnect.class)).isEmpty();
		assertThat(this.link.sentTo("chat-2", SocketAdopt.class)).extracting(SocketAdopt::socketId)
			.containsExactly("b");
	}

	@Test
	void asksAnotherHomeWhenTheFirstDoesNotWantWhoIsConnecting() {
		this.fixture.connect("/chat", "b");
		this.fixture.receive("chat-1", new SocketReleased("/chat", "b", 1, 0));
		assertThat(this.link.sentTo("chat-1", SocketConnect.class)).hasSize(2);
		this.link.announceBackend("chat-2", "/chat");
		this.fixture.settle();
		assertThat(this.link.sentTo("chat-2", SocketConnect.class)).extracting(SocketConnect::adoption)
			.containsExactly(2L);
	}

	@Test
	void goesOnReadingWhenTheNextHomeIsNotBehind() {
		this.fixture.emitMany(this.client, 5);
		assertThat(this.client.pauses).hasValue(1);
		drain();
		this.link.announceBackend("chat-2", "/chat");
		this.fixture.receive("chat-1", new SocketReleased("/chat", "a", 1, 4));
		assertThat(this.client.pauses).hasValue(0);
	}

	private void moveToSecond() {
		this.link.announceBackend("chat-2", "/chat");
		drain();
		this.fixture.receive("chat-1", new SocketReleased("/chat", "a", 1, 0));
	}

	private SocketAdopt adoption() {
		return this.link.sentTo("chat-2", SocketAdopt.class).get(0);
	}

	private void drain() {
		this.link.drainBackend("chat-1", "/chat");
		this.fixture.settle();
	}

	private void lose(String backend) {
		this.link.removeBackend(backend, "/chat");
		this.fixture.settle();
	}

	private void leave() {
		this.client.act((handler) -> handler.onDisconnect(CloseReason.TRANSPORT_CLOSE, null));
		this.fixture.settle();
	}

	private static SocketEvent event(long adoption, long number, boolean redelivered) {
		return new SocketEvent("/chat", "a", adoption, number, Payload.NO_ACK, redelivered,
				GatewayFixture.payload("[\"hello\"]"));
	}

	private static byte[] bytes(String json) {
		return json.getBytes(StandardCharsets.UTF_8);
	}

}
