package io.distributor.tests;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;

import io.distributor.backend.Event;
import io.distributor.backend.IndirectIo;
import io.distributor.tests.fleet.BackendInstance;
import io.distributor.tests.fleet.Client;
import io.distributor.tests.fleet.Fleet;
import io.distributor.tests.reliability.fleet.TcpProxy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Sockets get other homes and their clients, real ones, notice nothing; or, where the
 * distributor is gone, notice it once.
 */
class AdoptionIntegrationTests {

	private final List<String> adopted = new CopyOnWriteArrayList<>();

	private final List<String> recovered = new CopyOnWriteArrayList<>();

	private final List<String> released = new CopyOnWriteArrayList<>();

	private final List<String> disconnects = new CopyOnWriteArrayList<>();

	private final List<String> counted = new CopyOnWriteArrayList<>();

	private final List<String> asked = new CopyOnWriteArrayList<>();

	private final CompletableFuture<String> answerOfOne = new CompletableFuture<>();

	@RegisterExtension
	final Fleet fleet = Fleet.inMemory()
		.distributors(2)
		.backend("/chat", (io) -> chat(io, "one"))
		.backend("/chat", (io) -> chat(io, "two"));

	private void chat(IndirectIo io, String name) {
		io.use((socket) -> {
			socket.join("lobby");
			socket.data().put("first home", name);
		});
		io.onAdopt((socket) -> this.adopted.add(socket.id() + " by " + name));
		io.on("connection", (socket) -> {
			if (socket.recovered()) {
				this.recovered.add(socket.id());
			}
		});
		io.onRelease((socket) -> this.released.add(socket.id() + " by " + name));
		io.onDisconnect((socket, reason) -> this.disconnects.add(socket.id()));
		io.onEvent("who", (event) -> name);
		io.onEvent("first home", (event) -> event.socket().data().get("first home", String.class));
		io.onEvent("count", (event) -> count(event, name));
		io.onEvent("question", (event) -> answer(event, name));
	}

	private Object answer(Event event, String name) {
		this.asked.add(name);
		return name.equals("one") ? this.answerOfOne : name + " " + event.isRedelivered();
	}

	private Object count(Event event, String name) {
		this.counted.add(event.arguments().get(0, Integer.class) + (event.isRedelivered() ? " again" : ""));
		return name;
	}

	private List<Client> connect(int count) {
		List<Client> clients = new ArrayList<>();
		for (int i = 0; i < count; i++) {
			clients.add(this.fleet.client(i % 2, "/chat", (i % 4 < 2) ? "websocket" : "polling").connect());
		}
		return clients;
	}

	/**
	 * By polling: over a websocket this client notices a lost connection by the missing
	 * heartbeat only, if the server said goodbye.
	 */
	private List<Client> connectByPolling(URI... urls) {
		List<Client> clients = new ArrayList<>();
		for (URI url : urls) {
			for (int i = 0; i < 4; i++) {
				clients.add(this.fleet.client(this.fleet.manager(url, "polling"), "/chat", Map.of()).connect());
			}
		}
		return clients;
	}

	private static List<Client> at(String home, List<Client> clients) {
		List<Client> found = clients.stream().filter((client) -> client.call("who").contains(home)).toList();
		assertThat(found).isNotEmpty();
		return found;
	}

	/**
	 * Asks a question that the first instance has begun to answer, and does not end.
	 * @param client a client whose home that is
	 * @return where the answers arrive
	 */
	private List<Object> askTheOneThatWaits(Client client) {
		List<Object> answers = new CopyOnWriteArrayList<>();
		client.socket().emit("question", new Object[0], (args) -> answers.add(args[0]));
		await().untilAsserted(() -> assertThat(this.asked).containsExactly("one"));
		return answers;
	}

	private static void assertNothingNoticed(List<Client> clients) {
		assertThat(clients).allSatisfy((client) -> {
			assertThat(client.connects()).containsExactly(client.id());
			assertThat(client.disconnects()).isEmpty();
		});
	}

	@Test
	void clientsNoticeNothingWhenTheirHomeStops() {
		List<Client> clients = connect(12);
		List<Client> ofOne = at("one", clients);
		this.fleet.backend(0).stop();
		assertAdoptedByTwo(clients, ofOne);
		assertThat(this.released).hasSameSizeAs(ofOne).allMatch((text) -> text.endsWith(" by one"));
	}

	@Test
	void clientsNoticeNothingWhenTheirHomeIsKilled() {
		List<Client> clients = connect(12);
		List<Client> ofOne = at("one", clients);
		this.fleet.backend(0).kill();
		assertAdoptedByTwo(clients, ofOne);
	}

	private void assertAdoptedByTwo(List<Client> clients, List<Client> ofOne) {
		assertThat(clients).allSatisfy((client) -> assertThat(client.call("who")).containsExactly("two"));
		assertThat(ofOne).allSatisfy((client) -> assertThat(client.call("first home")).containsExactly("one"));
		assertThat(this.adopted)
			.containsExactlyInAnyOrderElementsOf(ofOne.stream().map((client) -> client.id() + " by two").toList());
		assertThat(this.recovered).containsExactlyInAnyOrderElementsOf(ofOne.stream().map(Client::id).toList());
		IndirectIo two = this.fleet.backend(1).io();
		assertThat(two.sockets()).hasSize(12).allMatch((socket) -> socket.rooms().contains("lobby"));
		two.to("lobby").emit("news");
		await().untilAsserted(
				() -> assertThat(clients).allSatisfy((client) -> assertThat(client.heard()).containsExactly("news")));
		assertNothingNoticed(clients);
		assertThat(this.disconnects).isEmpty();
	}

	@Test
	void whatAHomeBeganItEndsBeforeItLeaves() {
		Client client = at("one", connect(12)).get(0);
		List<Object> answers = askTheOneThatWaits(client);
		IntStream.range(0, 20).forEach((i) -> client.emit("count", i));
		CompletableFuture<Void> stopped = CompletableFuture.runAsync(this.fleet.backend(0)::stop);
		assertThat(stopped).isNotDone();
		this.answerOfOne.complete("of one");
		assertThat(stopped).succeedsWithin(Duration.ofSeconds(10));
		assertThat(client.call("who")).containsExactly("two");
		assertThat(answers).containsExactly("of one");
		assertThat(this.counted).isEqualTo(IntStream.range(0, 20).mapToObj(Integer::toString).toList());
	}

	@Test
	void theNewHomeAnswersWhatAKilledOneOwes() {
		Client client = at("one", connect(12)).get(0);
		List<Object> answers = askTheOneThatWaits(client);
		IntStream.range(0, 20).forEach((i) -> client.emit("count", i));
		this.fleet.backend(0).kill();
		await().untilAsserted(() -> assertThat(answers).containsExactly("two true"));
		await().untilAsserted(() -> assertThat(this.counted).hasSize(20));
		assertThat(this.counted).isEqualTo(IntStream.range(0, 20).mapToObj((i) -> i + " again").toList());
		assertNothingNoticed(List.of(client));
	}

	@Test
	void eventsWaitWhileNobodyIsHome() {
		List<Client> clients = connect(8);
		this.fleet.backend(0).stop();
		this.fleet.backend(1).stop();
		IntStream.range(0, 20).forEach((i) -> clients.get(0).emit("count", i));
		this.fleet.startBackend("/chat", (io) -> chat(io, "three"));
		assertThat(clients).allSatisfy((client) -> assertThat(client.call("who")).containsExactly("three"));
		assertThat(this.counted).isEqualTo(IntStream.range(0, 20).mapToObj(Integer::toString).toList());
		assertNothingNoticed(clients);
	}

	@Test
	void anInstanceThatHungFindsItsSocketsGoneAndBeginsAnew() {
		List<Client> clients = connect(12);
		List<Client> ofOne = at("one", clients);
		BackendInstance one = this.fleet.backend(0);
		List<Object> answers = askTheOneThatWaits(ofOne.get(0));
		one.kill();
		await().untilAsserted(() -> assertThat(this.adopted).hasSameSizeAs(ofOne));
		one.wake();
		await().untilAsserted(() -> assertThat(one.io().sockets()).isEmpty());
		this.answerOfOne.complete("too late");
		await().untilAsserted(() -> assertThat(this.released).hasSameSizeAs(ofOne));
		assertThat(clients).allSatisfy((client) -> assertThat(client.call("who")).containsExactly("two"));
		assertThat(answers).containsExactly("two true");
		assertThat(this.disconnects).isEmpty();
		assertNothingNoticed(clients);
		await().untilAsserted(() -> at("one", connect(4)));
	}

	@Test
	void aDistributorThatHungLetsItsClientsComeBack() {
		List<Client> ofHung = connectByPolling(URI.create(this.fleet.distributor(0).url()));
		List<Client> others = connectByPolling(URI.create(this.fleet.distributor(1).url()));
		List<String> before = ofHung.stream().map(Client::id).toList();
		this.fleet.distributor(0).hang();
		await().untilAsserted(() -> assertThat(this.disconnects).containsExactlyInAnyOrderElementsOf(before));
		this.fleet.distributor(0).wake();
		await().untilAsserted(() -> assertThat(ofHung).allSatisfy((client) -> {
			assertThat(client.disconnects()).hasSize(1);
			assertThat(client.connects()).hasSize(2);
		}));
		assertThat(ofHung).allSatisfy((client) -> assertThat(client.call("who")).isNotEmpty());
		assertNothingNoticed(others);
		assertThat(this.disconnects).hasSize(4);
	}

	@Test
	void clientsOfADrainedDistributorConnectToAnotherByThemselves() {
		try (TcpProxy balancer = new TcpProxy(this.fleet.distributor(0).listeningPort())) {
			List<Client> clients = connectByPolling(URI.create("http://127.0.0.1:" + balancer.port()));
			balancer.leadTo(this.fleet.distributor(1).listeningPort());
			this.fleet.distributor(0).drain(Duration.ofMillis(500));
			await().untilAsserted(() -> assertThat(clients).allSatisfy((client) -> {
				assertThat(client.disconnects()).hasSize(1);
				assertThat(client.connects()).hasSize(2);
			}));
			assertThat(clients).allSatisfy((client) -> assertThat(client.call("who")).isNotEmpty());
			assertThat(this.disconnects).hasSize(4).doesNotHaveDuplicates();
		}
	}

}
