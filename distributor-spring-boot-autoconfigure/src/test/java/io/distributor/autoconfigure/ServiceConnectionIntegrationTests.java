package io.distributor.autoconfigure;

import java.time.Duration;

import com.redis.testcontainers.RedisContainer;
import io.distributor.autoconfigure.health.DistributorHealthIndicator;
import io.distributor.test.redis.Docker;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.testcontainers.junit.jupiter.Container;
import org.testcontainers.junit.jupiter.Testcontainers;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.testcontainers.service.connection.ServiceConnection;
import org.springframework.context.annotation.Configuration;

/**
 * The link takes its Redis from a service connection, on machines where Docker can run
 * it.
 */
@EnabledIf("dockerRunsRedis")
@Testcontainers
@SpringBootTest(webEnvironment = WebEnvironment.NONE,
		properties = { "distributor.role=backend", "distributor.backend.namespace=/chat" })
class ServiceConnectionIntegrationTests {

	private static final String IMAGE = "redis:7.2";

	@Container
	@ServiceConnection
	static final RedisContainer redis = new RedisContainer(IMAGE);

	static boolean dockerRunsRedis() {
		return Docker.canRun(IMAGE);
	}

	@Test
	void linksOverTheRedisOfAServiceConnection(@Autowired DistributorHealthIndicator health) {
		Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> health.health().getStatus().equals(Status.UP));
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

	}

}
