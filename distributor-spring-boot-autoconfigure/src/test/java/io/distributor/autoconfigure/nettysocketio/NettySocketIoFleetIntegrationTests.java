package io.distributor.autoconfigure.nettysocketio;

import java.util.Map;
import java.util.concurrent.BlockingQueue;

import io.distributor.autoconfigure.Applications;
import io.distributor.autoconfigure.Client;
import io.distributor.backend.IndirectIo;
import io.distributor.test.redis.TestRedis;
import org.awaitility.Awaitility;
import org.json.JSONObject;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Handlers of netty-socketio behind two distributors, on a real Redis.
 */
class NettySocketIoFleetIntegrationTests {

	private final String[] link = { "--spring.data.redis.url=" + TestRedis.shared().url(),
			"--distributor.link.prefix=" + TestRedis.newPrefix() };

	@Test
	void reachClientsOfOtherDistributors() throws Exception {
		try (ConfigurableApplicationContext backend = backend();
				ConfigurableApplicationContext first = distributor();
				ConfigurableApplicationContext second = distributor();
				Client ann = Client.to(Applications.port(first), "/chat").connect();
				Client bob = Client.to(Applications.port(second), "/chat").connect()) {
			BlockingQueue<Object[]> said = bob.on("said");
			assertThat(bob.ask("quiet", "here")).isEmpty();
			assertThat(ann.ask("say", new JSONObject(Map.of("text", "hello")))).containsExactly("said", 5);
			assertThat(((JSONObject) Client.take(said)[0]).getString("text")).isEqualTo("hello");
		}
	}

	@Test
	void findTheStoreOfAClientAtItsNextHome() throws Exception {
		ConfigurableApplicationContext first = backend();
		try (ConfigurableApplicationContext distributor = distributor();
				Client client = Client.to(Applications.port(distributor), "/chat")) {
			BlockingQueue<Object[]> welcome = client.on("welcome");
			client.connect();
			Client.take(welcome);
			assertThat(client.ask("visit")).containsExactly(1, 42, false);
			try (ConfigurableApplicationContext second = backend()) {
				first.close();
				Awaitility.await().until(() -> second.getBean(IndirectIo.class).of("/chat").sockets().size() == 1);
				assertThat(client.ask("visit")).containsExactly(2, 42, false);
				assertThat(welcome).isEmpty();
			}
		}
		finally {
			first.close();
		}
	}

	private ConfigurableApplicationContext backend() {
		return Applications.runAs("backend", ChatApplication.class, this.link);
	}

	private ConfigurableApplicationContext distributor() {
		return Applications.runAs("distributor", NoHandlers.class, this.link);
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import(NettyChat.class)
	static class ChatApplication {

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class NoHandlers {

	}

}
