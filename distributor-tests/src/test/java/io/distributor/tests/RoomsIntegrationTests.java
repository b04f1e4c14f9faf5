package io.distributor.tests;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import io.distributor.backend.IndirectIo;
import io.distributor.backend.RequestResult;
import io.distributor.backend.Socket;
import io.distributor.tests.fleet.Client;
import io.distributor.tests.fleet.Fleet;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

class RoomsIntegrationTests {

	private static final Duration LONG = Duration.ofSeconds(10);

	private final Map<String, Socket> sockets = new ConcurrentHashMap<>();

	@RegisterExtension
	final Fleet fleet = Fleet.inMemory().distributors(2).backend("/chat", this::chat);

	private void chat(IndirectIo io) {
		io.on("connection", (socket) -> this.sockets.put(socket.id(), socket));
		io.onEvent("say", (event) -> {
			event.socket().broadcast().emit("said");
			return null;
		});
	}

	private IndirectIo io() {
		return this.fleet.backend(0).io();
	}

	private Client connect(int distributor) {
		return this.fleet.client(distributor, "/chat").connect();
	}

	private Socket socket(Client client) {
		Awaitility.await().until(() -> this.sockets.containsKey(client.id()));
		return this.sockets.get(client.id());
	}

	private static void settled(Client... clients) {
		for (Client client : clients) {
			Awaitility.await().untilAsserted(() -> assertThat(client.heard()).contains("end"));
		}
	}

	private static List<String> heard(Client client) {
		return client.heard().stream().filter((name) -> !name.equals("end")).toList();
	}

	@Test
	void reachesRoomsOnAllDistributors() {
		Client a = connect(0);
		Client b = connect(1);
		Client c = connect(1);
		socket(a).join("red");
		socket(b).join("red", "blue");
		socket(c).join("blue");
		io().to("red").emit("to red");
		io().to("red", "blue").emit("to red or blue");
		io().to("red").except("blue").emit("to red but not blue");
		io().except(c.id()).emit("to all but c");
		io().to(c.id()).emit("to c");
		socket(a).to("red").emit("to others in red");
		io().emit("end");
		settled(a, b, c);
		assertThat(heard(a)).containsExactly("to red", "to red or blue", "to red but not blue", "to all but c");
		assertThat(heard(b)).containsExactly("to red", "to red or blue", "to all but c", "to others in red");
		assertThat(heard(c)).containsExactly("to red or blue", "to c");
	}

	@Test
	void emitsToARoomRightAfterTheJoin() {
		Client a = connect(0);
		Client b = connect(1);
		Socket first = socket(a);
		Socket second = socket(b);
		for (int i = 0; i < 200; i++) {
			first.join("room" + i);
			second.join("room" + i);
			io().to("room" + i).emit("e" + i);
			first.leave("room" + i);
			io().to("room" + i).emit("late");
		}
		io().emit("end");
		settled(a, b);
		assertThat(heard(a)).hasSize(200).doesNotContain("late");
		assertThat(heard(b)).hasSize(400).filteredOn((name) -> name.equals("late")).hasSize(200);
	}

	@Test
	void emitsToARoomRightAfterSocketsWereMadeToJoin() {
		Client a = connect(0);
		Client b = connect(1);
		socket(a).join("old");
		for (int i = 0; i < 100; i++) {
			io().in("old").socketsJoin("new" + i);
			io().to("new" + i).emit("e" + i);
			io().in("old").socketsLeave("new" + i);
			io().to("new" + i).emit("late");
		}
		io().emit("end");
		settled(a, b);
		assertThat(heard(a)).hasSize(100).doesNotContain("late");
		assertThat(heard(b)).isEmpty();
	}

	@Test
	void leavesTheSenderOut() {
		Client a = connect(0);
		Client b = connect(1);
		a.emit("say");
		Awaitility.await().untilAsserted(() -> assertThat(b.heard()).containsExactly("said"));
		io().emit("end");
		settled(a, b);
		assertThat(heard(a)).isEmpty();
	}

	@Test
	void sendsABroadcastOnceWhateverTheNumberOfClients() {
		for (int i = 0; i < 10; i++) {
			connect(i % 2);
		}
		long before = this.fleet.backend(0).broadcastFrames("/chat");
		io().emit("news");
		Awaitility.await()
			.untilAsserted(() -> assertThat(this.fleet.distributor(0).statistics().broadcasts()
					+ this.fleet.distributor(1).statistics().broadcasts())
				.isEqualTo(2));
		assertThat(this.fleet.backend(0).broadcastFrames("/chat") - before).isOne();
	}

	@Test
	void completesRequestsWhenAllDistributorsAreDone() {
		Client a = connect(0);
		Client b = connect(1);
		socket(a);
		socket(b);
		assertThat(io().socketsJoin("all")).succeedsWithin(LONG).isEqualTo(new RequestResult(2, Set.of()));
		assertThat(socket(a).leave("all")).succeedsWithin(LONG).isEqualTo(new RequestResult(1, Set.of()));
		assertThat(io().in("all").disconnectSockets(false)).succeedsWithin(LONG)
			.isEqualTo(new RequestResult(1, Set.of()));
		Awaitility.await().untilAsserted(() -> assertThat(b.disconnects()).containsExactly("io server disconnect"));
		assertThat(a.disconnects()).isEmpty();
	}

	@Test
	void completesRequestsWithoutADistributorThatIsLost() {
		Client a = connect(0);
		Client b = connect(1);
		socket(a);
		socket(b);
		this.fleet.distributor(1).kill();
		assertThat(io().socketsJoin("all")).succeedsWithin(LONG).isEqualTo(new RequestResult(1, Set.of()));
	}

}
