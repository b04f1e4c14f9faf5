package io.distributor.tests;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

import io.distributor.backend.ConnectionRefusedException;
import io.distributor.backend.EventRefusedException;
import io.distributor.backend.IndirectIo;
import io.distributor.backend.Socket;
import io.distributor.tests.fleet.Client;
import io.distributor.tests.fleet.Fleet;
import org.awaitility.Awaitility;
import org.json.JSONObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SocketApiIntegrationTests {

	private final List<String> log = new CopyOnWriteArrayList<>();

	@RegisterExtension
	final Fleet fleet = Fleet.inMemory().distributors(2).backend("/chat", this::chat);

	private void chat(IndirectIo io) {
		io.useAsync((socket) -> CompletableFuture.supplyAsync(() -> decide(socket)));
		io.on("connection", this::connected);
		io.onEvent("number", (event) -> {
			int number = event.arguments().get(0, Integer.class);
			this.log.add("number handled");
			return number + 1;
		});
		io.onAny((event) -> this.log.add("in " + event.name()));
		io.onAnyOutgoing((event) -> this.log.add("out " + event.name()));
		io.onError((event, failure) -> this.log.add("error " + failure.getMessage()));
		io.onDisconnecting((socket, reason) -> this.log.add("disconnecting " + socket.rooms().contains("red")));
		io.onDisconnect((socket, reason) -> this.log.add("disconnect " + reason.text()));
	}

	private static String decide(Socket socket) {
		Token token = socket.handshake().auth(Token.class);
		if (token == null || token.token().equals("bad")) {
			throw new ConnectionRefusedException("Bad token", Map.of("code", 7));
		}
		socket.data().put("checked", true);
		socket.join("red");
		return "welcome";
	}

	private void connected(Socket socket) {
		socket.use((event) -> {
			if (event.name().equals("forbidden")) {
				throw new EventRefusedException("forbidden here", Map.of("code", 403));
			}
		});
		socket.once("hello", (event) -> event.ack().send("first", socket.data().get("checked", Boolean.class)));
		socket.on("forbidden", (event) -> event.ack().send("allowed"));
		socket.on("flags", (event) -> {
			socket.asVolatile().emit("volatile");
			socket.compress(true).send("text", 1);
			socket.except("blue").emit("others");
			socket.in("red").emit("others in red");
			event.ack().send();
		});
	}

	private Client connect(int distributor, String token) {
		return this.fleet.client(this.fleet.manager(distributor), "/chat", Map.of("token", token));
	}

	@Test
	void connectStepsMayTakeTheirTimeAndRefuseWithData() throws Exception {
		JSONObject error = (JSONObject) connect(0, "bad").connectError();
		assertThat(error.getString("message")).isEqualTo("Bad token");
		assertThat(error.getJSONObject("data").getInt("code")).isEqualTo(7);
		assertThat(connect(0, "good").connect().call("hello")).containsExactly("first", true);
	}

	@Test
	void listenersThatAreCalledOnceAreGoneAfterwards() throws Exception {
		Client client = connect(0, "good").connect();
		client.call("hello");
		assertThat(((JSONObject) client.call("hello").get(0)).getString("error")).isEqualTo("Unknown event");
	}

	@Test
	void stepsRefuseEventsWithAnAnswer() throws Exception {
		Client client = connect(0, "good").connect();
		JSONObject answer = (JSONObject) client.call("forbidden").get(0);
		assertThat(answer.getString("error")).isEqualTo("forbidden here");
		assertThat(answer.getJSONObject("data").getInt("code")).isEqualTo(403);
		Awaitility.await().untilAsserted(() -> assertThat(this.log).contains("in forbidden", "error forbidden here"));
	}

	@Test
	void flagsAndSelectorsReachWhomTheyShould() {
		Client client = connect(0, "good").connect();
		Client other = connect(1, "good").connect();
		client.call("flags");
		Awaitility.await().untilAsserted(() -> assertThat(client.heard()).containsExactly("volatile", "message"));
		Awaitility.await().untilAsserted(() -> assertThat(other.heard()).containsExactly("others", "others in red"));
		assertThat(client.received().get(1).arguments()).containsExactly("text", 1);
		assertThat(this.log).contains("in flags", "out volatile", "out message", "out others", "out others in red");
	}

	@Test
	void theEndIsToldInTwoSteps() {
		Client client = connect(0, "good").connect();
		client.close();
		Awaitility.await()
			.untilAsserted(() -> assertThat(this.log).containsSubsequence("disconnecting true",
					"disconnect client namespace disconnect"));
	}

	@Test
	void whatTheNamespaceSaysReachesAllDistributors() {
		Client client = connect(0, "good").connect();
		Client other = connect(1, "good").connect();
		IndirectIo io = this.fleet.backend(0).io();
		io.send("hello", 7);
		io.asVolatile().emit("volatile");
		io.compress(true).emit("compressed");
		assertThatThrownBy(() -> io.emit("disconnect")).isInstanceOf(IllegalArgumentException.class);
		Awaitility.await()
			.untilAsserted(() -> assertThat(List.of(client, other))
				.allSatisfy((each) -> assertThat(each.heard()).containsExactly("message", "volatile", "compressed")));
		assertThat(other.received().get(0).arguments()).containsExactly("hello", 7);
	}

	@Test
	void theNamespaceHasTheSocketsWhoseHomeItIs() {
		Client client = connect(0, "good").connect();
		IndirectIo io = this.fleet.backend(0).io();
		assertThat(io.sockets()).extracting(Socket::id).containsExactly(client.id());
		Socket socket = io.socket(client.id()).orElseThrow();
		assertThat(socket.isConnected()).isTrue();
		client.close();
		Awaitility.await().until(socket::isDisconnected);
		assertThat(io.sockets()).isEmpty();
	}

	@Test
	void argumentsOfAnotherTypeAreAnsweredWithAnErrorAndReachNoHandler() throws Exception {
		Client client = connect(0, "good").connect();
		JSONObject answer = (JSONObject) client.call("number", "no number").get(0);
		assertThat(answer.getString("error")).isNotEmpty();
		assertThat(this.log).doesNotContain("number handled");
		assertThat(client.call("number", 7)).containsExactly(8);
	}

	private record Token(String token) {

	}

}
