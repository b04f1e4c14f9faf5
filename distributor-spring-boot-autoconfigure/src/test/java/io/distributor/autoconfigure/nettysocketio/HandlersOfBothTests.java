package io.distributor.autoconfigure.nettysocketio;

import java.util.Map;
import java.util.concurrent.BlockingQueue;

import io.distributor.autoconfigure.Applications;
import io.distributor.autoconfigure.Client;
import io.socket.client.Ack;
import org.json.JSONArray;
import org.json.JSONObject;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The same handlers and the same clients, with a server of netty-socketio and with a
 * backend: what a client sees is the same.
 */
class HandlersOfBothTests {

	enum Server {

		NETTY_SOCKETIO, BACKEND

	}

	private static AnyPortServer nettyServer;

	private static ConfigurableApplicationContext backend;

	@BeforeAll
	static void start() {
		nettyServer = new AnyPortServer();
		nettyServer.addNamespace("/chat").addListeners(new NettyChat());
		nettyServer.start();
		backend = Applications.runAs("standalone", ChatApplication.class);
	}

	@AfterAll
	static void stop() {
		nettyServer.stop();
		backend.close();
	}

	private static Client client(Server server) {
		return Client.to(port(server), "/chat?name=ann");
	}

	private static int port(Server server) {
		return (server == Server.BACKEND) ? Applications.port(backend) : nettyServer.port();
	}

	@ParameterizedTest
	@EnumSource
	void welcomesAClientWithoutWritingNulls(Server server) throws Exception {
		try (Client client = Client.to(port(server), "/chat")) {
			BlockingQueue<Object[]> welcome = client.on("welcome");
			client.connect();
			assertThat(Client.take(welcome)[0]).hasToString("{}");
		}
	}

	@ParameterizedTest
	@EnumSource
	void sendsToARoomAndAnswers(Server server) throws Exception {
		try (Client ann = client(server).connect(); Client bob = client(server).connect()) {
			BlockingQueue<Object[]> atAnns = ann.on("said");
			BlockingQueue<Object[]> atBobs = bob.on("said");
			assertThat(ann.ask("say", new JSONObject(Map.of("text", "hello", "unknown", 1)))).containsExactly("said",
					5);
			JSONObject said = (JSONObject) Client.take(atBobs)[0];
			assertThat(said.getString("text")).isEqualTo("hello");
			assertThat(said.has("author")).isFalse();
			assertThat(bob.ask("quiet", "done")).isEmpty();
			assertThat(ann.ask("quiet", "done")).isEmpty();
			assertThat(atAnns).isEmpty();
		}
	}

	@ParameterizedTest
	@EnumSource
	void givesSeveralArguments(Server server) throws Exception {
		try (Client client = client(server).connect()) {
			Object[] answer = client.ask("pair", 7, new JSONObject(Map.of("list", new JSONArray("[1,\"b\"]"))));
			assertThat(((JSONObject) answer[0]).getJSONArray("list").toString()).isEqualTo("[1,\"b\"]");
			assertThat(answer[1]).isEqualTo(7);
		}
	}

	@ParameterizedTest
	@EnumSource
	void answersWhatSucceededAndNothingElse(Server server) throws Exception {
		try (Client client = client(server).connect()) {
			BlockingQueue<Object[]> failed = client.on("never");
			client.emit("quiet", null, (Ack) failed::add);
			client.emit("say", "no line", (Ack) failed::add);
			assertThat(client.ask("quiet", "text")).isEmpty();
			assertThat(failed).isEmpty();
		}
	}

	@ParameterizedTest
	@EnumSource
	void callsAllMethodsOfAnEvent(Server server) throws Exception {
		try (Client client = client(server).connect()) {
			BlockingQueue<Object[]> once = client.on("once");
			assertThat(client.ask("twice")).isEmpty();
			Client.take(once);
			Client.take(once);
		}
	}

	@ParameterizedTest
	@EnumSource
	void asksAClient(Server server) throws Exception {
		try (Client client = client(server)) {
			BlockingQueue<Object[]> heard = client.on("heard");
			BlockingQueue<Object[]> questions = client.on("question");
			client.connect();
			client.emit("ask me");
			Object[] question = Client.take(questions);
			assertThat(question[0]).isEqualTo("how?");
			((Ack) question[1]).call(new JSONObject(Map.of("text", "so")));
			assertThat(Client.take(heard)).containsExactly("so");
		}
	}

	@ParameterizedTest
	@EnumSource
	void keepsValuesWithTheirTypes(Server server) throws Exception {
		try (Client client = client(server).connect()) {
			assertThat(client.ask("visit")).containsExactly(1, 42, false);
			assertThat(client.ask("visit")).containsExactly(2, 42, false);
		}
	}

	@ParameterizedTest
	@EnumSource
	void movesBetweenRooms(Server server) throws Exception {
		try (Client client = client(server).connect()) {
			Object[] answer = client.ask("rooms");
			assertThat(answer[0]).hasToString("[\"attic\"]");
			assertThat(answer[1]).isEqualTo(1);
		}
	}

	@ParameterizedTest
	@EnumSource
	void disconnectsAClientAndTellsTheOthers(Server server) throws Exception {
		try (Client ann = client(server).connect(); Client bob = client(server).connect()) {
			BlockingQueue<Object[]> gone = ann.on("disconnect");
			BlockingQueue<Object[]> left = bob.on("left");
			ann.emit("leave");
			assertThat(Client.take(gone)).containsExactly("io server disconnect");
			if (server == Server.NETTY_SOCKETIO) {
				ann.close();
			}
			Client.take(left);
		}
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import(NettyChat.class)
	static class ChatApplication {

	}

}
