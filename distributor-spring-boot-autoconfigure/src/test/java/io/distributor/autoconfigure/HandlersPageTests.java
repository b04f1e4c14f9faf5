package io.distributor.autoconfigure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.json.JSONException;
import org.json.JSONObject;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The code of {@code docs/handlers.md} at work, with real clients.
 */
class HandlersPageTests {

	private static ConfigurableApplicationContext context;

	private static int port;

	@BeforeAll
	static void start() {
		context = Applications.runAs("standalone", HandlersPage.class);
		port = Applications.port(context);
	}

	@AfterAll
	static void stop() {
		context.close();
	}

	@Test
	void isWhatThePageSays() throws IOException {
		String source = squeeze(
				Files.readString(Path.of("src/test/java/io/distributor/autoconfigure/HandlersPage.java")));
		String page = Files.readString(Path.of("../docs/handlers.md"));
		List<String> examples = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL)
			.matcher(page)
			.results()
			.map((MatchResult match) -> match.group(1))
			.toList();
		assertThat(examples).hasSizeGreaterThan(3).allSatisfy((example) -> {
			for (String part : example.split("\n\n")) {
				assertThat(source).contains(squeeze(part));
			}
		});
	}

	private static String squeeze(String code) {
		return code.replaceAll("\\s+", " ").replace("static class", "class").strip();
	}

	@Test
	void fillsParameters() throws Exception {
		try (Client client = ann()) {
			JSONObject receipt = (JSONObject) client.ask("order", order("tea", 2))[0];
			assertThat(receipt.getString("user")).isEqualTo("ann");
			assertThat(receipt.getString("item")).isEqualTo("tea");
			assertThat(receipt.getInt("before")).isZero();
			assertThat(client.ask("cancel", 7)).isEmpty();
			assertThat(client.ask("cancel", 7, "late")).isEmpty();
		}
	}

	@Test
	void refusesAClientThatSaysTooLittle() throws Exception {
		try (Client client = Client.to(port, "/chat")) {
			JSONObject error = (JSONObject) client.connectExpectingError()[0];
			assertThat(error.getString("message")).isEqualTo("Invalid arguments");
			assertThat(error.has("data")).isFalse();
		}
	}

	@Test
	void refusesAClientByAnExceptionHandler() throws Exception {
		try (Client client = Client.to(port, "/chess?level=none")) {
			JSONObject error = (JSONObject) client.connectExpectingError()[0];
			assertThat(error.getString("message")).isEqualTo("Connection refused");
			assertThat(error.getJSONObject("data").getInt("levels")).isEqualTo(3);
		}
	}

	@Test
	void answersInEveryWay() throws Exception {
		try (Client client = ann()) {
			assertThat(client.ask("value")).containsExactly(1);
			assertThat(client.ask("optional", true)).containsExactly("there");
			assertThat(client.ask("optional", false)).containsExactly((Object) null);
			assertThat(client.ask("nothing")).isEmpty();
			assertThat(client.ask("several")).containsExactly("a", 2, null);
			assertThat(client.ask("stage")).containsExactly("later");
			assertThat(client.ask("mono")).containsExactly("reactive");
			assertThat(client.ask("flux")).containsExactly(1);
			assertThat(client.ask("ack")).containsExactly("by hand");
			assertThat(client.ask("search", "x")[0]).hasToString("[\"x\"]");
		}
	}

	@Test
	void handlesEventsByPatterns() throws Exception {
		try (Client client = ann()) {
			assertThat(client.ask("audit.login")).containsExactly("noted audit.login");
			assertThat(error(client.ask("nobody"))).isEqualTo("no such event");
		}
	}

	@Test
	void answersFailuresByTheOwnBeanByAdviceOrWithNothingOfThem() throws Exception {
		try (Client client = ann()) {
			JSONObject stock = (JSONObject) client.ask("order", order("moon", 1))[0];
			assertThat(stock.getString("problem")).isEqualTo("out of stock");
			JSONObject invalid = (JSONObject) client.ask("order", order("tea", 0))[0];
			assertThat(invalid.getString("problem")).isEqualTo("invalid");
			assertThat(invalid.getJSONArray("details").getString(0))
				.isEqualTo("argument 0: count must be greater than 0");
			JSONObject refused = (JSONObject) client.ask("cancel", 0)[0];
			assertThat(refused.getString("error")).isEqualTo("shipped already");
			assertThat(refused.getJSONObject("data").getInt("number")).isZero();
			assertThat(error(client.ask("cancel", -1))).isEqualTo("Internal error");
			assertThat(error(client.ask("cancel", "x"))).isEqualTo("Invalid arguments");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "/chess", "/go" })
	void servesEachNamespaceOfABean(String namespace) throws Exception {
		try (Client client = Client.to(port, namespace).connect()) {
			assertThat(client.ask("move")).containsExactly(namespace);
		}
	}

	@Test
	void servesEveryNamespaceOfAPattern() throws Exception {
		try (Client seven = Client.to(port, "/workspace-7").connect();
				Client eight = Client.to(port, "/workspace-8").connect()) {
			assertThat(seven.ask("rename", "Lab")).containsExactly("7 is Lab");
			assertThat(eight.ask("rename", "Shop")).containsExactly("8 is Shop");
		}
	}

	@Test
	void refusesAClientOfANamespaceWhoseVariableDoesNotConvert() throws Exception {
		try (Client client = Client.to(port, "/workspace-seven")) {
			JSONObject error = (JSONObject) client.connectExpectingError()[0];
			assertThat(error.getString("message")).isEqualTo("Invalid arguments");
		}
	}

	@Test
	void checksConstraintsOfParameters() throws Exception {
		try (Client client = Client.to(port, "/workspace-7").connect()) {
			JSONObject invalid = (JSONObject) client.ask("rename", " ")[0];
			assertThat(invalid.getString("problem")).isEqualTo("invalid");
			assertThat(invalid.getJSONArray("details").getString(0)).isEqualTo("argument 0: must not be blank");
		}
	}

	@Test
	void hearsOfRooms() throws Exception {
		BlockingQueue<String> log = context.getBean(HandlersPage.Tables.class).log;
		try (Client client = ann()) {
			client.ask("sit", "four");
			assertThat(log.poll(20, TimeUnit.SECONDS)).isEqualTo("ann joined table-four");
		}
		assertThat(log.poll(20, TimeUnit.SECONDS)).isEqualTo("ann left table-four");
	}

	private static Client ann() throws InterruptedException {
		return Client.to(port, "/chat", Map.of("name", "ann")).connect();
	}

	private static JSONObject order(String item, int count) {
		return new JSONObject(Map.of("item", item, "count", count));
	}

	private static String error(Object[] answer) throws JSONException {
		return ((JSONObject) answer[0]).getString("error");
	}

}
