package io.distributor.autoconfigure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.BlockingQueue;

import io.distributor.autoconfigure.health.DistributorHealthIndicator;
import io.distributor.link.node.LinkNode;
import io.distributor.test.redis.FreePort;
import io.distributor.test.redis.RedisProcess;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.sync.RedisCommands;
import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.output.NestedMultiOutput;
import io.lettuce.core.output.StatusOutput;
import io.lettuce.core.protocol.CommandArgs;
import io.lettuce.core.protocol.CommandType;
import org.awaitility.Awaitility;
import org.json.JSONObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.health.contributor.Status;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Fleets over a Redis that trusts nobody, as {@code SECURITY.md} describes it.
 */
class RedisSecurityIntegrationTests {

	private static final String PASSWORD = "secret";

	private static final Duration PATIENCE = Duration.ofSeconds(20);

	@Test
	void aFleetWorksWithTheUsersThatAreDocumented() throws Exception {
		try (RedisProcess redis = RedisProcess.start(); Admin admin = new Admin(redis)) {
			documentedRules().forEach(admin::run);
			String url = "--spring.data.redis.url=redis://%s:%s@127.0.0.1:" + redis.port();
			String[] chat = { url.formatted("chat", "change-this-2") };
			String[] distributor = { url.formatted("distributor", "change-this-1") };
			try (ConfigurableApplicationContext backend = Applications.backend(chat);
					ConfigurableApplicationContext first = Applications.distributor(distributor);
					ConfigurableApplicationContext second = Applications.distributor(distributor)) {
				chats(first, second);
			}
			assertThat(admin.denied()).as("denied commands")
				.allSatisfy((entry) -> assertThat(entry).asString().contains("client|setinfo"));
		}
	}

	@Test
	void theDocumentedUsersMayDoNothingElse() throws Exception {
		try (RedisProcess redis = RedisProcess.start(); Admin admin = new Admin(redis)) {
			documentedRules().forEach(admin::run);
			RedisCommands<String, String> chat = admin.as("chat", "change-this-2");
			RedisCommands<String, String> distributor = admin.as("distributor", "change-this-1");
			assertThat(chat.publish("distributor:ns:/chat", "x")).isZero();
			assertDenied(() -> chat.publish("distributor:ns:/game", "x"));
			assertDenied(() -> chat.publish("other:presence", "x"));
			assertDenied(() -> distributor.publish("distributor:ns:/chat", "x"));
			for (RedisCommands<String, String> user : List.of(chat, distributor)) {
				assertThat(user.publish("distributor:presence", "x")).isZero();
				assertDenied(() -> user.get("key"));
				assertDenied(() -> user.keys("*"));
				assertDenied(user::flushall);
				assertDenied(user::clientList);
				assertDenied(() -> user.configGet("*"));
			}
			assertThatExceptionOfType(RuntimeException.class).isThrownBy(() -> admin.as("default", ""));
		}
	}

	@Test
	void emittersAndNodeServersNeedNoMoreThanIsDocumented() throws Exception {
		try (RedisProcess redis = RedisProcess.start(); Admin admin = new Admin(redis)) {
			allDocumentedRules().forEach(admin::run);
			String url = "--spring.data.redis.url=redis://%s:%s@127.0.0.1:" + redis.port();
			String adapter = "--distributor.interop.node-adapter.enabled=true";
			String[] distributor = { url.formatted("distributor", "change-this-1"), adapter };
			try (ConfigurableApplicationContext backend = Applications.backend(url.formatted("chat", "change-this-2"),
					adapter);
					ConfigurableApplicationContext first = Applications.distributor(distributor);
					ConfigurableApplicationContext second = Applications.distributor(distributor);
					Client client = Client.to(Applications.port(first), "/chat")) {
				chats(first, second);
				BlockingQueue<Object[]> disconnected = client.on("disconnect");
				client.connect();
				RedisCommands<String, String> emitter = admin.as("emitter", "change-this-3");
				Awaitility.await()
					.atMost(PATIENCE)
					.until(() -> emitter.publish("socket.io-request#/chat#",
							"{\"type\":4,\"opts\":{\"rooms\":[],\"except\":[]}}") > 0);
				Client.take(disconnected);
				assertThat(admin.denied()).as("denied commands")
					.allSatisfy((entry) -> assertThat(entry).asString().contains("client|setinfo"));
				assertThat(emitter.publish("socket.io#/chat#room#", "x")).isPositive();
				assertDenied(() -> emitter.publish("socket.io#/game#", "x"));
				assertDenied(() -> emitter.publish("distributor:presence", "x"));
			}
		}
	}

	@Test
	void aFleetWorksOverTls(@TempDir Path directory) throws Exception {
		Path certificate = createCertificate(directory);
		int port = FreePort.find();
		try (RedisProcess redis = RedisProcess.stopped()
			.withArguments("--tls-port", Integer.toString(port), "--tls-cert-file", certificate.toString(),
					"--tls-key-file", directory.resolve("key.pem").toString(), "--tls-ca-cert-file",
					certificate.toString(), "--tls-auth-clients", "no")) {
			redis.startAgain();
			String url = "--spring.data.redis.url=rediss://localhost:" + port;
			String[] trusting = { url, "--spring.data.redis.ssl.bundle=redis",
					"--spring.ssl.bundle.pem.redis.truststore.certificate=" + certificate.toUri() };
			try (ConfigurableApplicationContext backend = Applications.backend(trusting);
					ConfigurableApplicationContext first = Applications.distributor(trusting);
					ConfigurableApplicationContext second = Applications.distributor(trusting);
					ConfigurableApplicationContext distrusting = Applications.distributor(url)) {
				chats(first, second);
				assertThat(distrusting.getBean(DistributorHealthIndicator.class).health().getStatus())
					.isEqualTo(Status.DOWN);
			}
		}
	}

	@Test
	void aFleetHearsOnlyWhatItHasSigned() throws Exception {
		String secret = "--distributor.link.secret=0123456789abcdef0123456789abcdef";
		String other = "--distributor.link.secret=another secret of 32 characters ....";
		try (RedisProcess redis = RedisProcess.start()) {
			String url = "--spring.data.redis.url=" + redis.url();
			try (ConfigurableApplicationContext backend = Applications.backend(url, secret);
					ConfigurableApplicationContext first = Applications.distributor(url, secret);
					ConfigurableApplicationContext second = Applications.distributor(url, secret);
					ConfigurableApplicationContext stranger = Applications.backend(url, other);
					ConfigurableApplicationContext unsigned = Applications.backend(url)) {
				chats(first, second);
				Awaitility.await()
					.atMost(PATIENCE)
					.until(() -> first.getBean(LinkNode.class).statistics().rejected() > 2);
				assertThat(first.getBean(LinkNode.class).nodes()).extracting((node) -> node.id().value())
					.doesNotContain(stranger.getBean(LinkNode.class).id().value(),
							unsigned.getBean(LinkNode.class).id().value());
			}
		}
	}

	private static void chats(ConfigurableApplicationContext first, ConfigurableApplicationContext second)
			throws Exception {
		try (Client ann = Client.to(Applications.port(first), "/chat").connect();
				Client bob = Client.to(Applications.port(second), "/chat").connect()) {
			BlockingQueue<Object[]> posted = bob.on("posted");
			bob.ask("join", "general");
			ann.ask("post", "general", new JSONObject().put("author", "Ann").put("text", "hello"));
			assertThat(((JSONObject) Client.take(posted)[0]).getString("text")).isEqualTo("hello");
		}
	}

	private static void assertDenied(Runnable command) {
		assertThatExceptionOfType(RedisCommandExecutionException.class).isThrownBy(command::run)
			.withMessageStartingWith("NOPERM");
	}

	/** Those of a fleet alone. */
	private static List<String> documentedRules() throws IOException {
		return allDocumentedRules().subList(0, 3);
	}

	private static List<String> allDocumentedRules() throws IOException {
		List<String> rules = Files.readAllLines(Path.of("..", "SECURITY.md"))
			.stream()
			.filter((line) -> line.startsWith("ACL SETUSER "))
			.toList();
		assertThat(rules).hasSize(6);
		return rules;
	}

	private static Path createCertificate(Path directory) throws Exception {
		Path store = directory.resolve("redis.p12");
		Process keytool = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
				"-genkeypair", "-alias", "redis", "-keyalg", "RSA", "-dname", "CN=localhost", "-ext",
				"san=dns:localhost", "-validity", "2", "-storetype", "PKCS12", "-keystore", store.toString(),
				"-storepass", PASSWORD)
			.inheritIO()
			.start();
		assertThat(keytool.waitFor()).isZero();
		KeyStore keys = KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray());
		writePem(directory.resolve("key.pem"), "PRIVATE KEY",
				keys.getKey("redis", PASSWORD.toCharArray()).getEncoded());
		return writePem(directory.resolve("certificate.pem"), "CERTIFICATE", keys.getCertificate("redis").getEncoded());
	}

	private static Path writePem(Path file, String type, byte[] content) throws IOException {
		return Files.writeString(file,
				"-----BEGIN " + type + "-----\n"
						+ Base64.getMimeEncoder(64, new byte[] { '\n' }).encodeToString(content) + "\n-----END " + type
						+ "-----\n");
	}

	/** Connected before the default user is switched off. */
	private static final class Admin implements AutoCloseable {

		private final RedisProcess redis;

		private final RedisClient client = RedisClient.create();

		private final RedisCommands<String, String> commands;

		Admin(RedisProcess redis) {
			this.redis = redis;
			this.commands = this.client.connect(uri()).sync();
		}

		private RedisURI uri() {
			return RedisURI.create("127.0.0.1", this.redis.port());
		}

		void run(String rule) {
			String[] words = rule.split(" (?![^(]*\\))");
			CommandArgs<String, String> arguments = new CommandArgs<>(StringCodec.UTF8);
			for (int i = 1; i < words.length; i++) {
				arguments.add(words[i]);
			}
			this.commands.dispatch(CommandType.ACL, new StatusOutput<>(StringCodec.UTF8), arguments);
		}

		List<Object> denied() {
			return this.commands.dispatch(CommandType.ACL, new NestedMultiOutput<>(StringCodec.UTF8),
					new CommandArgs<>(StringCodec.UTF8).add("LOG"));
		}

		RedisCommands<String, String> as(String user, String password) {
			RedisURI uri = RedisURI.builder(uri()).withAuthentication(user, password).build();
			return this.client.connect(uri).sync();
		}

		@Override
		public void close() {
			this.client.shutdown(Duration.ZERO, Duration.ofSeconds(1));
		}

	}

}
