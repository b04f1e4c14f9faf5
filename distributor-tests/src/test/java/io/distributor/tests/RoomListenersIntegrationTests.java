package io.distributor.tests;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

import io.distributor.backend.IndirectIo;
import io.distributor.backend.Socket;
import io.distributor.tests.fleet.Client;
import io.distributor.tests.fleet.Fleet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Each home hears what becomes of the rooms of its sockets, whoever moves them.
 */
class RoomListenersIntegrationTests {

	private static final Duration LONG = Duration.ofSeconds(10);

	private final List<String> heard = new CopyOnWriteArrayList<>();

	private final Map<String, Socket> sockets = new ConcurrentHashMap<>();

	@RegisterExtension
	final Fleet fleet = Fleet.inMemory().distributors(2).backend("/chat", this::chat).backend("/chat", this::chat);

	private void chat(IndirectIo io) {
		io.use((socket) -> socket.join("lobby"));
		io.on("connection", (socket) -> this.sockets.put(socket.id(), socket));
		io.onJoin((socket, room) -> this.heard.add(socket.id() + " joins " + room));
		io.onLeave((socket, room) -> this.heard.add(socket.id() + " leaves " + room));
		io.onDisconnect((socket, reason) -> this.heard.add(socket.id() + " disconnects"));
	}

	private IndirectIo io() {
		return this.fleet.backend(0).io();
	}

	private List<Client> connect(int count) {
		List<Client> clients = new ArrayList<>();
		for (int i = 0; i < count; i++) {
			clients.add(this.fleet.client(i % 2, "/chat").connect());
		}
		return clients;
	}

	private static List<String> each(List<Client> clients, String what) {
		return clients.stream().map((client) -> client.id() + " " + what).toList();
	}

	private List<String> heard(String what) {
		return this.heard.stream().filter((line) -> line.endsWith(" " + what)).toList();
	}

	@Test
	void hearsOfSocketsThatAnotherInstanceMoves() {
		List<Client> clients = connect(8);
		await().untilAsserted(() -> assertThat(heard("joins lobby"))
			.containsExactlyInAnyOrderElementsOf(each(clients, "joins lobby")));
		assertThat(io().in("lobby").socketsJoin("den")).succeedsWithin(LONG);
		await().untilAsserted(
				() -> assertThat(heard("joins den")).containsExactlyInAnyOrderElementsOf(each(clients, "joins den")));
		assertThat(clients).allSatisfy((client) -> assertThat(this.sockets.get(client.id()).rooms())
			.containsExactlyInAnyOrder(client.id(), "lobby", "den"));
		assertThat(io().socketsLeave("lobby")).succeedsWithin(LONG);
		await().untilAsserted(() -> assertThat(heard("leaves lobby"))
			.containsExactlyInAnyOrderElementsOf(each(clients, "leaves lobby")));
	}

	@Test
	void leavesEachRoomOnceWhenAClientGoes() {
		List<Client> clients = connect(4);
		assertThat(io().socketsJoin("den")).succeedsWithin(LONG);
		await().until(() -> heard("joins den").size() == 4);
		List<String> ids = clients.stream().map(Client::id).toList();
		clients.get(0).close();
		this.fleet.distributor(1).kill();
		List<String> gone = List.of(ids.get(0), ids.get(1), ids.get(3));
		await().untilAsserted(() -> assertThat(heard("disconnects")).hasSize(3));
		for (String room : List.of("lobby", "den")) {
			assertThat(heard("leaves " + room))
				.containsExactlyInAnyOrderElementsOf(gone.stream().map((id) -> id + " leaves " + room).toList());
		}
		for (String id : gone) {
			assertThat(this.heard.stream().filter((line) -> line.startsWith(id))).last().isEqualTo(id + " disconnects");
		}
	}

	@Test
	void goesOnAtTheAdoptingHome() {
		List<Client> clients = connect(8);
		await().until(() -> heard("joins lobby").size() == 8);
		this.fleet.backend(1).stop();
		assertThat(io().socketsJoin("den")).succeedsWithin(LONG);
		await().untilAsserted(
				() -> assertThat(heard("joins den")).containsExactlyInAnyOrderElementsOf(each(clients, "joins den")));
		assertThat(heard("joins lobby")).hasSize(8);
		assertThat(heard("leaves lobby")).isEmpty();
		assertThat(clients).allSatisfy((client) -> assertThat(this.sockets.get(client.id()).rooms())
			.containsExactlyInAnyOrder(client.id(), "lobby", "den"));
	}

}
