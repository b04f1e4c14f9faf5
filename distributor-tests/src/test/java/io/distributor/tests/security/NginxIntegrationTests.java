package io.distributor.tests.security;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.distributor.backend.IndirectIo;
import io.distributor.engine.server.ForwardedHeader;
import io.distributor.engine.server.ProxyOptions;
import io.distributor.tests.fleet.Client;
import io.distributor.tests.fleet.Fleet;
import io.distributor.tests.support.Program;
import io.distributor.tests.support.RequiresProgram;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Two distributors behind nginx that sends each client to one of them.
 */
@RequiresProgram(Program.NGINX)
class NginxIntegrationTests {

	private static final int CLIENTS = 24;

	private final Map<String, String> addresses = new ConcurrentHashMap<>();

	@RegisterExtension
	final Fleet fleet = Fleet.inMemory()
		.server((options) -> options.engine((engine) -> engine
			.http((http) -> http.proxies(new ProxyOptions(List.of("127.0.0.1"), ForwardedHeader.X_FORWARDED)))))
		.distributors(2)
		.backend("/chat", this::chat);

	@TempDir
	private Path directory;

	private Nginx nginx;

	private void chat(IndirectIo io) {
		io.on("connection", (socket) -> this.addresses.put(socket.id(), socket.handshake().address()));
		io.onEvent("echo", (event) -> event.arguments().get(0, String.class));
	}

	@BeforeEach
	void start() throws Exception {
		this.nginx = Nginx.start(this.directory, Nginx.Balancing.STICKY, this.fleet.distributor(0).listeningPort(),
				this.fleet.distributor(1).listeningPort());
	}

	@AfterEach
	void stop() {
		this.nginx.close();
	}

	@ParameterizedTest
	@ValueSource(strings = { "polling", "websocket", "polling,websocket" })
	void servesTheOfficialClient(String transports) {
		URI url = URI.create("http://127.0.0.1:" + this.nginx.port());
		Client client = this.fleet.client(this.fleet.manager(url, transports.split(",")), "/chat", Map.of());
		client.connect();
		for (int i = 0; i < 20; i++) {
			assertThat(client.call("echo", "text " + i)).containsExactly("text " + i);
		}
		assertThat(client.disconnects()).isEmpty();
	}

	@Test
	void keepsThePollsOfAClientAtOneDistributorAndUsesBoth() throws Exception {
		for (int i = 0; i < CLIENTS; i++) {
			String address = "127.0.1." + (i + 1);
			String session = pollingSession(address);
			assertThat(inNewConnection(address, session)).contains("40/chat,{\"sid\":");
			assertThat(this.addresses).containsValue(address);
		}
		assertThat(this.fleet.distributor(0).statistics().sockets()).isBetween(1, CLIENTS - 1);
		assertThat(this.fleet.distributor(1).statistics().sockets()).isBetween(1, CLIENTS - 1);
	}

	private String pollingSession(String address) throws Exception {
		String session;
		try (Attacker client = Attacker.from(address, this.nginx.port())) {
			session = client.openPolling();
		}
		try (Attacker client = Attacker.from(address, this.nginx.port())) {
			assertThat(client.post(session, "40/chat,")).endsWith("ok");
		}
		Awaitility.await().until(() -> this.addresses.containsValue(address));
		return session;
	}

	private String inNewConnection(String address, String session) throws Exception {
		try (Attacker client = Attacker.from(address, this.nginx.port())) {
			return client.get(session, "Connection: close");
		}
	}

	@Test
	void tellsTheAddressOfTheClientWhateverTheClientSays() throws Exception {
		try (Attacker client = Attacker.from("127.0.0.9", this.nginx.port())) {
			String session = client.openPolling("X-Forwarded-For: 203.0.113.1", "X-Forwarded-For: 127.0.0.1",
					"Forwarded: for=203.0.113.2", "X-Forwarded-Proto: https");
			client.post(session, "40/chat,");
			Awaitility.await().untilAsserted(() -> assertThat(this.addresses).containsValue("127.0.0.9"));
			assertThat(this.addresses).hasSize(1);
		}
	}

	@Test
	void refusesPagesOfAnotherOriginAndTakesThoseOfItsOwn() throws Exception {
		String own = "http://chat.example";
		try (Attacker client = Attacker.of(this.nginx.port())) {
			assertThat(client.get(Attacker.POLLING, "Origin: " + own)).startsWith("HTTP/1.1 200");
		}
		try (Attacker client = Attacker.of(this.nginx.port())) {
			assertThat(client.upgrade(Attacker.WEB_SOCKET, "Origin: https://evil.example")).startsWith("HTTP/1.1 403");
		}
	}

}
