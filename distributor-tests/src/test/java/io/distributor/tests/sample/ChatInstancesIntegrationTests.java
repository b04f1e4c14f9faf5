package io.distributor.tests.sample;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

import io.distributor.tests.support.FleetLink;
import io.distributor.tests.support.Sample;
import io.socket.client.Ack;
import io.socket.client.IO;
import io.socket.client.Socket;
import org.awaitility.Awaitility;
import org.json.JSONArray;
import org.json.JSONObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The sample chat as two processes behind two distributors: its users must not notice.
 */
class ChatInstancesIntegrationTests {

	private static final String ROOM = "Attic";

	private static final int USERS = 8;

	private final HttpClient http = HttpClient.newHttpClient();

	private final List<Sample> distributors = new ArrayList<>();

	private final List<Sample> chats = new ArrayList<>();

	/** By name. */
	private final Map<String, Socket> sockets = new LinkedHashMap<>();

	/** Who is in the room as each user was told, by name. */
	private final Map<String, TreeSet<String>> seen = new ConcurrentHashMap<>();

	@BeforeEach
	void start() {
		FleetLink link = FleetLink.create();
		for (int i = 0; i < 2; i++) {
			this.distributors.add(Sample.distributor(link));
			this.chats.add(Sample.backend(link, "--spring.profiles.active=fleet"));
		}
		this.chats.forEach(Sample::page);
	}

	@AfterEach
	void stop() {
		this.sockets.values().forEach(Socket::close);
		Sample.close(this.chats);
		Sample.close(this.distributors);
	}

	@Test
	void showsTheSameToAllWhicheverProcessTheyTalkTo() throws Exception {
		for (int i = 0; i < USERS; i++) {
			enter("user " + i, i % 2);
		}
		awaitAllSee(this.sockets.keySet());
		for (Map.Entry<String, Socket> user : this.sockets.entrySet()) {
			ask(user.getValue(), "postMessage", ROOM, "from " + user.getKey());
		}
		JSONObject view = enter("late", 0);
		assertThat(texts(view)).containsExactly("from user 0", "from user 1", "from user 2", "from user 3",
				"from user 4", "from user 5", "from user 6", "from user 7");
		this.chats.remove(0).kill();
		this.sockets.remove("user 0").close();
		this.seen.remove("user 0");
		awaitAllSee(this.sockets.keySet());
		assertThat(this.sockets.values()).allMatch(Socket::connected);
		JSONObject posted = (JSONObject) ask(this.sockets.get("user 1"), "postMessage", ROOM, "still here");
		assertThat(posted.getString("text")).isEqualTo("still here");
	}

	private void awaitAllSee(Iterable<String> users) {
		TreeSet<String> all = new TreeSet<>();
		users.forEach(all::add);
		Awaitility.await()
			.atMost(Duration.ofSeconds(30))
			.untilAsserted(() -> assertThat(this.seen.values()).allSatisfy((one) -> assertThat(one).isEqualTo(all)));
	}

	private JSONObject enter(String name, int index) throws Exception {
		Socket socket = IO.socket(
				URI.create("http://localhost:" + this.distributors.get(index).distributorPort() + "/chat"),
				IO.Options.builder().setForceNew(true).setAuth(Map.of("token", token(name, index))).build());
		this.sockets.put(name, socket);
		TreeSet<String> users = new TreeSet<>();
		this.seen.put(name, users);
		socket.on("entered", (event) -> change(users, () -> users.add(name(event[1]))));
		socket.on("left", (event) -> change(users, () -> users.remove(name(event[1]))));
		CompletableFuture<Object> connected = new CompletableFuture<>();
		socket.on(Socket.EVENT_CONNECT, (nothing) -> connected.complete(true));
		socket.connect();
		assertThat(connected).succeedsWithin(Duration.ofSeconds(20));
		JSONObject view = (JSONObject) ask(socket, "join", ROOM);
		change(users, () -> members(view).forEach(users::add));
		return view;
	}

	private static void change(TreeSet<String> users, Runnable change) {
		synchronized (users) {
			change.run();
		}
	}

	private String token(String name, int index) throws Exception {
		HttpRequest login = HttpRequest.newBuilder(URI.create(this.chats.get(index).page() + "/chat/login"))
			.header("Content-Type", "application/json")
			.POST(HttpRequest.BodyPublishers.ofString("{\"name\":\"" + name + "\"}"))
			.build();
		return new JSONObject(this.http.send(login, BodyHandlers.ofString()).body()).getString("token");
	}

	private static Object ask(Socket socket, String event, Object... arguments) {
		CompletableFuture<Object> answer = new CompletableFuture<>();
		socket.emit(event, arguments, (Ack) (values) -> answer.complete(values[0]));
		assertThat(answer).succeedsWithin(Duration.ofSeconds(20));
		return answer.join();
	}

	private static String name(Object user) {
		return ((JSONObject) user).optString("name");
	}

	private static List<String> members(JSONObject view) {
		List<String> names = new ArrayList<>();
		JSONArray members = view.optJSONArray("members");
		for (int i = 0; i < members.length(); i++) {
			names.add(name(members.opt(i)));
		}
		return names;
	}

	private static List<String> texts(JSONObject view) {
		List<String> texts = new ArrayList<>();
		JSONArray messages = view.optJSONArray("messages");
		for (int i = 0; i < messages.length(); i++) {
			texts.add(messages.optJSONObject(i).optString("text"));
		}
		return texts;
	}

}
