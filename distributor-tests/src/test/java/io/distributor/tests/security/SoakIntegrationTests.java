package io.distributor.tests.security;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.distributor.tests.fleet.Fleet;
import io.netty.util.ResourceLeakDetector;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Attacks of all kinds at once, in rounds, on a distributor with good clients. Clients of
 * another distributor, which nobody attacks, show what of their waiting times is owed to
 * the machine alone: attackers and fleet share it. The short form takes less than a
 * minute and a half; {@code -Dsoak.minutes=30} is the long one.
 */
class SoakIntegrationTests {

	private static final Logger logger = LoggerFactory.getLogger(SoakIntegrationTests.class);

	private static final int GOOD_CLIENTS = 4;

	private static final int ROUNDS = 4;

	private static final Duration QUIET = Duration.ofSeconds(5);

	private static final Duration SHORT_ROUND = Duration.ofSeconds(12);

	/** Classes loaded late, compiled code, caches of threads. */
	private static final long TOLERANCE = 24;

	@RegisterExtension
	final Fleet fleet = Fleet.inMemory()
		.server((options) -> options.connectTimeout(Duration.ofSeconds(2))
			.engine((engine) -> engine.pingInterval(Duration.ofSeconds(1))
				.pingTimeout(Duration.ofSeconds(5))
				.messageTimeout(Duration.ofSeconds(2))
				.http((http) -> http.requestTimeout(Duration.ofSeconds(2)))
				.maxOutboundBytes(1_000_000)))
		.distributors(2)
		.backend("/chat", (io) -> io.onEvent("echo", (event) -> event.arguments().get(0, Object.class)));

	@Test
	void survivesEverythingAtOnce() throws Exception {
		assertThat(ResourceLeakDetector.getLevel()).isEqualTo(ResourceLeakDetector.Level.PARANOID);
		int port = this.fleet.distributor(0).listeningPort();
		try (LeakReports reports = new LeakReports();
				GoodClients good = new GoodClients(port, GOOD_CLIENTS);
				GoodClients spared = new GoodClients(this.fleet.distributor(1).listeningPort(), GOOD_CLIENTS);
				Attackers attackers = new Attackers(port, System.nanoTime())) {
			Thread.sleep(QUIET.toMillis());
			double quiet = good.takePercentile();
			spared.takePercentile();
			List<MemoryReading> readings = new ArrayList<>();
			for (int round = 0; round < ROUNDS; round++) {
				attackers.attack(round());
				awaitOnlyGoodClients();
				readings.add(MemoryReading.take());
				logger.info(
						"Round {}: {} strikes so far, {} in use, p99 of good clients {} ms (quiet: {} ms, of the"
								+ " distributor nobody attacks: {} ms)",
						round, attackers.strikes(), readings.get(round), good.takePercentile(), quiet,
						spared.takePercentile());
			}
			assertThat(good.failures()).isEmpty();
			assertThat(spared.failures()).isEmpty();
			assertThat(reports.lines()).isEmpty();
			assertFlat(readings);
		}
	}

	private static Duration round() {
		int minutes = Integer.getInteger("soak.minutes", 0);
		return (minutes > 0) ? Duration.ofMinutes(minutes).dividedBy(ROUNDS) : SHORT_ROUND;
	}

	private void awaitOnlyGoodClients() {
		Awaitility.await()
			.atMost(Duration.ofSeconds(60))
			.untilAsserted(() -> assertThat(this.fleet.distributor(0).serverStatistics().engine().openSessions())
				.isEqualTo(GOOD_CLIENTS));
	}

	/** The first round warms up. */
	private static void assertFlat(List<MemoryReading> readings) {
		MemoryReading before = readings.get(1);
		MemoryReading after = readings.get(readings.size() - 1);
		assertThat(after.heap()).as("heap of %s", readings).isLessThanOrEqualTo(before.heap() + TOLERANCE);
		assertThat(after.direct()).as("direct memory of %s", readings).isLessThanOrEqualTo(before.direct() + TOLERANCE);
	}

}
