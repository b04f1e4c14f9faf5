package io.distributor.engine.server;

import java.io.File;
import java.io.FileInputStream;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

import io.distributor.engine.session.CloseReason;
import io.distributor.engine.session.EngineSession;
import io.distributor.engine.session.Handshake;
import io.distributor.engine.session.OutboundMessage;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

/**
 * Tests of start, stop, drain and TLS of {@link EngineServer}.
 */
class EngineServerTests {

	private EchoServer echo = new EchoServer();

	@AfterEach
	void stop() {
		this.echo.close();
	}

	@ParameterizedTest
	@EnumSource(names = { "NIO", "EPOLL", "IO_URING" })
	void namesThePortInUse(IoTransport transport) {
		Assumptions.assumeTrue(transport != IoTransport.EPOLL || IoTransports.isEpollAvailable());
		Assumptions.assumeTrue(transport != IoTransport.IO_URING || IoTransports.isIoUringAvailable());
		int port = this.echo.server.port();
		EngineServer second = new EngineServer(EchoServer.options().port(port).ioTransport(transport).build(),
				(session) -> {
					throw new IllegalStateException();
				});
		assertThatExceptionOfType(PortInUseException.class).isThrownBy(second::start)
			.withMessage("port: " + port + " is in use (expected: a free one, or 0 for any free one)")
			.satisfies((ex) -> assertThat(ex.port()).isEqualTo(port));
	}

	@Test
	void saysWhichAddressCannotBeBound() {
		EngineServer second = new EngineServer(EchoServer.options().host("192.0.2.1").build(), (session) -> {
			throw new IllegalStateException();
		});
		assertThatExceptionOfType(EngineStartException.class).isThrownBy(second::start)
			.withMessageContaining("host: 192.0.2.1, port: 8001 cannot be bound");
	}

	@Test
	void startsOnce() {
		assertThatIllegalStateException().isThrownBy(this.echo.server::start);
	}

	@Test
	void refusesOptionsOutOfRange() {
		assertThatIllegalArgumentException().isThrownBy(() -> EngineOptions.builder().maxPayload(-1).build())
			.withMessage("maxPayload: -1 (expected: > 0)");
		assertThatIllegalArgumentException().isThrownBy(() -> EngineOptions.builder().path("socket.io").build())
			.withMessage("path: socket.io (expected: a slash at both ends)");
	}

	@Test
	void closesAllSessionsWhenItStops() throws Exception {
		try (RawClient webSocket = RawClient.webSocket(this.echo.server, "?EIO=4&transport=websocket")) {
			webSocket.head();
			webSocket.readText();
			CompletableFuture<HttpResponse<String>> lastPoll = this.echo.poll(this.echo.openPolling());
			CompletableFuture<Void> stopped = CompletableFuture
				.runAsync(() -> this.echo.server.stop(Duration.ofSeconds(10)));
			assertThat(webSocket.readText()).isEqualTo("1");
			assertThat(webSocket.isAtEnd()).isTrue();
			webSocket.close();
			assertThat(stopped).succeedsWithin(Duration.ofSeconds(4));
			assertThat(lastPoll.get(5, TimeUnit.SECONDS).body()).isEqualTo("1");
		}
		this.echo.awaitClosed("SERVER_SHUTTING_DOWN: null", "SERVER_SHUTTING_DOWN: null");
	}

	@Test
	void waitsNoLongerThanAllowedWhenItStops() throws Exception {
		this.echo.openPolling();
		try (RawClient silent = RawClient.webSocket(this.echo.server, "?EIO=4&transport=websocket")) {
			silent.head();
			long start = System.nanoTime();
			this.echo.server.stop(Duration.ofMillis(300));
			assertThat(Duration.ofNanos(System.nanoTime() - start)).isBetween(Duration.ofMillis(290),
					Duration.ofSeconds(3));
		}
	}

	@Test
	void opensNoSessionWhileItDrains() throws Exception {
		TestWebSocket webSocket = this.echo.openWebSocket();
		webSocket.next();
		this.echo.server.drain();
		assertThat(this.echo.get("?EIO=4&transport=polling").statusCode()).isEqualTo(503);
		webSocket.send("4still served");
		assertThat(webSocket.next()).isEqualTo("4still served");
	}

	@Test
	void sendsTheLastPacketsOfAClosedSessionWithTheNextPoll() throws Exception {
		String query = this.echo.openPolling();
		var session = this.echo.session();
		session.executor().submit(() -> {
			session.send(new OutboundMessage("bye".getBytes(), List.of(), false));
			session.close(CloseReason.FORCED_CLOSE, null);
			session.send(new OutboundMessage("never".getBytes(), List.of(), false));
		}).sync();
		this.echo.awaitClosed("FORCED_CLOSE: null");
		assertThat(this.echo.get(query).body()).isEqualTo("4bye\u001e1");
		assertThat(this.echo.get(query).body()).contains("Session ID unknown");
	}

	@Test
	void tellsWhatIsKnownOfTheClient() throws Exception {
		HttpRequest request = HttpRequest
			.newBuilder(this.echo.uri("?EIO=4&transport=polling&token=a%20b&token=second&x="))
			.header("X-Custom", "1")
			.header("X-Custom", "2")
			.build();
		this.echo.send(request);
		var handshake = this.echo.session().handshake();
		assertThat(handshake.query()).containsEntry("token", "a b").containsEntry("x", "");
		assertThat(handshake.headers()).containsEntry("x-custom", List.of("1", "2"));
		assertThat(handshake.address()).isEqualTo("127.0.0.1");
		assertThat(handshake.url()).startsWith("/engine.io/?EIO=4");
		assertThat(handshake.secure()).isFalse();
		assertThat(handshake.xdomain()).isFalse();
		assertThat(handshake.protocol()).isEqualTo(4);
	}

	@Test
	void keepsOnceWhatManyClientsSendAlike() throws Exception {
		for (int i = 0; i < 2; i++) {
			this.echo.send(HttpRequest.newBuilder(this.echo.uri("?EIO=4&transport=polling"))
				.header("X-Custom", "alike")
				.header("Cookie", "own=1")
				.build());
		}
		await().until(() -> this.echo.sessions.size() == 2);
		List<EngineSession> sessions = List.copyOf(this.echo.sessions);
		Handshake first = sessions.get(0).handshake();
		Handshake second = sessions.get(1).handshake();
		assertThat(first.url()).isSameAs(second.url());
		assertThat(first.query()).isSameAs(second.query());
		assertThat(first.headers().get("x-custom")).isSameAs(second.headers().get("x-custom"));
		assertThat(first.headers().get("cookie")).isEqualTo(List.of("own=1"))
			.isNotSameAs(second.headers().get("cookie"));
	}

	@ParameterizedTest
	@EnumSource(names = { "NIO", "EPOLL" })
	void speaksTlsOnBothTransports(IoTransport transport, @TempDir Path directory) throws Exception {
		Assumptions.assumeTrue(transport != IoTransport.EPOLL || IoTransports.isEpollAvailable());
		KeyStore keys = keys(directory.resolve("keys.p12").toFile());
		KeyManagerFactory keyManagers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
		keyManagers.init(keys, "secret".toCharArray());
		SslContext serverContext = SslContextBuilder.forServer(keyManagers).sslProvider(SslProvider.JDK).build();
		this.echo.close();
		this.echo = new EchoServer(EchoServer.options().ioTransport(transport).sslContexts(() -> serverContext));
		TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
		trust.init(keys);
		SSLContext clientContext = SSLContext.getInstance("TLS");
		clientContext.init(null, trust.getTrustManagers(), new SecureRandom());
		HttpClient client = HttpClient.newBuilder().sslContext(clientContext).build();
		HttpClient webSockets = HttpClient.newBuilder().sslContext(clientContext).build();
		String uri = "https://localhost:" + this.echo.server.port() + "/engine.io/?EIO=4&transport=";
		for (int i = 0; i < 6; i++) {
			String sid = EchoServer.sid(client
				.send(HttpRequest.newBuilder(URI.create(uri + "polling")).build(), HttpResponse.BodyHandlers.ofString())
				.body());
			TestWebSocket webSocket = TestWebSocket.open(webSockets,
					URI.create(uri.replace("https", "wss") + "websocket&sid=" + sid));
			webSocket.send("2probe");
			assertThat(webSocket.next()).isEqualTo("3probe");
			webSocket.send("5");
			webSocket.send("4secret");
			assertThat(webSocket.next()).isEqualTo("4secret");
		}
		assertThat(this.echo.foreignLoops).isEmpty();
		assertThat(this.echo.session().handshake().secure()).isTrue();
	}

	private static KeyStore keys(File file) throws Exception {
		String keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
		Process process = new ProcessBuilder(keytool, "-genkeypair", "-alias", "test", "-keyalg", "EC", "-dname",
				"CN=localhost", "-ext", "SAN=dns:localhost", "-storetype", "PKCS12", "-keystore", file.getPath(),
				"-storepass", "secret")
			.redirectErrorStream(true)
			.start();
		assertThat(process.waitFor()).isZero();
		KeyStore keys = KeyStore.getInstance("PKCS12");
		try (InputStream in = new FileInputStream(file)) {
			keys.load(in, "secret".toCharArray());
		}
		return keys;
	}

}
