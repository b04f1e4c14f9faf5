package io.distributor.autoconfigure;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

import io.distributor.autoconfigure.health.DistributorHealthIndicator;
import io.distributor.backend.IndirectIo;
import io.distributor.test.redis.RedisProcess;
import io.distributor.test.redis.TestRedis;
import org.awaitility.Awaitility;
import org.json.JSONObject;
import org.junit.jupiter.api.Test;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Distributors and a backend in contexts of their own, on a real Redis.
 */
class FleetIntegrationTests {

	@Test
	void talksAcrossDistributors() throws Exception {
		String[] link = linkOver(TestRedis.shared());
		try (ConfigurableApplicationContext backend = Applications.backend(link);
				ConfigurableApplicationContext first = Applications.distributor(link);
				ConfigurableApplicationContext second = Applications.distributor(link);
				Client ann = Client.to(Applications.port(first), "/chat").connect();
				Client bob = Client.to(Applications.port(second), "/chat").connect()) {
			BlockingQueue<Object[]> posted = bob.on("posted");
			bob.ask("join", "general");
			JSONObject post = new JSONObject(Map.of("author", "Ann", "text", "hello"));
			assertThat(ann.ask("post", "general", post)).containsExactly(5);
			assertThat(((JSONObject) Client.take(posted)[0]).getString("text")).isEqualTo("hello");
			assertThat(health(first).getDetails().get("namespaces")).hasToString("{/chat=1}");
			Awaitility.await().until(() -> health(backend).getDetails().get("distributors").equals(2L));
		}
	}

	@Test
	void servesNamespacesByPatternOnAllDistributors() throws Exception {
		String[] link = linkOver(TestRedis.shared());
		try (ConfigurableApplicationContext backend = Applications.runAs("backend", HandlersPage.class, link);
				ConfigurableApplicationContext first = Applications.distributor(link);
				ConfigurableApplicationContext second = Applications.distributor(link);
				Client seven = Client.to(Applications.port(first), "/workspace-7").connect();
				Client eight = Client.to(Applications.port(second), "/workspace-8").connect();
				Client ann = Client.to(Applications.port(second), "/chat", Map.of("name", "ann")).connect()) {
			assertThat(seven.ask("rename", "Lab")).containsExactly("7 is Lab");
			assertThat(eight.ask("rename", "Shop")).containsExactly("8 is Shop");
			BlockingQueue<String> rooms = backend.getBean(HandlersPage.Tables.class).log;
			backend.getBean(IndirectIo.class).toUser("ann").socketsJoin("table-four");
			assertThat(rooms.poll(20, TimeUnit.SECONDS)).isEqualTo("ann joined table-four");
		}
	}

	@Test
	void startsWithoutARedisAndGoesOnWhenItComes() throws Exception {
		try (RedisProcess redis = RedisProcess.stopped()) {
			String[] link = linkOver(redis);
			try (ConfigurableApplicationContext backend = Applications.backend(link);
					ConfigurableApplicationContext distributor = Applications.distributor(link)) {
				assertThat(health(backend).getStatus()).isEqualTo(Status.DOWN);
				assertThat(health(distributor).getStatus()).isEqualTo(Status.DOWN);
				redis.startAgain();
				Awaitility.await()
					.atMost(Duration.ofSeconds(20))
					.until(() -> health(backend).getStatus().equals(Status.UP)
							&& health(distributor).getStatus().equals(Status.UP));
				try (Client client = Client.to(Applications.port(distributor), "/chat").connect()) {
					assertThat(client.ask("mono")).containsExactly("reactive");
				}
			}
		}
	}

	private static String[] linkOver(TestRedis redis) {
		return new String[] { "--spring.data.redis.url=" + redis.url(),
				"--distributor.link.prefix=" + TestRedis.newPrefix() };
	}

	private static Health health(ConfigurableApplicationContext context) {
		return context.getBean(DistributorHealthIndicator.class).health();
	}

}
