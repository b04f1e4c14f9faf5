package io.distributor.autoconfigure;

import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import io.distributor.backend.IndirectIo;
import org.json.JSONObject;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A whole application in role {@code standalone}, without a Redis, and real clients.
 */
class StandaloneTests {

	private static ConfigurableApplicationContext context;

	private static int port;

	@BeforeAll
	static void start() {
		context = Applications.standalone();
		port = Applications.port(context);
	}

	@AfterAll
	static void stop() {
		context.close();
	}

	@Test
	void welcomesAClient() throws Exception {
		try (Client client = Client.to(port, "/chat")) {
			BlockingQueue<Object[]> welcome = client.on("welcome");
			client.connect();
			assertThat((String) Client.take(welcome)[0]).hasSize(20);
		}
	}

	@Test
	void refusesAClientWithTextAndData() throws Exception {
		try (Client client = Client.to(port, "/chat", Map.of("name", "nobody"))) {
			JSONObject error = (JSONObject) client.connectExpectingError()[0];
			assertThat(error.getString("message")).isEqualTo("not you");
			assertThat(error.getJSONObject("data").getString("name")).isEqualTo("nobody");
		}
	}

	@Test
	void broadcastsToARoom() throws Exception {
		try (Client ann = Client.to(port, "/chat").connect(); Client bob = Client.to(port, "/chat").connect()) {
			BlockingQueue<Object[]> posted = bob.on("posted");
			assertThat(bob.ask("join", "general")).isEmpty();
			JSONObject post = new JSONObject(Map.of("author", "Ann", "text", "hello"));
			assertThat(ann.ask("post", "general", post)).containsExactly(5);
			assertThat(((JSONObject) Client.take(posted)[0]).getString("text")).isEqualTo("hello");
		}
	}

	@Test
	void answersInEveryWay() throws Exception {
		try (Client client = Client.to(port, "/chat").connect()) {
			assertThat(client.ask("ack")).containsExactly("a", 2);
			assertThat(client.ask("silent")).isEmpty();
			assertThat(client.ask("mono")).containsExactly("reactive");
			assertThat((byte[]) client.ask("bytes", new byte[] { 1, 2 }, new org.json.JSONArray("[3]"))[0])
				.containsExactly(1, 2, 3);
		}
	}

	@Test
	void answersWithAnErrorWhatItCannotHandle() throws Exception {
		try (Client client = Client.to(port, "/chat").connect()) {
			assertThat(error(client.ask("unheard"))).isEqualTo("Unknown event");
			assertThat(error(client.ask("post", "general", 5))).isEqualTo("Invalid arguments");
			assertThat(error(client.ask("post"))).isEqualTo("Invalid arguments");
			assertThat(error(client.ask("post", "general", new JSONObject(Map.of("author", "Ann", "text", "")))))
				.isEqualTo("Invalid arguments");
			assertThat(client.ask("mono")).containsExactly("reactive");
		}
	}

	@Test
	void runsHandlersOnThreadsOfTheirOwn() throws Exception {
		try (Client client = Client.to(port, "/chat").connect()) {
			assertThat((String) client.ask("thread")[0]).startsWith("Thread[").contains("distributor-handler-");
		}
	}

	@Test
	@EnabledForJreRange(min = JRE.JAVA_21)
	void runsHandlersOnVirtualThreadsWhenBootDoes() throws Exception {
		try (ConfigurableApplicationContext virtual = Applications.standalone("--spring.threads.virtual.enabled=true");
				Client client = Client.to(Applications.port(virtual), "/chat").connect()) {
			assertThat((String) client.ask("thread")[0]).startsWith("VirtualThread[").contains("distributor-handler-");
		}
	}

	@Test
	void hearsOfTheEndOfASocket() throws Exception {
		try (Client client = Client.to(port, "/chat").connect()) {
			client.ask("silent");
		}
		assertThat(context.getBean(Chat.class).gone.poll(20, TimeUnit.SECONDS))
			.isEqualTo("client namespace disconnect");
	}

	@Test
	void servesOtherNamespacesOfTheFunctionalStyle() throws Exception {
		IndirectIo io = context.getBean(IndirectIo.class);
		Consumer<Integer> answer = (number) -> io.of("/game").emit("moved", number + 1);
		io.of("/game").on("connection", (socket) -> socket.on("move", Integer.class, answer));
		try (Client client = Client.to(port, "/game").connect()) {
			BlockingQueue<Object[]> moved = client.on("moved");
			client.emit("move", 4);
			assertThat(Client.take(moved)).containsExactly(5);
		}
	}

	@Test
	void refusesAnUnknownNamespace() throws Exception {
		try (Client client = Client.to(port, "/unknown")) {
			assertThat(((JSONObject) client.connectExpectingError()[0]).getString("message"))
				.isEqualTo("Invalid namespace");
		}
	}

	private static String error(Object[] answer) throws Exception {
		return ((JSONObject) answer[0]).getString("error");
	}

}
