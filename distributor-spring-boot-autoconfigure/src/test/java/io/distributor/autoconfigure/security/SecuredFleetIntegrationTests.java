package io.distributor.autoconfigure.security;

import java.util.Map;

import io.distributor.autoconfigure.Applications;
import io.distributor.autoconfigure.Client;
import io.distributor.backend.instance.Backend;
import io.distributor.backend.statistics.BackendStatistics;
import io.distributor.gateway.ConnectRefusal;
import io.distributor.gateway.Gateway;
import io.distributor.test.redis.TestRedis;
import org.awaitility.Awaitility;
import org.json.JSONObject;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.jwt.JwtDecoder;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A distributor that refuses early, and backends that adopt sockets.
 */
class SecuredFleetIntegrationTests {

	@Test
	void refusesEarlyAndAuthenticatesAgainAfterAnAdoption() throws Exception {
		String[] link = { "--spring.data.redis.url=" + TestRedis.shared().url(),
				"--distributor.link.prefix=" + TestRedis.newPrefix() };
		try (ConfigurableApplicationContext first = backend(link);
				ConfigurableApplicationContext distributor = Applications.runAs("distributor", SecuredDistributor.class,
						link)) {
			int port = Applications.port(distributor);
			try (Client client = Client.to(port, "/chat", Map.of("token", Tokens.of("ann", "admin"))).connect();
					Client nobody = Client.to(port, "/chat", Map.of("token", "nonsense"))) {
				assertThat(client.ask("who")).containsExactly("ann ann");
				JSONObject error = (JSONObject) nobody.connectExpectingError()[0];
				assertThat(error.getString("message")).isEqualTo("Unauthorized");
				assertThat(distributor.getBean(Gateway.class).statistics().connectsRefused(ConnectRefusal.ADMISSION))
					.isEqualTo(1);
				assertThat(statistics(first).socketsUnauthorized()).isZero();
				try (ConfigurableApplicationContext second = backend(link)) {
					first.close();
					Awaitility.await().until(() -> statistics(second).socketsAdopted() == 1);
					assertThat(client.ask("who")).containsExactly("ann ann");
					assertThat(client.ask("delete", 3)).containsExactly("deleted 3");
				}
			}
		}
	}

	private static ConfigurableApplicationContext backend(String[] link) {
		return Applications.runAs("backend", SecuredApplication.class, link);
	}

	private static BackendStatistics statistics(ConfigurableApplicationContext backend) {
		return backend.getBean(Backend.class).statistics();
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class SecuredDistributor {

		@Bean
		JwtDecoder jwtDecoder() {
			return Tokens.decoder();
		}

	}

}
