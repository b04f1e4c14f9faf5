package io.distributor.autoconfigure.security;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

import io.distributor.autoconfigure.Applications;
import io.distributor.autoconfigure.Client;
import io.distributor.backend.instance.Backend;
import org.json.JSONException;
import org.json.JSONObject;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tokens and method security, with real clients.
 */
class SecuredStandaloneTests {

	private static ConfigurableApplicationContext context;

	private static int port;

	@BeforeAll
	static void start() {
		context = Applications.runAs("standalone", SecuredApplication.class, "--distributor.authentication.grace=0s");
		port = Applications.port(context);
	}

	@AfterAll
	static void stop() {
		context.close();
	}

	@Test
	void knowsTheUserByTheToken() throws Exception {
		try (Client client = client(Tokens.of("ann")).connect()) {
			assertThat(client.ask("who")).containsExactly("ann ann");
			assertThat(client.ask("subject")).containsExactly("ann");
			assertThat(client.ask("context")).containsExactly("ann");
		}
	}

	@Test
	void takesTheTokenOfTheHeader() throws Exception {
		try (Client client = Client.withHeaders(port, "/chat",
				Map.of("Authorization", List.of("Bearer " + Tokens.of("bob"))))) {
			client.connect();
			assertThat(client.ask("who")).containsExactly("bob bob");
		}
	}

	@Test
	void refusesWithoutAReason() throws Exception {
		String expired = Tokens.of("ann", Instant.now().minusSeconds(600));
		for (String token : List.of("", "nonsense", expired, Tokens.of("ann") + "x")) {
			try (Client client = client(token)) {
				JSONObject error = (JSONObject) client.connectExpectingError()[0];
				assertThat(error.getString("message")).isEqualTo("Unauthorized");
				assertThat(error.has("data")).isFalse();
			}
		}
		assertThat(context.getBean(Backend.class).statistics().socketsUnauthorized()).isGreaterThanOrEqualTo(4);
	}

	@Test
	void securesHandlerMethods() throws Exception {
		try (Client ann = client(Tokens.of("ann")).connect();
				Client root = client(Tokens.of("root", "admin")).connect()) {
			assertThat(error(ann.ask("delete", 7))).isEqualTo("Forbidden");
			assertThat(error(ann.ask("deleteLater"))).isEqualTo("Forbidden");
			assertThat(root.ask("delete", 7)).containsExactly("deleted 7");
			assertThat(root.ask("deleteLater")).containsExactly("deleted");
			assertThat(error(ann.ask("delete", 7))).isEqualTo("Forbidden");
		}
	}

	@Test
	void securesConnectMethods() throws Exception {
		try (Client ann = Client.to(port, "/vault", Map.of("token", Tokens.of("ann")));
				Client root = Client.to(port, "/vault", Map.of("token", Tokens.of("root", "admin")))) {
			JSONObject error = (JSONObject) ann.connectExpectingError()[0];
			assertThat(error.getString("message")).isEqualTo("Forbidden");
			root.connect();
		}
	}

	@Test
	void disconnectsAClientWhoseTokenExpires() throws Exception {
		try (Client client = client(Tokens.of("ann", Instant.now().plusSeconds(3)))) {
			BlockingQueue<Object[]> disconnected = client.on("disconnect");
			client.connect();
			assertThat(client.ask("who")).containsExactly("ann ann");
			assertThat(Client.take(disconnected)).containsExactly("io server disconnect");
		}
		BlockingQueue<String> gone = context.getBean(SecuredApplication.Accounts.class).gone();
		Instant deadline = Instant.now().plus(Duration.ofSeconds(20));
		String reason = "";
		while (!reason.endsWith("authentication expired") && Instant.now().isBefore(deadline)) {
			reason = String.valueOf(gone.poll(1, TimeUnit.SECONDS));
		}
		assertThat(reason).isEqualTo("server namespace disconnect: authentication expired");
		assertThat(context.getBean(Backend.class).statistics().socketsExpired()).isEqualTo(1);
	}

	@Test
	void letsInWhoIsNobodyWhenThatIsAllowed() throws Exception {
		try (ConfigurableApplicationContext open = Applications.runAs("standalone", SecuredApplication.class,
				"--distributor.authentication.anonymous=true");
				Client client = Client.to(Applications.port(open), "/chat").connect()) {
			assertThat(client.ask("free")).containsExactly("nobody");
			assertThat(client.ask("context")).containsExactly("anonymousUser");
			assertThat(error(client.ask("who"))).isEqualTo("Unauthorized");
			assertThat(error(client.ask("delete", 7))).isEqualTo("Forbidden");
		}
	}

	private static Client client(String token) {
		return Client.to(port, "/chat", Map.of("token", token));
	}

	private static String error(Object[] answer) throws JSONException {
		return ((JSONObject) answer[0]).getString("error");
	}

}
