package io.distributor.tests;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;

import io.distributor.backend.IndirectIo;
import io.distributor.backend.Socket;
import io.distributor.test.redis.RedisProcess;
import io.distributor.tests.fleet.Client;
import io.distributor.tests.fleet.Fleet;
import io.distributor.tests.fleet.RedisMedium;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The fleet is there before its Redis is, in every test.
 */
class RedisIntegrationTests {

	private static final Duration PATIENCE = Duration.ofSeconds(20);

	private final RedisProcess redis = RedisProcess.stopped();

	private final Map<String, Socket> sockets = new ConcurrentHashMap<>();

	private final List<Integer> counted = new CopyOnWriteArrayList<>();

	private final List<String> disconnects = new CopyOnWriteArrayList<>();

	@RegisterExtension
	final Fleet fleet = Fleet.on(new RedisMedium(this.redis))
		.link((options) -> options.withHeartbeat(Duration.ofMillis(500), Duration.ofSeconds(5), Duration.ofMillis(500)))
		.gateway((options) -> options.withBackendWait(PATIENCE))
		.distributors(2)
		.backend("/chat", this::chat);

	private void chat(IndirectIo io) {
		io.on("connection", (socket) -> this.sockets.put(socket.id(), socket));
		io.onEvent("count", (event) -> this.counted.add(event.arguments().get(0, Integer.class)));
		io.onEvent("echo", (event) -> event.arguments().get(0, byte[].class));
		io.onDisconnect((socket, reason) -> this.disconnects.add(reason.text()));
	}

	private Client connect(int distributor) {
		Client client = this.fleet.client(distributor, "/chat", "websocket");
		client.socket().connect();
		Awaitility.await()
			.atMost(PATIENCE)
			.untilAsserted(() -> assertThat(client.connects()).isNotEmpty().allMatch(this.sockets::containsKey));
		return client;
	}

	@Test
	void clientsThatCameBeforeRedisAreAcceptedWhenItIsThere() {
		Client early = this.fleet.client(0, "/chat", "websocket");
		early.socket().connect();
		Awaitility.await()
			.untilAsserted(() -> assertThat(this.fleet.distributor(0).statistics().waitingConnects()).isOne());
		this.redis.startAgain();
		Awaitility.await().atMost(PATIENCE).untilAsserted(() -> assertThat(early.connects()).hasSize(1));
	}

	@Test
	void carriesEventsAnswersAndRoomsBetweenDistributors() {
		this.redis.startAgain();
		Client a = connect(0);
		Client b = connect(1);
		byte[] bytes = { 0, 1, -1 };
		assertThat((byte[]) a.call("echo", (Object) bytes).get(0)).isEqualTo(bytes);
		assertThat(this.sockets.get(b.id()).emitWithAck("question").toCompletableFuture())
			.succeedsWithin(Duration.ofSeconds(5))
			.satisfies((answer) -> assertThat(answer.get(0, String.class)).isEqualTo("answer of " + b.id()));
		IndirectIo io = this.fleet.backend(0).io();
		for (int i = 0; i < 50; i++) {
			this.sockets.get(b.id()).join("room" + i);
			io.to("room" + i).emit("e" + i);
		}
		io.emit("end");
		Awaitility.await().untilAsserted(() -> assertThat(b.heard()).endsWith("end").hasSize(52));
		Awaitility.await().untilAsserted(() -> assertThat(a.heard()).containsExactly("end"));
	}

	@Test
	void losesNothingWhileRedisIsAwayForAMoment() {
		this.redis.startAgain();
		Client a = connect(0);
		Client b = connect(1);
		this.redis.kill();
		IntStream.range(0, 50).forEach((i) -> a.emit("count", i));
		IntStream.range(0, 50).forEach((i) -> this.fleet.backend(0).io().emit("e" + i));
		Client late = this.fleet.client(1, "/chat", "websocket");
		late.socket().connect();
		this.redis.startAgain();
		Awaitility.await().atMost(PATIENCE).untilAsserted(() -> assertThat(this.counted).hasSize(50));
		assertThat(this.counted).isEqualTo(IntStream.range(0, 50).boxed().toList());
		List<String> expected = IntStream.range(0, 50).mapToObj((i) -> "e" + i).toList();
		Awaitility.await().atMost(PATIENCE).untilAsserted(() -> assertThat(b.heard()).isEqualTo(expected));
		Awaitility.await().atMost(PATIENCE).untilAsserted(() -> assertThat(late.connects()).hasSize(1));
		assertThat(a.disconnects()).isEmpty();
		assertThat(b.disconnects()).isEmpty();
		assertThat(this.disconnects).isEmpty();
	}

}
