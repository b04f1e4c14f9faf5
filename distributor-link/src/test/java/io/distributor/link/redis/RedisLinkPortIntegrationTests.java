package io.distributor.link.redis;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.distributor.link.port.LinkPort;
import io.distributor.link.port.LinkPortContractTests;
import io.distributor.link.port.PatternPort;
import io.distributor.test.redis.RedisProcess;
import io.distributor.test.redis.TestRedis;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

import static org.assertj.core.api.Assertions.assertThat;

class RedisLinkPortIntegrationTests extends LinkPortContractTests {

	private static final RedisLinkOptions PATIENT = new RedisLinkOptions(2_000, 1 << 20, Duration.ofSeconds(20),
			Duration.ofSeconds(20), Duration.ofMillis(50), Duration.ofSeconds(1), 2);

	private final String prefix = TestRedis.newPrefix();

	private final RedisProcess ownRedis = RedisProcess.stopped();

	private final List<LettuceConnectionFactory> factories = new ArrayList<>();

	private TestRedis redis = TestRedis.shared();

	@AfterEach
	void closeApplication() {
		this.factories.forEach(LettuceConnectionFactory::destroy);
		this.ownRedis.close();
	}

	@Override
	protected PatternPort createPort() {
		return new PrefixedLinkPort(RedisLinkPort.create(connect(), PATIENT), this.prefix);
	}

	private LettuceConnectionFactory connect() {
		LettuceConnectionFactory factory = ApplicationConnections.to(this.redis);
		this.factories.add(factory);
		return factory;
	}

	@Override
	protected void prepareCut() {
		this.ownRedis.startAgain();
		this.redis = this.ownRedis;
	}

	@Override
	protected void cut() {
		this.ownRedis.kill();
	}

	@Override
	protected void mend() {
		this.ownRedis.startAgain();
	}

	@Test
	void waitsForARedisThatIsNotThereAtTheStart() {
		this.redis = this.ownRedis;
		Recorder recorder = new Recorder();
		LinkPort port = open(recorder);
		port.subscribe("a");
		publish(port, "a", "lost");
		eventually().untilAsserted(() -> assertThat(recorder.events).containsExactly("down"));
		this.ownRedis.startAgain();
		eventually().untilAsserted(() -> assertThat(recorder.events).containsExactly("down", "up"));
		publish(port, "a", "heard");
		eventually().untilAsserted(() -> assertThat(recorder.frames).containsExactly("a heard"));
	}

	@Test
	void leavesTheConnectionsOfTheApplicationAlone() {
		LettuceConnectionFactory application = connect();
		LinkPort port = RedisLinkPort.create(application, RedisLinkOptions.DEFAULT);
		Recorder recorder = new Recorder();
		port.open(recorder);
		eventually().until(() -> recorder.ups() == 1);
		port.close();
		assertThat(application.getConnection().ping()).isEqualTo("PONG");
	}

}
