package io.distributor.tests.security;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.distributor.backend.IndirectIo;
import io.distributor.link.LinkSecrets;
import io.distributor.test.redis.RedisProcess;
import io.distributor.tests.fleet.Client;
import io.distributor.tests.fleet.Fleet;
import io.distributor.tests.fleet.RedisMedium;
import io.distributor.tests.support.FleetLink;
import io.distributor.tests.support.Program;
import io.distributor.tests.support.RequiresProgram;
import io.distributor.tests.support.Sample;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Three distributors, processes of their own, behind nginx that sends requests to any of
 * them; one is killed.
 */
@RequiresProgram(Program.NGINX)
class KilledOwnerIntegrationTests {

	private static final String SECRET = "a secret of this test, 32 characters and more";

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	private final RedisProcess redis = RedisProcess.stopped();

	@RegisterExtension
	final Fleet fleet = Fleet.on(new RedisMedium(this.redis))
		.link((options) -> options.withHeartbeat(Duration.ofSeconds(1), Duration.ofSeconds(5), Duration.ofSeconds(1))
			.withSecrets(LinkSecrets.of(SECRET, null, Duration.ofMinutes(1))))
		.backend("/chat", this::chat);

	private final List<Sample> distributors = new ArrayList<>();

	@TempDir
	private Path directory;

	private void chat(IndirectIo io) {
		io.onEvent("echo", (event) -> event.arguments().get(0, String.class));
	}

	@BeforeEach
	void start() {
		this.redis.startAgain();
		for (int i = 0; i < 3; i++) {
			this.distributors.add(Sample.distributor(new FleetLink(this.redis.url(), "distributor"),
					"--distributor.link.secret=" + SECRET, "--distributor.server.forwarding.enabled=true",
					"--distributor.server.forwarding.address=127.0.0.1", "--distributor.server.drain=1s"));
		}
	}

	@AfterEach
	void stop() {
		Sample.close(this.distributors);
	}

	private int port(int distributor) {
		return this.distributors.get(distributor).distributorPort();
	}

	@Test
	void clientsOfAKilledDistributorAreToldAndComeBack() throws Exception {
		try (Nginx nginx = Nginx.start(this.directory, Nginx.Balancing.IN_TURN, port(0), port(1), port(2))) {
			Awaitility.await().atMost(PATIENCE).ignoreExceptions().until(() -> isFound(1) && isFound(2));
			List<Client> clients = connect(URI.create("http://127.0.0.1:" + nginx.port()));
			assertThat(clients)
				.allSatisfy((client) -> assertThat(client.call("echo", "before")).containsExactly("before"));
			String session;
			try (Attacker client = Attacker.of(port(0))) {
				session = client.openPolling();
			}
			this.distributors.get(0).kill();
			try (Attacker client = Attacker.of(port(1))) {
				assertThat(client.get(session)).startsWith("HTTP/1.1 400")
					.endsWith("{\"code\":1,\"message\":\"Session ID unknown\"}");
			}
			Awaitility.await()
				.atMost(PATIENCE)
				.untilAsserted(() -> assertThat(clients)
					.allSatisfy((client) -> assertThat(client.socket().connected()).isTrue()));
			assertThat(clients).anySatisfy((client) -> assertThat(client.connects()).hasSizeGreaterThan(1));
			assertThat(clients)
				.allSatisfy((client) -> assertThat(client.call("echo", "after")).containsExactly("after"));
		}
	}

	private boolean isFound(int other) throws Exception {
		try (Attacker client = Attacker.of(port(0)); Attacker another = Attacker.of(port(other))) {
			return another.post(client.openPolling(), "40/none,").startsWith("HTTP/1.1 200");
		}
	}

	private List<Client> connect(URI url) {
		List<Client> clients = new ArrayList<>();
		for (int i = 0; i < 6; i++) {
			Client client = this.fleet.client(this.fleet.manager(url, "polling"), "/chat", Map.of());
			client.socket().connect();
			Awaitility.await().atMost(PATIENCE).until(() -> client.socket().connected());
			clients.add(client);
		}
		return clients;
	}

}
