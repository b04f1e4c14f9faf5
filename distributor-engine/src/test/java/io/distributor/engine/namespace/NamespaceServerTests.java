package io.distributor.engine.namespace;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;

import io.netty.channel.DefaultEventLoop;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.distributor.engine.session.CloseReason;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class NamespaceServerTests {

	private final DefaultEventLoop loop = new DefaultEventLoop();

	private final RecordedConnects connects = RecordedConnects.accepting();

	private final RecordedConnects waiting = RecordedConnects.waiting();

	private final NamespaceServer server = new NamespaceServer(NamespaceOptions.DEFAULTS, this.connects);

	private final NamespaceServer waitingServer = new NamespaceServer(NamespaceOptions.DEFAULTS, this.waiting);

	@AfterEach
	void stop() {
		this.loop.shutdownGracefully(0, 1, java.util.concurrent.TimeUnit.SECONDS);
	}

	@Test
	void answersConnectWithAPublicId() {
		TestSession session = open(this.server, "0");
		String id = this.connects.last().socket().id();
		assertThat(id).hasSize(20).matches("[A-Za-z0-9_-]+").isNotEqualTo(session.id());
		assertThat(session.sent()).containsExactly("0{\"sid\":\"" + id + "\"}");
		assertThat(this.server.namespace("/").size()).isEqualTo(1);
	}

	@Test
	void givesEachNamespaceItsOwnId() {
		TestSession session = open(this.server, "0", "0/admin?a=b,{\"token\":\"123\"}");
		assertThat(this.connects.all()).extracting((socket) -> socket.socket().namespace())
			.containsExactly("/", "/admin");
		assertThat(this.connects.all()).extracting((socket) -> socket.socket().id()).doesNotHaveDuplicates();
		assertThat(this.connects.last().request().auth()).asString(StandardCharsets.UTF_8)
			.isEqualTo("{\"token\":\"123\"}");
		assertThat(session.lastSent()).startsWith("0/admin,{\"sid\":\"");
	}

	@Test
	void passesEventsAndAcknowledgementsToTheSocketOfTheirNamespace() {
		open(this.server, "0", "0/admin,").receive("2[\"a\"]", "2/admin,7[\"b\",1]", "3/admin,8[]");
		assertThat(this.connects.all().get(0).heard()).containsExactly("event -1 [\"a\"]");
		assertThat(this.connects.all().get(1).heard()).containsExactly("event 7 [\"b\",1]", "ack 8 []");
	}

	@Test
	void passesAttachmentsOn() {
		TestSession session = open(this.server, "0");
		session.receive("51-[\"a\",{\"_placeholder\":true,\"num\":0}]");
		session.receive(new byte[] { 1, 2 });
		assertThat(this.connects.last().arguments().get(0).attachments()).containsExactly(new byte[] { 1, 2 });
	}

	@Test
	void sendsEventsWithAttachments() {
		TestSession session = open(this.server, "0/chat,");
		this.connects.last()
			.socket()
			.send(OutboundPacket.event("/chat", 17,
					Packets.arguments("[\"ev\",{\"_placeholder\":true,\"num\":0}]", new byte[3]), false));
		this.connects.last().socket().send(OutboundPacket.ack("/chat", 4, Packets.arguments("[]")));
		assertThat(session.sent()).endsWith("51-/chat,17[\"ev\",{\"_placeholder\":true,\"num\":0}]", "<3>",
				"3/chat,4[]");
	}

	@Test
	void refusesAPacketOfAnotherNamespace() {
		open(this.server, "0/chat,");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.connects.last().socket().send(Packets.event("/game", "[\"a\"]")))
			.withMessage("packet: one of /game (expected: one of /chat)");
	}

	@Test
	void tellsARefusedClientMessageAndData() {
		TestSession session = open(this.waitingServer, "0/chat,");
		this.waiting.last().socket().send(Packets.event("/chat", "[\"held\"]"));
		this.waiting.last().request().refuse("no \"entry\"", "{\"code\":1}".getBytes(StandardCharsets.UTF_8));
		this.waiting.last().request().accept();
		assertThat(session.sent()).containsExactly("4/chat,{\"message\":\"no \\\"entry\\\"\",\"data\":{\"code\":1}}");
		assertThat(this.waiting.last().heard()).isEmpty();
		assertThat(this.waitingServer.statistics().connectsRefused()).isEqualTo(1);
	}

	@Test
	void aRefusedClientMayAskAgain() {
		TestSession session = open(this.waitingServer, "0");
		this.waiting.last().request().refuse("no", null);
		session.settle();
		session.receive("0");
		this.waiting.last().request().accept();
		assertThat(session.lastSent()).startsWith("0{");
	}

	@Test
	void holdsPacketsUntilTheConnectRequestIsAnswered() {
		TestSession session = open(this.waitingServer, "0");
		ClientSocket socket = this.waiting.last().socket();
		socket.send(Packets.event("/", "[\"first\"]"));
		this.waitingServer.namespace("/").broadcast(RoomSelector.ALL, Packets.event("/", "[\"second\"]"));
		assertThat(session.sent()).isEmpty();
		assertThat(this.waitingServer.namespace("/").size()).isZero();
		this.waiting.last().request().accept();
		this.waiting.last().request().accept();
		this.waiting.last().request().refuse("too late", null);
		socket.send(Packets.event("/", "[\"third\"]"));
		assertThat(session.sent()).containsExactly("0{\"sid\":\"" + socket.id() + "\"}", "2[\"first\"]",
				"2[\"second\"]", "2[\"third\"]");
	}

	@Test
	void closesWhenTooMuchIsHeld() {
		NamespaceServer narrow = new NamespaceServer(options(Duration.ofSeconds(45), 64, 10, 10), this.waiting);
		TestSession session = open(narrow, "0");
		ClientSocket socket = this.waiting.last().socket();
		socket.send(Packets.event("/", "[\"12345\"]"));
		socket.send(Packets.volatileEvent("/", "[\"a\"]"));
		assertThat(session.closeReason()).isNull();
		socket.send(Packets.event("/", "[\"a\"]"));
		assertThat(session.closeReason()).isEqualTo(CloseReason.FORCED_CLOSE);
		assertThat(this.waiting.last().heard()).containsExactly("disconnect FORCED_CLOSE");
		assertThat(narrow.statistics().droppedHeld()).isEqualTo(2);
	}

	@Test
	void disconnectsAfterTheAnswerWhenAskedBefore() {
		TestSession session = open(this.waitingServer, "0");
		this.waiting.last().socket().disconnect(false);
		this.waiting.last().request().accept();
		assertThat(session.sent()).hasSize(2).endsWith("1");
		assertThat(this.waiting.last().heard()).containsExactly("disconnect SERVER_NAMESPACE_DISCONNECT");
	}

	@Test
	void aClientLeavesOneNamespaceOnly() {
		TestSession session = open(this.server, "0", "0/custom,");
		session.receive("1/custom,", "2[\"a\"]");
		assertThat(this.connects.all().get(1).heard()).containsExactly("disconnect CLIENT_NAMESPACE_DISCONNECT");
		assertThat(this.connects.all().get(0).heard()).containsExactly("event -1 [\"a\"]");
		assertThat(session.closeReason()).isNull();
		assertThat(this.server.namespace("/custom").size()).isZero();
	}

	@Test
	void theServerPutsAClientOutOfOneNamespace() {
		TestSession session = open(this.server, "0", "0/custom,");
		this.connects.last().socket().disconnect(false);
		assertThat(session.lastSent()).isEqualTo("1/custom,");
		session.receive("2/custom,[\"crossed on the wire\"]", "2[\"a\"]");
		assertThat(session.closeReason()).isNull();
		assertThat(this.connects.all().get(0).heard()).containsExactly("event -1 [\"a\"]");
		assertThat(this.connects.all().get(1).heard()).containsExactly("disconnect SERVER_NAMESPACE_DISCONNECT");
		assertThat(this.server.statistics().latePackets()).isEqualTo(1);
	}

	@Test
	void theServerClosesTheConnection() {
		TestSession session = open(this.server, "0", "0/custom,");
		this.connects.last().socket().disconnect(true);
		assertThat(session.sent()).endsWith("1", "1/custom,");
		assertThat(session.closeReason()).isEqualTo(CloseReason.FORCED_CLOSE);
		assertThat(this.connects.all()).allSatisfy(
				(socket) -> assertThat(socket.heard()).containsExactly("disconnect SERVER_NAMESPACE_DISCONNECT"));
	}

	@Test
	void closesAConnectionSilently() {
		TestSession session = open(this.server, "0");
		this.connects.last().socket().closeConnection(CloseReason.SERVER_SHUTTING_DOWN, null);
		assertThat(session.sent()).hasSize(1);
		assertThat(session.closeReason()).isEqualTo(CloseReason.SERVER_SHUTTING_DOWN);
	}

	@Test
	void tellsEachSocketOnceWhenTheSessionCloses() {
		TestSession session = open(this.server, "0", "0/a,");
		TestSession connecting = open(this.waitingServer, "0");
		session.close(CloseReason.PING_TIMEOUT, null);
		connecting.close(CloseReason.TRANSPORT_CLOSE, null);
		session.settle();
		session.close(CloseReason.TRANSPORT_CLOSE, null);
		session.settle();
		assertThat(this.connects.all())
			.allSatisfy((socket) -> assertThat(socket.heard()).containsExactly("disconnect PING_TIMEOUT"));
		assertThat(this.waiting.last().heard()).containsExactly("disconnect TRANSPORT_CLOSE");
		this.waiting.last().request().accept();
		assertThat(connecting.sent()).isEmpty();
		assertThat(this.server.statistics().sockets()).isZero();
	}

	@ParameterizedTest
	@ValueSource(strings = { "2[\"a\"]", "1", "3/other,1[]", "4{}" })
	void closesWhenTheFirstPacketIsNoConnect(String text) {
		assertThat(open(this.server, text).closeReason()).isEqualTo(CloseReason.FORCED_SERVER_CLOSE);
	}

	@Test
	void closesOnASecondConnect() {
		assertThat(open(this.server, "0", "0").closeReason()).isEqualTo(CloseReason.FORCED_SERVER_CLOSE);
		assertThat(this.connects.all()).hasSize(1);
	}

	@Test
	void closesOnAPacketBeforeTheAnswer() {
		assertThat(open(this.waitingServer, "0", "2[\"a\"]").closeReason()).isEqualTo(CloseReason.FORCED_SERVER_CLOSE);
		assertThat(this.waiting.last().heard()).containsExactly("disconnect FORCED_SERVER_CLOSE");
	}

	@Test
	void aClientMayLeaveBeforeTheAnswer() {
		TestSession session = open(this.waitingServer, "0", "1");
		this.waiting.last().request().accept();
		assertThat(session.sent()).isEmpty();
		assertThat(session.closeReason()).isNull();
		assertThat(this.waiting.last().heard()).containsExactly("disconnect CLIENT_NAMESPACE_DISCONNECT");
	}

	@Test
	void closesOnAMalformedPacketAndHearsNothingMore() {
		TestSession session = open(this.server, "0");
		session.receive("2{}", "2[\"a\"]");
		session.receive(new byte[1]);
		assertThat(session.closeReason()).isEqualTo(CloseReason.PARSE_ERROR);
		assertThat(this.connects.last().heard()).containsExactly("disconnect PARSE_ERROR");
		assertThat(this.server.statistics().malformedPackets()).isEqualTo(1);
	}

	@Test
	void refusesMoreNamespacesThanAllowed() {
		NamespaceServer narrow = new NamespaceServer(options(Duration.ofSeconds(45), 1, 10, 10), this.connects);
		TestSession session = open(narrow, "0", "0/more,");
		assertThat(session.lastSent()).isEqualTo("4/more,{\"message\":\"Too many namespaces\"}");
		assertThat(session.closeReason()).isNull();
	}

	@Test
	void closesWhenNoNamespaceIsJoinedInTime() {
		NamespaceServer impatient = new NamespaceServer(options(Duration.ofMillis(50), 64, 10, 10), this.connects);
		TestSession joined = open(impatient, "0");
		TestSession idle = open(impatient);
		TestSession left = open(impatient, "0", "1");
		Awaitility.await().untilAsserted(() -> {
			assertThat(idle.closeReason()).isEqualTo(CloseReason.FORCED_SERVER_CLOSE);
			assertThat(left.closeReason()).isEqualTo(CloseReason.FORCED_SERVER_CLOSE);
		});
		assertThat(joined.closeReason()).isNull();
	}

	@Test
	void readsAgainWhenAllSocketsOfTheSessionDo() {
		TestSession session = open(this.server, "0", "0/a,");
		ClientSocket first = this.connects.all().get(0).socket();
		ClientSocket second = this.connects.all().get(1).socket();
		first.pauseReading();
		first.pauseReading();
		second.pauseReading();
		assertThat(session.isPaused()).isTrue();
		first.resumeReading();
		first.resumeReading();
		first.resumeReading();
		assertThat(session.isPaused()).isTrue();
		second.disconnect(false);
		assertThat(session.isPaused()).isFalse();
	}

	@Test
	void refusesWhenTheConnectHandlerFails() {
		NamespaceServer failing = new NamespaceServer(NamespaceOptions.DEFAULTS, (request) -> {
			request.accept();
			throw new IllegalStateException("expected by this test");
		});
		TestSession session = open(failing, "0");
		assertThat(session.sent()).containsExactly("4{\"message\":\"Internal server error\"}");
	}

	@Test
	void knowsTheRoomsOfASocket() throws Exception {
		open(this.server, "0");
		ClientSocket socket = this.connects.last().socket();
		socket.join(List.of("a", "b", socket.id()));
		socket.leave(List.of("b", "never joined"));
		assertThat(this.loop.submit(socket::rooms).get()).isEqualTo(Set.of("a", socket.id()));
	}

	private TestSession open(NamespaceServer server, String... texts) {
		TestSession session = TestSession.open(server, this.loop);
		for (String text : texts) {
			session.receive(text);
			session.settle();
		}
		return session;
	}

	private static NamespaceOptions options(Duration connectTimeout, int maxNamespaces, int maxRooms,
			long maxHeldBytes) {
		NamespaceOptions defaults = NamespaceOptions.DEFAULTS;
		return new NamespaceOptions(connectTimeout, maxNamespaces, maxRooms, maxHeldBytes, defaults.attachmentTimeout(),
				defaults.maxIncompleteBytes(), defaults.events(), defaults.connects(), defaults.decoderLimits());
	}

}
