package io.distributor.tests;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.distributor.backend.FetchedRooms;
import io.distributor.backend.FetchedSockets;
import io.distributor.backend.IndirectIo;
import io.distributor.backend.RemoteSocket;
import io.distributor.backend.RequestResult;
import io.distributor.tests.fleet.Client;
import io.distributor.tests.fleet.Fleet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Who is there: asked by an instance that is not the home of all of them.
 */
class PresenceIntegrationTests {

	private static final Duration LONG = Duration.ofSeconds(10);

	@RegisterExtension
	final Fleet fleet = Fleet.inMemory()
		.distributors(2)
		.backend("/chat", PresenceIntegrationTests::chat)
		.backend("/chat", PresenceIntegrationTests::chat);

	private static void chat(IndirectIo io) {
		io.use((socket) -> {
			Map<?, ?> auth = socket.handshake().auth(Map.class);
			if (auth != null && auth.get("name") instanceof String name) {
				socket.setUser(name);
				socket.data().put("greeting", "I am " + name);
			}
			socket.join("lobby");
		});
	}

	private IndirectIo io() {
		return this.fleet.backend(0).io();
	}

	private List<Client> connect(int count) {
		List<Client> clients = new ArrayList<>();
		for (int i = 0; i < count; i++) {
			clients.add(this.fleet.client(this.fleet.manager(i % 2), "/chat", Map.of("name", "user" + i)).connect());
		}
		return clients;
	}

	private static List<String> ids(List<Client> clients) {
		return clients.stream().map(Client::id).sorted().toList();
	}

	private static List<String> ids(FetchedSockets fetched) {
		return fetched.sockets().stream().map(RemoteSocket::id).toList();
	}

	@Test
	void fetchesTheSocketsOfAllDistributorsWhateverTheirHomes() {
		List<Client> clients = connect(8);
		FetchedSockets fetched = io().in("lobby")
			.except(clients.get(7).id())
			.fetchSockets()
			.toCompletableFuture()
			.join();
		assertThat(ids(fetched)).isEqualTo(ids(clients.subList(0, 7)));
		assertThat(fetched.isComplete()).isTrue();
		assertThat(fetched.sockets()).extracting(RemoteSocket::home)
			.containsOnly(this.fleet.backend(0).id().value(), this.fleet.backend(1).id().value());
		assertThat(fetched.sockets()).allSatisfy((socket) -> {
			assertThat(socket.rooms()).containsExactlyInAnyOrder(socket.id(), "lobby");
			assertThat(socket.data().get("greeting", String.class)).isEqualTo("I am " + socket.user());
			assertThat(socket.handshake().address()).isEqualTo("127.0.0.1");
			assertThat(socket.handshake().auth(Map.class)).isEqualTo(Map.of("name", socket.user()));
		});
	}

	@Test
	void actsOnFetchedSockets() {
		Client first = connect(2).get(0);
		RemoteSocket socket = io().to(first.id()).fetchSockets().toCompletableFuture().join().sockets().get(0);
		assertThat(socket.emitWithAck("ask")).succeedsWithin(LONG)
			.satisfies((answer) -> assertThat(answer.get(0, String.class)).isEqualTo("answer of " + first.id()));
		assertThat(socket.join("den")).succeedsWithin(LONG).isEqualTo(new RequestResult(1, Set.of()));
		assertThat(io().in("den").count()).succeedsWithin(LONG).isEqualTo(new RequestResult(1, Set.of()));
		assertThat(socket.leave("den")).succeedsWithin(LONG);
		assertThat(io().in("den").count()).succeedsWithin(LONG).isEqualTo(new RequestResult(0, Set.of()));
		socket.emit("hi");
		await().untilAsserted(() -> assertThat(first.heard()).containsExactly("ask", "hi"));
		socket.disconnect(false);
		await().untilAsserted(() -> assertThat(first.disconnects()).containsExactly("io server disconnect"));
	}

	@Test
	void goesThroughTheMembersOfARoomByPage() {
		List<Client> clients = connect(10);
		List<String> seen = new ArrayList<>();
		List<Integer> sizes = new ArrayList<>();
		String next = null;
		do {
			FetchedSockets page = io().in("lobby").fetchSockets(4, next).toCompletableFuture().join();
			seen.addAll(ids(page));
			sizes.add(page.sockets().size());
			next = page.next();
		}
		while (next != null);
		assertThat(seen).isEqualTo(ids(clients));
		assertThat(sizes).containsExactly(4, 4, 2);
	}

	@Test
	void countsSocketsAndRooms() {
		List<Client> clients = connect(6);
		io().to(clients.get(0).id(), clients.get(1).id()).socketsJoin("attic", "den");
		assertThat(io().count()).succeedsWithin(LONG).isEqualTo(new RequestResult(6, Set.of()));
		assertThat(io().in("den").count()).succeedsWithin(LONG).isEqualTo(new RequestResult(2, Set.of()));
		assertThat(io().toUser("user3").count()).succeedsWithin(LONG).isEqualTo(new RequestResult(1, Set.of()));
		FetchedRooms rooms = io().fetchRooms(2, null).toCompletableFuture().join();
		assertThat(rooms.rooms()).containsExactly(Map.entry("attic", 2L), Map.entry("den", 2L));
		assertThat(io().fetchRooms(2, rooms.next())).succeedsWithin(LONG).satisfies((last) -> {
			assertThat(last.rooms()).containsExactly(Map.entry("lobby", 6L));
			assertThat(last.isComplete()).isTrue();
		});
	}

	@Test
	void doesNotWaitForADistributorThatIsLost() {
		List<Client> clients = connect(2);
		this.fleet.distributor(1).kill();
		assertThat(io().fetchSockets()).succeedsWithin(LONG).satisfies((fetched) -> {
			assertThat(ids(fetched)).containsExactly(clients.get(0).id());
			assertThat(fetched.silentDistributors()).isEmpty();
		});
	}

}
