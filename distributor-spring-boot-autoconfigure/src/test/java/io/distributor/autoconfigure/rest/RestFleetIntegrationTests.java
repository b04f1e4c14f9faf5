package io.distributor.autoconfigure.rest;

import java.util.concurrent.BlockingQueue;

import io.distributor.autoconfigure.Applications;
import io.distributor.autoconfigure.Client;
import io.distributor.test.redis.TestRedis;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Plain HTTP into a backend, and clients on two distributors, on a real Redis.
 */
class RestFleetIntegrationTests {

	@Test
	void emitsToClientsOfAllDistributorsInTheOrderOfTheRequests() throws Exception {
		String redis = "--spring.data.redis.url=" + TestRedis.shared().url();
		String prefix = "--distributor.link.prefix=" + TestRedis.newPrefix();
		try (ConfigurableApplicationContext backend = RestApplication.run("backend", "servlet", redis, prefix,
				"--distributor.rest.token=" + RestApplication.TOKEN);
				ConfigurableApplicationContext first = Applications.runAs("distributor", Empty.class, redis, prefix);
				ConfigurableApplicationContext second = Applications.runAs("distributor", Empty.class, redis, prefix);
				Client ann = Client.to(Applications.port(first), "/chat").connect();
				Client bob = Client.to(Applications.port(second), "/chat").connect()) {
			BlockingQueue<Object[]> toAnn = ann.on("news");
			BlockingQueue<Object[]> toBob = bob.on("news");
			RestCaller caller = RestCaller.of(backend).awaitReady("/chat");
			ann.ask("join", "red");
			bob.ask("join", "red");
			for (int i = 0; i < 20; i++) {
				String body = "{'namespace':'/chat','rooms':['red'],'event':'news','args':[%d]}".formatted(i);
				assertThat(caller.post("emit", body).statusCode()).isEqualTo(202);
			}
			for (int i = 0; i < 20; i++) {
				assertThat(Client.take(toAnn)).containsExactly(i);
				assertThat(Client.take(toBob)).containsExactly(i);
			}
		}
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Empty {

	}

}
