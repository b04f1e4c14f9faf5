package io.distributor.interop.siod;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.distributor.link.message.AcceptSocket;
import io.distributor.link.message.AskSockets;
import io.distributor.link.message.AskedSockets;
import io.distributor.link.message.CountSockets;
import io.distributor.link.message.DisconnectSockets;
import io.distributor.link.message.EmitToRooms;
import io.distributor.link.message.EmitToSocket;
import io.distributor.link.message.EventAnswer;
import io.distributor.link.message.EventsHandled;
import io.distributor.link.message.JoinRooms;
import io.distributor.link.message.Payload;
import io.distributor.link.message.RefuseSocket;
import io.distributor.link.message.RequestDone;
import io.distributor.link.message.RoomsChanged;
import io.distributor.link.message.Selection;
import io.distributor.link.message.SocketConnect;
import io.distributor.link.message.SocketDisconnect;
import io.distributor.link.message.SocketEvent;
import io.distributor.link.presence.NodeId;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class LocalDistributorTests {

	private static final String TO_BACKEND = "siod/toBackend/chat";

	private static final String REQUESTS = "socket.io-request#/chat#";

	private static final Payload PAYLOAD = new Payload("[\"e\"]".getBytes(StandardCharsets.UTF_8), List.of());

	private final SiodCounters counters = new SiodCounters();

	private final RecordedNode backend = new RecordedNode();

	private final Bus bus = new Bus("siod/toSlave/all", "siod/toSlave/7", REQUESTS, "socket.io#/chat#",
			"socket.io#/chat#a#");

	private LocalDistributor distributor = open(SiodOptions.of(Set.of("/chat")));

	private LocalDistributor open(SiodOptions options) {
		LocalDistributor distributor = new LocalDistributor(options, this.bus.newPort(), () -> new NodeId("b-1"),
				this.counters);
		distributor.open(this.backend);
		return distributor;
	}

	@AfterEach
	void close() {
		this.distributor.close();
		this.bus.close();
	}

	private SocketConnect announce(String id) {
		this.bus.say(TO_BACKEND,
				"{\"type\":\"newConnection\",\"socketId\":\"" + id + "\",\"additionalSocketInfo\":{\"name\":\"ann\"}}");
		return this.backend.await(SocketConnect.class, (connect) -> connect.socketId().equals(id));
	}

	private SocketConnect connect(String id) {
		SocketConnect connect = announce(id);
		this.distributor.receive(Map.of(), new AcceptSocket("/chat", id, connect.adoption()));
		return connect;
	}

	private void event(String id, String event, String further) {
		this.bus.say(TO_BACKEND, "{\"type\":\"clientMessage\",\"event\":\"" + event + "\",\"data\":[],\"socketId\":\""
				+ id + "\",\"slaveId\":7" + further + "}");
	}

	private SocketEvent received(String event) {
		return this.backend.await(SocketEvent.class,
				(each) -> new String(each.payload().json(), StandardCharsets.UTF_8).contains(event));
	}

	@Test
	void tellsTheBackendWhatTheDistributorSaidOfAClient() {
		SocketConnect connect = announce("/chat#s1");
		assertThat(new String(connect.auth(), StandardCharsets.UTF_8)).isEqualTo("{\"name\":\"ann\"}");
	}

	@Test
	void holdsEventsBackUntilTheClientIsAccepted() {
		SocketConnect connect = announce("s1");
		event("s1", "early", "");
		announce("s2");
		assertThat(this.backend.messages()).noneMatch(SocketEvent.class::isInstance);
		this.distributor.receive(Map.of(), new AcceptSocket("/chat", "s1", connect.adoption()));
		assertThat(received("early").number()).isOne();
	}

	@Test
	void answersToTheDistributorThatAsked() {
		SocketConnect connect = connect("s1");
		event("s1", "question", ",\"callbackId\":5");
		SocketEvent event = received("question");
		this.distributor.receive(Map.of(), new EventAnswer("/chat", "s1", connect.adoption(), event.ackId(), PAYLOAD));
		assertThat(this.bus.await("callback")).isEqualTo("siod/toSlave/7 {\"type\":\"callback\",\"callbackId\":5,"
				+ "\"data\":[\"e\"],\"namespace\":\"/chat\",\"socketId\":\"s1\"}");
	}

	@Test
	void givesAClientThatComesBackANewLife() {
		SocketConnect first = connect("s1");
		event("s1", "disconnect", "");
		this.backend.await(SocketDisconnect.class);
		this.bus.say(TO_BACKEND, "{\"type\":\"newConnection\",\"socketId\":\"s1\"}");
		SocketConnect second = this.backend.await(SocketConnect.class, (connect) -> connect != first);
		assertThat(second.adoption()).isGreaterThan(first.adoption());
	}

	@Test
	void disconnectsARefusedClient() {
		SocketConnect connect = announce("s1");
		this.distributor.receive(Map.of(), new RefuseSocket("/chat", "s1", connect.adoption(), "no", null));
		assertThat(this.bus.await(REQUESTS)).contains("\"type\":6,\"sid\":\"s1\",\"close\":false");
		Awaitility.await().untilAsserted(() -> assertThat(this.counters.sockets()).isZero());
	}

	@Test
	void saysThatARequestIsDoneWhenItWasAnswered() {
		connect("s1");
		this.distributor.receive(Map.of(), new JoinRooms("/chat", Selection.socket("s1"), List.of("a", "b"), 9));
		List<String> ids = Awaitility.await().until(this::requestIds, (found) -> found.size() == 2);
		this.bus.say("socket.io-response#/chat#", "{\"requestid\":\"" + ids.get(0) + "\"}");
		this.distributor.receive(Map.of(), new CountSockets("/chat", Selection.ALL, 10));
		assertThat(this.backend.await(RequestDone.class).requestId()).isEqualTo(10);
		this.bus.say("socket.io-response#/chat#", "{\"requestid\":\"" + ids.get(1) + "\"}");
		assertThat(this.backend.await(RequestDone.class, (done) -> done.requestId() == 9))
			.isEqualTo(new RequestDone(9, 1, List.of("a", "b")));
	}

	private List<String> requestIds() {
		return this.bus.heard()
			.stream()
			.filter((message) -> message.startsWith(REQUESTS))
			.map((message) -> message.replaceAll(".*\"requestid\":\"([^\"]+)\".*", "$1"))
			.toList();
	}

	@Test
	void endsASocketThatIsDisconnectedThoughItsDistributorIsGone() {
		SocketConnect connect = connect("s1");
		this.distributor.receive(Map.of(), new DisconnectSockets("/chat", Selection.socket("s1"), true, 0));
		assertThat(this.bus.await(REQUESTS)).contains("\"type\":6,\"sid\":\"s1\",\"close\":true");
		assertThat(this.backend.await(SocketDisconnect.class))
			.isEqualTo(new SocketDisconnect("/chat", "s1", connect.adoption(), 1, "server namespace disconnect", null));
		event("s1", "disconnect", "");
		Awaitility.await().untilAsserted(() -> assertThat(this.counters.ignored()).isOne());
		assertThat(this.counters.sockets()).isZero();
	}

	@Test
	void tellsTheHomeOfSocketsThatWereMovedByTheirRooms() {
		SocketConnect connect = connect("s1");
		this.distributor.receive(Map.of(), new JoinRooms("/chat", Selection.ALL, List.of("a"), 0));
		assertThat(this.backend.await(RoomsChanged.class))
			.isEqualTo(new RoomsChanged("/chat", "s1", connect.adoption(), List.of("a"), List.of()));
	}

	@Test
	void emitsToOneRoomOnItsChannel() {
		connect("s1");
		this.distributor.receiveBroadcast("/chat",
				new EmitToRooms("/chat", new Selection(Set.of("a"), Set.of()), false, PAYLOAD));
		assertThat(this.bus.await("socket.io#/chat#a#")).contains("rooms");
		this.distributor.receiveBroadcast("/chat", new EmitToRooms("/chat", Selection.ALL, false, PAYLOAD));
		assertThat(this.bus.await("socket.io#/chat# ")).contains("/chat");
	}

	@Test
	void refusesToAskClients() {
		connect("s1");
		EmitToSocket question = new EmitToSocket("/chat", "s1", 1, false, PAYLOAD);
		assertThatExceptionOfType(OriginalUnsupportedException.class)
			.isThrownBy(() -> this.distributor.receive(Map.of(), question));
		AskSockets toAll = new AskSockets("/chat", Selection.ALL, 1, PAYLOAD);
		Awaitility.await()
			.untilAsserted(() -> assertThatExceptionOfType(OriginalUnsupportedException.class)
				.isThrownBy(() -> this.distributor.receive(Map.of(), toAll)));
		this.distributor.receive(Map.of(), new AskSockets("/chat", Selection.socket("other"), 2, PAYLOAD));
		assertThat(this.backend.await(AskedSockets.class, (asked) -> asked.requestId() == 2).sockets()).isEmpty();
	}

	@Test
	void disconnectsAClientOfWhichTooManyEventsWait() {
		this.distributor.close();
		this.distributor = open(SiodOptions.of(Set.of("/chat")).withLimits(2, 100_000, 100_000, 10));
		SocketConnect connect = connect("s1");
		event("s1", "one", "");
		event("s1", "two", "");
		received("two");
		this.distributor.receive(Map.of(), new EventsHandled("/chat", "s1", connect.adoption(), 1));
		Awaitility.await().untilAsserted(() -> assertThat(this.counters.unhandledBytes()).isLessThan(512));
		event("s1", "three", "");
		received("three");
		event("s1", "four", "");
		assertThat(this.backend.await(SocketDisconnect.class).description()).contains("too many events");
		assertThat(this.counters.overflows()).isOne();
		assertThat(this.counters.unhandledBytes()).isZero();
	}

	@Test
	void disconnectsTheClientThatMakesTheEventsOfAllTooLarge() {
		this.distributor.close();
		this.distributor = open(SiodOptions.of(Set.of("/chat")).withLimits(100, 100_000, 600, 10));
		connect("s1");
		connect("s2");
		event("s1", "one", "");
		event("s2", "two", "");
		received("two");
		event("s1", "three", "");
		assertThat(this.backend.await(SocketDisconnect.class).socketId()).isEqualTo("s1");
	}

	@Test
	void closesItsNamespacesWhenTheBackendDrains() {
		connect("s1");
		this.distributor.onAnnounced(Set.of("/chat"), true);
		assertThat(this.bus.await("close")).isEqualTo("siod/toSlave/all {\"type\":\"close\",\"namespace\":\"/chat\"}");
		assertThat(this.backend.await(SocketDisconnect.class).reason()).isEqualTo("server shutting down");
		this.bus.say(TO_BACKEND, "{\"type\":\"newConnection\",\"socketId\":\"late\"}");
		assertThat(this.bus.await("late")).startsWith(REQUESTS);
	}

	@Test
	void ignoresWhatItDoesNotKnow() {
		event("nobody", "one", "");
		this.bus.say(TO_BACKEND, "{\"type\":\"newConnection\",\"socketId\":7}");
		Awaitility.await().untilAsserted(() -> assertThat(this.counters.ignored()).isOne());
		Awaitility.await().untilAsserted(() -> assertThat(this.counters.rejected()).isOne());
	}

}
