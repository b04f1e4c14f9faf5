package io.distributor.autoconfigure;

import java.time.Duration;
import java.util.List;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.distributor.autoconfigure.health.DistributorHealthIndicator;
import io.distributor.test.redis.RedisProcess;
import io.distributor.test.redis.TestRedis;
import io.micrometer.core.instrument.MeterRegistry;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What an operator sees of a Redis that goes away and comes back: the log, health and
 * metrics.
 */
class LinkOutageIntegrationTests {

	private static final String DOWN = "Link of .* is down: .+\\. Messages wait for its return within their limits\\.";

	private static final String UP = "Link of .* is up again after \\d+ ms";

	private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);

	private final ListAppender<ILoggingEvent> log = new ListAppender<>();

	@BeforeEach
	void listenToTheLog() {
		// After the context, which would take the appender away.
		this.log.start();
	}

	@AfterEach
	void leaveTheLog() {
		this.root.detachAppender(this.log);
	}

	@Test
	void showsEachOutageOfABackendOnce() {
		showsEachOutageOnce("backend", "Link of backend");
	}

	@Test
	void showsEachOutageOfADistributorOnce() {
		showsEachOutageOnce("distributor", "Link of distributor");
	}

	private void showsEachOutageOnce(String role, String line) {
		try (RedisProcess redis = RedisProcess.start(); ConfigurableApplicationContext context = start(role, redis)) {
			eventually().until(() -> health(context).getStatus().equals(Status.UP));
			this.root.addAppender(this.log);
			assertThat(gauge(context, "up")).isOne();
			assertThat(gauge(context, "outage.time")).isZero();
			for (int outage = 1; outage <= 2; outage++) {
				goesAway(redis, context, outage);
				comesBack(redis, context, outage);
				assertThat(warnings()).as("outage " + outage).hasSize(2 * outage).allSatisfy((warning) -> {
					assertThat(warning).startsWith(line);
				});
				assertThat(warnings().get(2 * outage - 2)).matches(DOWN);
				assertThat(warnings().get(2 * outage - 1)).matches(UP);
			}
		}
	}

	private void goesAway(RedisProcess redis, ConfigurableApplicationContext context, int outage) {
		double before = gauge(context, "outage.time");
		redis.kill();
		eventually().until(() -> health(context).getStatus().equals(Status.DOWN));
		// Long enough for several attempts to connect, each of which might say something.
		eventually().until(() -> gauge(context, "outage.time") > before + 2.0);
		assertThat(health(context).getDetails()).containsEntry("link", "down");
		assertThat(health(context).getDetails().get("reason")).asString()
			.startsWith("no connection to Redis: ")
			.contains("127.0.0.1:" + redis.port());
		assertThat(gauge(context, "up")).isZero();
		assertThat(outages(context)).isEqualTo(outage);
		assertThat(warnings()).hasSize(2 * outage - 1);
	}

	private void comesBack(RedisProcess redis, ConfigurableApplicationContext context, int outage) {
		redis.startAgain();
		eventually().until(() -> health(context).getStatus().equals(Status.UP));
		assertThat(health(context).getDetails()).containsEntry("link", "up").doesNotContainKey("reason");
		assertThat(gauge(context, "up")).isOne();
		assertThat(outages(context)).isEqualTo(outage);
		double after = gauge(context, "outage.time");
		assertThat(after).isGreaterThan(2.0 * outage);
		assertThat(gauge(context, "outage.time")).isEqualTo(after);
	}

	private List<String> warnings() {
		return List.copyOf(this.log.list)
			.stream()
			.filter((event) -> event.getLevel().isGreaterOrEqual(Level.WARN))
			.map(ILoggingEvent::getFormattedMessage)
			.toList();
	}

	private static ConfigurableApplicationContext start(String role, TestRedis redis) {
		String[] arguments = { "--spring.data.redis.url=" + redis.url(),
				"--distributor.link.prefix=" + TestRedis.newPrefix() };
		return role.equals("backend") ? Applications.backend(arguments) : Applications.distributor(arguments);
	}

	private static ConditionFactory eventually() {
		return Awaitility.await().atMost(Duration.ofSeconds(30));
	}

	private static Health health(ConfigurableApplicationContext context) {
		return context.getBean(DistributorHealthIndicator.class).health();
	}

	private static double gauge(ConfigurableApplicationContext context, String name) {
		return context.getBean(MeterRegistry.class).get("distributor.link." + name).gauge().value();
	}

	private static double outages(ConfigurableApplicationContext context) {
		return context.getBean(MeterRegistry.class).get("distributor.link.outages").functionCounter().count();
	}

}
