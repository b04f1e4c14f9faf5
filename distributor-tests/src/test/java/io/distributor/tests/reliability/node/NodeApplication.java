package io.distributor.tests.reliability.node;

import java.nio.file.Path;
import java.time.Duration;

import io.distributor.backend.IndirectIo;
import io.distributor.link.Link;
import io.distributor.tests.reliability.journal.JournalWriter;
import org.awaitility.Awaitility;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;

/**
 * A distributor or a backend, by {@code distributor.role}: nothing but the starter and,
 * in a backend, handlers that keep a journal.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
public class NodeApplication {

	/** What a process writes when its link is up. */
	public static final String READY = "node is ready";

	/** Key of the name of a backend instance. */
	public static final String NAME = "reliability.name";

	/** Key of the file of its journal. */
	public static final String JOURNAL = "reliability.journal";

	public static void main(String[] arguments) {
		SpringApplication.run(NodeApplication.class, arguments);
	}

	@Bean
	@ConditionalOnProperty(name = "distributor.role", havingValue = "backend")
	CountingHandlers countingHandlers(IndirectIo io, @Value("${" + NAME + "}") String name,
			@Value("${" + JOURNAL + "}") Path journal) {
		CountingHandlers handlers = new CountingHandlers(name, io, new JournalWriter(journal));
		handlers.register();
		return handlers;
	}

	@Bean
	ApplicationRunner readiness(Link link) {
		return (arguments) -> {
			Awaitility.await().pollInterval(Duration.ofMillis(20)).atMost(Duration.ofMinutes(1)).until(link::isUp);
			System.out.println(READY);
		};
	}

}
