package io.distributor.test.redis;

import java.net.InetAddress;
import java.net.ServerSocket;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link FreePort}.
 */
class FreePortTests {

	@Test
	void canBeListenedOnAndIsNoneThatClientsAreGiven() throws Exception {
		int port = FreePort.find();
		assertThat(port).isBetween(10_000, 32_767);
		try (ServerSocket server = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
			assertThat(server.getLocalPort()).isEqualTo(port);
		}
	}

}
