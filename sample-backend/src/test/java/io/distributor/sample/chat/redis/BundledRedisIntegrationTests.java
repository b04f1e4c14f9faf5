package io.distributor.sample.chat.redis;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

import org.junit.jupiter.api.Test;

import org.springframework.boot.data.redis.autoconfigure.DataRedisProperties;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for {@link BundledRedis}.
 */
class BundledRedisIntegrationTests {

	@Test
	void runsARedisUntilItIsStopped() throws IOException {
		int port = freePort();
		BundledRedis redis = new BundledRedis(properties(port));
		redis.start();
		try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
			socket.getOutputStream().write("PING\r\n".getBytes());
			assertThat(new String(socket.getInputStream().readNBytes(7))).isEqualTo("+PONG\r\n");
		}
		finally {
			redis.stop();
		}
		assertThat(redis.isRunning()).isFalse();
	}

	@Test
	void saysWhatToDoWhenThePortIsTaken() throws IOException {
		try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			BundledRedis redis = new BundledRedis(properties(taken.getLocalPort()));
			assertThatIllegalStateException().isThrownBy(redis::start)
				.withMessageStartingWith("Port " + taken.getLocalPort() + " is taken")
				.withMessageContaining("without the profile 'embedded-redis'");
			assertThat(redis.isRunning()).isFalse();
		}
	}

	private static DataRedisProperties properties(int port) {
		DataRedisProperties properties = new DataRedisProperties();
		properties.setPort(port);
		return properties;
	}

	private static int freePort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return socket.getLocalPort();
		}
	}

}
