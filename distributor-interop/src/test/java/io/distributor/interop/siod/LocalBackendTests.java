package io.distributor.interop.siod;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

import io.distributor.link.LinkOverloadedException;
import io.distributor.link.memory.MemoryLinkPort;
import io.distributor.link.message.AcceptSocket;
import io.distributor.link.message.DisconnectSockets;
import io.distributor.link.message.EventAnswer;
import io.distributor.link.message.EventsHandled;
import io.distributor.link.message.JoinRooms;
import io.distributor.link.message.Payload;
import io.distributor.link.message.RequestDone;
import io.distributor.link.message.Selection;
import io.distributor.link.message.SocketConnect;
import io.distributor.link.message.SocketDisconnect;
import io.distributor.link.message.SocketEvent;
import io.distributor.link.message.SocketHandshake;
import io.distributor.link.presence.Node;
import io.distributor.link.presence.NodeId;
import io.distributor.link.presence.NodeRole;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class LocalBackendTests {

	private static final SocketHandshake HANDSHAKE = new SocketHandshake(0, "", false, false, "", Map.of(), Map.of(),
			"websocket", 4);

	private static final String TO_BACKEND = "siod/toBackend/chat";

	private static final String RESPONSES = "socket.io-response#/chat#";

	private final SiodCounters counters = new SiodCounters();

	private final RecordedNode gateway = new RecordedNode();

	private final List<Object> customMessages = new CopyOnWriteArrayList<>();

	private Bus bus = new Bus(TO_BACKEND, RESPONSES);

	private MemoryLinkPort port = this.bus.newPort();

	private LocalBackend backend = open(SiodOptions.of(Set.of("/chat")));

	private LocalBackend open(SiodOptions options) {
		LocalBackend backend = new LocalBackend(options, this.port, (connect) -> Map.of("from", "here"),
				this.customMessages::add, this.counters);
		backend.open(this.gateway);
		return backend;
	}

	@AfterEach
	void close() {
		this.backend.close();
		this.bus.close();
	}

	private void connect(String id) {
		this.backend.receive(Map.of(), new SocketConnect("/chat", id, 3, HANDSHAKE, null));
		this.gateway.await(AcceptSocket.class, (accepted) -> accepted.socketId().equals(id));
	}

	private void event(String id, long number, long ackId) {
		Payload payload = new Payload("[\"e\",1]".getBytes(StandardCharsets.UTF_8), List.of());
		this.backend.receive(Map.of(), new SocketEvent("/chat", id, 3, number, ackId, false, payload));
	}

	@Test
	void announcesAClientAfterItWasAccepted() {
		connect("s1");
		assertThat(this.bus.await("newConnection")).isEqualTo(TO_BACKEND
				+ " {\"type\":\"newConnection\",\"socketId\":\"s1\",\"additionalSocketInfo\":{\"from\":\"here\"}}");
	}

	@Test
	void bringsAnswersToTheClientThatWaits() {
		connect("s1");
		event("s1", 1, 0);
		String message = this.bus.await("clientMessage");
		String number = message.replaceAll(".*\"slaveId\":(\\d+).*", "$1");
		this.bus.say("siod/toSlave/" + number,
				"{\"type\":\"callback\",\"callbackId\":1,\"data\":[\"yes\"],\"namespace\":\"/chat\",\"socketId\":\"s1\"}");
		EventAnswer answer = this.gateway.await(EventAnswer.class);
		assertThat(answer).isEqualTo(new EventAnswer("/chat", "s1", 3, 0,
				new Payload("[\"yes\"]".getBytes(StandardCharsets.UTF_8), List.of())));
	}

	@Test
	void takesANumberThatNoDistributorOfTheOriginalHas() {
		connect("s1");
		event("s1", 1, 0);
		String number = this.bus.await("clientMessage").replaceAll(".*\"slaveId\":(\\d+).*", "$1");
		assertThat(Long.parseLong(number)).isBetween(1L << 52, (1L << 53) - 1);
	}

	@Test
	void saysThatAnEventIsHandledWhenItWasPublished() {
		connect("s1");
		event("s1", 7, Payload.NO_ACK);
		assertThat(this.gateway.await(EventsHandled.class)).isEqualTo(new EventsHandled("/chat", "s1", 3, 7));
		assertThat(this.bus.heard()).anySatisfy((message) -> assertThat(message).contains("\"event\":\"e\""));
	}

	@Test
	void reportsTheEndOfASocketOnce() {
		connect("s1");
		this.backend.receive(Map.of(), new SocketDisconnect("/chat", "s1", 3, 1, "transport close", null));
		this.backend.receive(Map.of(), new SocketDisconnect("/chat", "s1", 3, 1, "transport close", null));
		this.gateway.await(EventsHandled.class);
		connect("s2");
		this.bus.await("s2");
		assertThat(this.bus.heard()).filteredOn((message) -> message.contains("\"event\":\"disconnect\"")).hasSize(1);
		assertThat(this.counters.sockets()).isOne();
	}

	@Test
	void disconnectsTheClientsWhenNobodyHearsOfThem() {
		this.bus.close();
		this.backend.receive(Map.of(), new SocketConnect("/chat", "s1", 3, HANDSHAKE, null));
		assertThat(this.gateway.await(DisconnectSockets.class))
			.isEqualTo(new DisconnectSockets("/chat", Selection.ALL, false, 0));
		assertThat(this.counters.backendsDown()).isOne();
	}

	@Test
	void answersARequestOnlyIfItHasTheSocket() {
		this.bus.say("socket.io-request#/chat#", "{\"requestid\":\"r1\",\"type\":3,\"sid\":\"s1\",\"room\":\"a\"}");
		this.bus.say("socket.io-request#/chat#", "{\"requestid\":\"r2\",\"type\":3,\"sid\":\"s2\",\"room\":\"a\"}");
		long first = request("s1").requestId();
		long second = request("s2").requestId();
		this.backend.receive(Map.of(), new RequestDone(first, 0));
		this.backend.receive(Map.of(), new RequestDone(second, 1));
		assertThat(this.bus.await("requestid")).isEqualTo(RESPONSES + " {\"requestid\":\"r2\"}");
	}

	private JoinRooms request(String socketId) {
		return this.gateway.await(JoinRooms.class, (join) -> join.selection().equals(Selection.socket(socketId)));
	}

	@Test
	void forgetsTheOldestRequestWhenTooManyWait() {
		this.backend.close();
		this.port = this.bus.newPort();
		this.backend = open(SiodOptions.of(Set.of("/chat")).withLimits(1, 1, 1, 1));
		answersARequestOnlyIfItHasTheSocket();
		assertThat(this.counters.forgottenRequests()).isOne();
	}

	@Test
	void countsWhatItCannotRead() {
		this.bus.say("siod/toSlave/all", "{\"type\":\"close\"}");
		this.bus.say("socket.io-request#/chat#", "no JSON");
		this.bus.say("socket.io#/chat#", "no MessagePack");
		this.bus.say("siod/toSlave/all", "{\"type\":\"close\",\"namespace\":\"/other\"}");
		Awaitility.await().untilAsserted(() -> assertThat(this.counters.rejected()).isEqualTo(3));
		Awaitility.await().untilAsserted(() -> assertThat(this.counters.ignored()).isOne());
		assertThat(this.gateway.messages()).isEmpty();
	}

	@Test
	void readsNothingThatIsTooLarge() {
		this.backend.close();
		this.port = this.bus.newPort();
		this.backend = open(SiodOptions.of(Set.of("/chat")).withSizes(100, 100_000));
		this.bus.say("siod/toSlave/all", "{\"type\":\"custom\",\"x\":\"" + "x".repeat(100) + "\"}");
		this.bus.say("siod/toSlave/all", "{\"type\":\"custom\",\"x\":1}");
		Awaitility.await()
			.untilAsserted(() -> assertThat(this.customMessages).isEqualTo(List.of(Map.of("type", "custom", "x", 1))));
		assertThat(this.counters.rejected()).isOne();
	}

	@Test
	void holdsBackTheGatewayWhileRedisIsAway() {
		this.backend.close();
		this.port = this.bus.newPort();
		this.backend = open(SiodOptions.of(Set.of("/chat")).withSizes(1_000, 10_000));
		connect("s1");
		this.port.down();
		assertThatExceptionOfType(LinkOverloadedException.class).isThrownBy(() -> {
			for (int i = 1; i < 1_000; i++) {
				event("s1", i, Payload.NO_ACK);
			}
		});
		assertThat(this.counters.waitingBytes()).isPositive();
		this.port.up();
		Awaitility.await().untilAsserted(() -> assertThat(this.counters.waitingBytes()).isZero());
	}

	@Test
	void keepsOthersOutOfItsNamespaces() {
		Node rival = new Node(new NodeId("b-1"), NodeRole.BACKEND, "b", Set.of("/chat", "/game"), false);
		assertThat(this.backend.beside(rival).namespaces()).containsExactly("/game");
	}

	@Test
	void reportsTheEndOfAllSocketsWhenTheDistributorWasTakenForDead() {
		connect("s1");
		this.backend.onFenced();
		assertThat(this.bus.await("disconnect")).contains("s1");
		assertThat(this.counters.sockets()).isZero();
	}

}
