package io.distributor.sample.chat;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import io.socket.client.Ack;
import io.socket.client.IO;
import io.socket.client.Socket;
import org.awaitility.Awaitility;
import org.json.JSONArray;
import org.json.JSONException;
import org.json.JSONObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests the chat as it starts by default: both roles in one process.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "distributor.server.port=0")
class ChatIntegrationTests {

	private final List<Socket> sockets = new ArrayList<>();

	private final RestClient http;

	ChatIntegrationTests(@Value("${local.server.port}") int port) {
		this.http = RestClient.create("http://localhost:" + port);
	}

	@AfterEach
	void disconnect() {
		this.sockets.forEach(Socket::disconnect);
	}

	@Test
	void servesThePageAndTheClient() {
		assertThat(get("/")).contains("<title>Chat</title>");
		assertThat(get("/vendor/socket.io.esm.min.js")).startsWith("/*!\n * Socket.IO v4");
	}

	@Test
	void isHealthyWithoutARedis() {
		assertThat(get("/actuator/health")).contains("\"status\":\"UP\"");
	}

	@Test
	void tellsThePageWhereItsDistributorIs() {
		JsonNode settings = this.http.get().uri("/chat/config").retrieve().requiredBody(JsonNode.class);
		assertThat(settings.get("namespace").asString()).isEqualTo("/chat");
		assertThat(settings.get("distributors").get(0).asString()).matches("http://localhost:[1-9][0-9]*");
	}

	@Test
	void servesTypesForItsClients() {
		ResponseEntity<String> types = this.http.get()
			.uri("/actuator/distributortypes")
			.retrieve()
			.toEntity(String.class);
		assertThat(types.getHeaders().getContentType()).isNotNull();
		assertThat(types.getHeaders().getContentType().isCompatibleWith(MediaType.TEXT_PLAIN)).isTrue();
		assertThat(types.getBody()).contains("message: (message: Message) => void;",
				"postMessage: (room: string, text: string, ack: (answer: Message | HandlerError) => void) => void;",
				"typing: (room: string, user: User, typing: boolean) => void;");
		JsonNode document = this.http.get()
			.uri("/actuator/distributorasyncapi")
			.retrieve()
			.requiredBody(JsonNode.class);
		assertThat(document.at("/info/title").asString()).isEqualTo("chat");
		assertThat(document.at("/channels/Chat/address").asString()).isEqualTo("/chat");
	}

	@Test
	void letsTwoUsersTalk() throws Exception {
		Socket ada = enter("Ada", "Attic");
		Socket bob = connect("Bob");
		BlockingQueue<Object[]> entered = events(ada, "entered");
		BlockingQueue<Object[]> left = events(ada, "left");
		BlockingQueue<Object[]> typing = events(ada, "typing");
		BlockingQueue<Object[]> messages = events(ada, "message");
		JSONObject view = (JSONObject) ask(bob, "join", "Attic");
		assertThat(names(view)).containsExactlyInAnyOrder("Ada", "Bob");
		assertThat(((JSONObject) next(entered)[1]).getString("name")).isEqualTo("Bob");
		bob.emit("typing", "Attic", true);
		Object[] typed = next(typing);
		assertThat(typed[0]).isEqualTo("Attic");
		assertThat(((JSONObject) typed[1]).getString("name")).isEqualTo("Bob");
		assertThat(typed[2]).isEqualTo(true);
		JSONObject posted = (JSONObject) ask(bob, "postMessage", "Attic", "Hello <Ada>");
		JSONObject received = (JSONObject) next(messages)[0];
		assertThat(received.getString("text")).isEqualTo("Hello <Ada>");
		assertThat(received.getString("id")).isEqualTo(posted.getString("id"));
		bob.disconnect();
		assertThat(((JSONObject) next(left)[1]).getString("name")).isEqualTo("Bob");
	}

	@Test
	void showsWhoEntersWhatWasSaidBefore() throws Exception {
		Socket ada = enter("Ada", "Cellar");
		ask(ada, "postMessage", "Cellar", "First");
		ask(ada, "postMessage", "Cellar", "Second");
		JSONObject view = (JSONObject) ask(connect("Bob"), "join", "Cellar");
		JSONArray messages = view.getJSONArray("messages");
		assertThat(messages.length()).isEqualTo(2);
		assertThat(messages.getJSONObject(1).getString("text")).isEqualTo("Second");
	}

	@Test
	void countsWhoIsInEachRoom() throws Exception {
		Socket ada = connect("Ada");
		BlockingQueue<Object[]> rooms = events(ada, "rooms");
		ask(connect("Bob"), "join", "Night owls");
		Awaitility.await().until(() -> next(rooms)[0].toString().contains("{\"name\":\"Night owls\",\"users\":1}"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "eyJhbGciOiJub25lIn0.eyJzdWIiOiJBZGEifQ." })
	void refusesAUserWithoutATokenOfItsOwn(String token) throws Exception {
		Socket socket = socket(Map.of("token", token));
		BlockingQueue<Object[]> errors = events(socket, Socket.EVENT_CONNECT_ERROR);
		socket.connect();
		assertThat(((JSONObject) next(errors)[0]).getString("message")).isEqualTo("Unauthorized");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"name\":\" \"}", "{\"name\":null}", "{}", "{\"name\":\"123456789012345678901234_\"}" })
	void givesNoTokenForANameThatIsNotAllowed(String login) {
		assertThatExceptionOfType(HttpClientErrorException.BadRequest.class).isThrownBy(() -> this.http.post()
			.uri("/chat/login")
			.contentType(MediaType.APPLICATION_JSON)
			.body(login)
			.retrieve()
			.toBodilessEntity());
	}

	@Test
	void answersWhatIsNotAllowedWithAnError() throws Exception {
		Socket ada = connect("Ada");
		JSONObject error = (JSONObject) ask(ada, "join", "<script>");
		assertThat(error.getString("error")).isEqualTo("Invalid arguments");
		assertThat(ada.connected()).isTrue();
	}

	private String get(String path) {
		return this.http.get().uri(path).retrieve().requiredBody(String.class);
	}

	private Socket enter(String name, String room) throws Exception {
		Socket socket = connect(name);
		ask(socket, "join", room);
		return socket;
	}

	private Socket connect(String name) throws InterruptedException {
		Socket socket = socket(Map.of("token", token(name)));
		BlockingQueue<Object[]> connected = events(socket, Socket.EVENT_CONNECT);
		socket.connect();
		next(connected);
		return socket;
	}

	private String token(String name) {
		return this.http.post()
			.uri("/chat/login")
			.contentType(MediaType.APPLICATION_JSON)
			.body(Map.of("name", name))
			.retrieve()
			.requiredBody(JsonNode.class)
			.get("token")
			.asString();
	}

	private Socket socket(Map<String, String> auth) {
		JsonNode settings = this.http.get().uri("/chat/config").retrieve().requiredBody(JsonNode.class);
		URI address = URI.create(settings.get("distributors").get(0).asString() + settings.get("namespace").asString());
		Socket socket = IO.socket(address, IO.Options.builder().setForceNew(true).setAuth(auth).build());
		this.sockets.add(socket);
		return socket;
	}

	private static BlockingQueue<Object[]> events(Socket socket, String event) {
		BlockingQueue<Object[]> events = new LinkedBlockingQueue<>();
		socket.on(event, events::add);
		return events;
	}

	private static Object[] next(BlockingQueue<Object[]> events) throws InterruptedException {
		Object[] event = events.poll(10, TimeUnit.SECONDS);
		assertThat(event).as("event within 10 s").isNotNull();
		return event;
	}

	private static Object ask(Socket socket, String event, Object... arguments) throws Exception {
		CompletableFuture<Object> answer = new CompletableFuture<>();
		socket.emit(event, arguments, (Ack) (values) -> answer.complete(values[0]));
		return answer.get(10, TimeUnit.SECONDS);
	}

	private static List<String> names(JSONObject view) throws JSONException {
		JSONArray users = view.getJSONArray("members");
		List<String> names = new ArrayList<>();
		for (int i = 0; i < users.length(); i++) {
			names.add(users.getJSONObject(i).getString("name"));
		}
		return names;
	}

}
