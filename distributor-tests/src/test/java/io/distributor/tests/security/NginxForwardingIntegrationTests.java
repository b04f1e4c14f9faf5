package io.distributor.tests.security;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

import io.distributor.backend.Handshake;
import io.distributor.backend.IndirectIo;
import io.distributor.engine.server.ForwardedHeader;
import io.distributor.engine.server.ProxyOptions;
import io.distributor.tests.fleet.Client;
import io.distributor.tests.fleet.Distributor;
import io.distributor.tests.fleet.Fleet;
import io.distributor.tests.support.Program;
import io.distributor.tests.support.RequiresProgram;
import okhttp3.OkHttpClient;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Three distributors behind nginx that sends requests to any of them.
 */
@RequiresProgram(Program.NGINX)
class NginxForwardingIntegrationTests {

	private static final int CLIENTS = 6;

	private final Map<String, Handshake> handshakes = new ConcurrentHashMap<>();

	@RegisterExtension
	final Fleet fleet = Fleet.inMemory()
		.server((options) -> options.stopTimeout(Duration.ofMillis(200))
			.engine((engine) -> engine
				.http((http) -> http.proxies(new ProxyOptions(List.of("127.0.0.1"), ForwardedHeader.X_FORWARDED)))))
		.forwarding()
		.distributors(3)
		.backend("/chat", this::chat);

	@TempDir
	private Path directory;

	private void chat(IndirectIo io) {
		io.on("connection", (socket) -> this.handshakes.put(socket.id(), socket.handshake()));
		io.onEvent("echo", (event) -> event.arguments().get(0, String.class));
	}

	private Nginx nginx(Nginx.Balancing balancing) throws Exception {
		awaitThatAllKnowEachOther();
		return Nginx.start(this.directory, balancing, ports());
	}

	private int[] ports() {
		return IntStream.range(0, 3).map((index) -> this.fleet.distributor(index).listeningPort()).toArray();
	}

	// A session is found once its distributor was heard.
	private void awaitThatAllKnowEachOther() {
		for (int owner = 0; owner < 3; owner++) {
			for (int other = 0; other < 3; other++) {
				int first = this.fleet.distributor(owner).listeningPort();
				int second = this.fleet.distributor(other).listeningPort();
				Awaitility.await().ignoreExceptions().until(() -> isFound(first, second));
			}
		}
	}

	private static boolean isFound(int owner, int other) throws Exception {
		try (Attacker client = Attacker.of(owner); Attacker another = Attacker.of(other)) {
			return another.post(client.openPolling(), "40/none,").startsWith("HTTP/1.1 200");
		}
	}

	private List<Client> connect(URI url, OkHttpClient http, String... transports) {
		List<Client> clients = new ArrayList<>();
		for (int i = 0; i < CLIENTS; i++) {
			clients.add(this.fleet.client(this.fleet.manager(url, http, transports), "/chat", Map.of()).connect());
		}
		return clients;
	}

	private static void talk(List<Client> clients) {
		for (int i = 0; i < 10; i++) {
			for (Client client : clients) {
				assertThat(client.call("echo", "text " + i)).containsExactly("text " + i);
			}
		}
		assertThat(clients).allSatisfy((client) -> assertThat(client.disconnects()).isEmpty());
	}

	@ParameterizedTest
	@EnumSource(names = { "RANDOM", "IN_TURN" })
	void servesClientsThatPoll(Nginx.Balancing balancing) throws Exception {
		try (Nginx nginx = nginx(balancing)) {
			List<Client> clients = connect(url("http", nginx), Fleet.httpClient(), "polling");
			talk(clients);
			this.fleet.backend(0).io().emit("news", "for all");
			Awaitility.await()
				.untilAsserted(() -> assertThat(clients)
					.allSatisfy((client) -> assertThat(client.heard()).containsExactly("news")));
			assertThat(distributors()).allSatisfy((distributor) -> {
				assertThat(distributor.forwardingStatistics().forwarded()).isPositive();
				assertThat(distributor.forwardingStatistics().rejected()).isZero();
			});
		}
	}

	@ParameterizedTest
	@EnumSource(names = { "RANDOM", "IN_TURN" })
	void servesClientsThatUpgrade(Nginx.Balancing balancing) throws Exception {
		try (Nginx nginx = nginx(balancing)) {
			List<Client> clients = connect(url("http", nginx), Fleet.httpClient(), "polling", "websocket");
			Awaitility.await().until(() -> upgraded() == CLIENTS);
			talk(clients);
		}
	}

	private long upgraded() {
		return distributors().stream().mapToLong((one) -> one.serverStatistics().engine().upgradedSessions()).sum();
	}

	@ParameterizedTest
	@CsvSource({ "STICKY, polling", "STICKY, websocket", "RANDOM, polling", "RANDOM, websocket" })
	void knowsTheClientsForWhichNginxEndsTls(Nginx.Balancing balancing, String transport) throws Exception {
		Certificate certificate = Certificate.create(this.directory);
		awaitThatAllKnowEachOther();
		try (Nginx nginx = Nginx.start(this.directory, certificate, balancing, ports())) {
			talk(connect(url("https", nginx), certificate.trustedBy(Fleet.httpClient()), transport));
			assertThat(this.handshakes).hasSize(CLIENTS);
			assertThat(this.handshakes.values()).allSatisfy((handshake) -> {
				assertThat(handshake.isSecure()).isTrue();
				assertThat(handshake.address()).isEqualTo("127.0.0.1");
				assertThat(handshake.headers()).containsKey("x-forwarded-for")
					.doesNotContainKey("distributor-forwarded");
			});
		}
	}

	@Test
	void tellsTheAddressOfTheClient() throws Exception {
		try (Nginx nginx = nginx(Nginx.Balancing.IN_TURN)) {
			for (int i = 1; i <= 3; i++) {
				String address = "127.0.2." + i;
				String session;
				try (Attacker client = Attacker.from(address, nginx.port())) {
					session = client.openPolling("Distributor-Forwarded: 203.0.113.1", "X-Forwarded-For: 203.0.113.2");
				}
				try (Attacker client = Attacker.from(address, nginx.port())) {
					assertThat(client.post(session, "40/chat,")).endsWith("ok");
				}
				Awaitility.await()
					.untilAsserted(() -> assertThat(this.handshakes.values()).extracting(Handshake::address)
						.contains(address));
			}
			assertThat(this.handshakes).hasSize(3);
		}
	}

	private List<Distributor> distributors() {
		return IntStream.range(0, 3).mapToObj(this.fleet::distributor).toList();
	}

	private static URI url(String scheme, Nginx nginx) {
		return URI.create(scheme + "://127.0.0.1:" + nginx.port());
	}

}
