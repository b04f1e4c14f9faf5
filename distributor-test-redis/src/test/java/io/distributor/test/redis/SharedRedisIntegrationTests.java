package io.distributor.test.redis;

import java.io.IOException;
import java.net.Socket;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link TestRedis#shared()}, with what this machine has.
 */
class SharedRedisIntegrationTests {

	@Test
	void isFoundOnceAndListens() throws IOException {
		TestRedis redis = TestRedis.shared();
		assertThat(TestRedis.shared()).isSameAs(redis);
		try (Socket socket = new Socket(redis.url().getHost(), redis.url().getPort())) {
			assertThat(socket.isConnected()).isTrue();
		}
	}

	@Test
	void offersNamesThatNoOtherTestHas() {
		assertThat(TestRedis.newPrefix()).hasSize(41).isNotEqualTo(TestRedis.newPrefix());
	}

}
