package io.distributor.test.redis;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for {@link RedisProcess}.
 */
class RedisProcessIntegrationTests {

	@Test
	void stopsAndStartsAgainOnItsPort() throws IOException {
		try (RedisProcess redis = RedisProcess.start()) {
			assertThat(ping(redis)).isEqualTo("+PONG\r\n");
			redis.stop();
			assertThat(isThere(redis)).isFalse();
			redis.startAgain();
			assertThat(ping(redis)).isEqualTo("+PONG\r\n");
			redis.kill();
			assertThat(isThere(redis)).isFalse();
			redis.startAgain();
			assertThat(ping(redis)).isEqualTo("+PONG\r\n");
		}
	}

	@Test
	void isNotThereUntilItIsStarted() throws IOException {
		try (RedisProcess redis = RedisProcess.stopped()) {
			assertThat(isThere(redis)).isFalse();
			redis.stop();
			redis.startAgain();
			assertThat(ping(redis)).isEqualTo("+PONG\r\n");
			assertThatIllegalStateException().isThrownBy(redis::startAgain).withMessageContaining("runs already");
		}
	}

	@Test
	void endsWithItsTest() throws IOException {
		RedisProcess redis = RedisProcess.start();
		redis.close();
		assertThat(isThere(redis)).isFalse();
	}

	@Test
	void startsFromTheBundledProgram() throws Exception {
		try (RedisProcess redis = RedisProcess.start(RedisProgram.bundled())) {
			assertThat(ping(redis)).isEqualTo("+PONG\r\n");
			assertThat(redis).hasToString(redis.url() + " (bundled redis-server)");
		}
	}

	@Test
	void saysWhatAProgramWroteThatEndsBeforeItIsReady() {
		RedisProgram java = new RedisProgram(Path.of(System.getProperty("java.home"), "bin", "java"), "java");
		assertThatIllegalStateException().isThrownBy(() -> RedisProcess.start(java))
			.withMessageContaining("did not start")
			.withMessageContaining("Unrecognized option: --port");
	}

	private static String ping(TestRedis redis) throws IOException {
		try (Socket socket = new Socket(redis.url().getHost(), redis.url().getPort())) {
			socket.getOutputStream().write("PING\r\n".getBytes());
			return new String(socket.getInputStream().readNBytes(7));
		}
	}

	private static boolean isThere(TestRedis redis) {
		try {
			return ping(redis).startsWith("+");
		}
		catch (IOException ex) {
			return false;
		}
	}

}
