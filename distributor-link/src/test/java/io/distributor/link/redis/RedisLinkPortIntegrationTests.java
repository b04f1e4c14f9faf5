package io.distributor.link.redis;

import java.io.IOException;
import java.time.Duration;
import java.util.UUID;

import io.distributor.link.port.LinkPort;
import io.distributor.link.port.LinkPortContractTests;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

class RedisLinkPortIntegrationTests extends LinkPortContractTests {

	private static TestRedis redis;

	private final LettuceConnectionFactory applicationFactory = redis.connectionFactory();

	@BeforeAll
	static void startRedis() throws IOException {
		redis = TestRedis.start();
	}

	@AfterAll
	static void stopRedis() throws InterruptedException {
		redis.close();
	}

	@AfterEach
	void closeApplication() {
		this.applicationFactory.destroy();
	}

	@Override
	protected LinkPort createPort() {
		RedisLinkOptions patient = new RedisLinkOptions(2_000, 1 << 20, Duration.ofSeconds(20), Duration.ofSeconds(20),
				Duration.ofMillis(50), Duration.ofSeconds(1), 2);
		return RedisLinkPort.create(this.applicationFactory, patient);
	}

	@Override
	protected void cut() throws InterruptedException {
		assumeThat(redis.canBeStopped()).isTrue();
		redis.stop();
	}

	@Override
	protected void mend() throws IOException {
		redis.startAgain();
	}

	@Test
	void waitsForARedisThatIsNotThereAtTheStart() throws Exception {
		TestRedis late = TestRedis.stopped();
		LettuceConnectionFactory factory = late.connectionFactory();
		LinkPort port = RedisLinkPort.create(factory, RedisLinkOptions.DEFAULT);
		Recorder recorder = new Recorder();
		try {
			port.open(recorder);
			port.subscribe("a");
			publish(port, "a", "lost");
			eventually().untilAsserted(() -> assertThat(recorder.events).containsExactly("down"));
			late.startAgain();
			eventually().untilAsserted(() -> assertThat(recorder.events).containsExactly("down", "up"));
			publish(port, "a", "heard");
			eventually().untilAsserted(() -> assertThat(recorder.frames).containsExactly("a heard"));
		}
		finally {
			port.close();
			factory.destroy();
			late.close();
		}
	}

	@Test
	void leavesTheConnectionsOfTheApplicationAlone() {
		String key = "distributor-test-" + UUID.randomUUID();
		LinkPort port = RedisLinkPort.create(this.applicationFactory, RedisLinkOptions.DEFAULT);
		Recorder recorder = new Recorder();
		port.open(recorder);
		eventually().until(() -> recorder.ups() == 1);
		port.close();
		assertThat(this.applicationFactory.getConnection().ping()).isEqualTo("PONG");
		assertThat(this.applicationFactory.getConnection().keyCommands().exists(key.getBytes())).isFalse();
	}

}
