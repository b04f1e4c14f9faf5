package io.distributor.test.redis;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for {@link GivenRedis}.
 */
class GivenRedisTests {

	@Test
	void isNotToBeHadWithoutAUrl() {
		assertThatExceptionOfType(RedisUnavailableException.class).isThrownBy(new GivenRedis(Map.of())::open)
			.withMessage("DISTRIBUTOR_TEST_REDIS_URL is not set");
		assertThatExceptionOfType(RedisUnavailableException.class).isThrownBy(given(" ")::open);
	}

	@Test
	void isTheServerOfTheUrl() throws Exception {
		try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			String url = "redis://:secret@127.0.0.1:" + server.getLocalPort() + "/1";
			TestRedis redis = given(url).open();
			assertThat(redis.url()).hasToString(url);
			assertThat(redis).asString()
				.startsWith("redis://127.0.0.1:" + server.getLocalPort())
				.doesNotContain("secret");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "localhost", "localhost:6379", "redis://", "redis://a b" })
	void refusesWhatIsNoUrl(String url) {
		assertThatIllegalStateException().isThrownBy(given(url)::open)
			.withMessage("DISTRIBUTOR_TEST_REDIS_URL: '" + url + "' (expected: redis://host:port)");
	}

	@Test
	void refusesAServerThatIsNotThere() throws IOException {
		int port;
		try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			port = free.getLocalPort();
		}
		assertThatIllegalStateException().isThrownBy(given("redis://127.0.0.1:" + port)::open)
			.withMessage("Nothing listens on 127.0.0.1:" + port + ", which tests should use:"
					+ " start that Redis or unset DISTRIBUTOR_TEST_REDIS_URL");
	}

	private static GivenRedis given(String url) {
		return new GivenRedis(Map.of("DISTRIBUTOR_TEST_REDIS_URL", url));
	}

}
