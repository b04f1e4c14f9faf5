package io.distributor.autoconfigure;

import java.net.InetAddress;
import java.time.Duration;

import io.distributor.engine.SocketIoServer;
import io.distributor.engine.forward.ForwardingOptions;
import io.distributor.engine.forward.SessionForwarding;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Forwarding between distributors, as it is configured.
 */
class ForwardingConfigurationTests {

	private static final String SECRET = "a secret of this test, 32 characters and more";

	private static ApplicationContextRunner forwarding(String... properties) {
		return Contexts.runner(Role.DISTRIBUTOR)
			.withPropertyValues("distributor.server.forwarding.enabled=true",
					"distributor.server.forwarding.address=127.0.0.1")
			.withPropertyValues(properties);
	}

	@Test
	void isOffUnlessItIsEnabled() {
		Contexts.runner(Role.DISTRIBUTOR).withPropertyValues("distributor.link.secret=" + SECRET).run((context) -> {
			assertThat(context).doesNotHaveBean(SessionForwarding.class);
			assertThat(context.getBean(SocketIoServer.class).forwardingAddress()).isNull();
		});
	}

	@Test
	void listensOnAnAddressOfItsOwn() throws Exception {
		InetAddress loopback = InetAddress.getByName("127.0.0.1");
		forwarding("distributor.link.secret=" + SECRET).run((context) -> {
			SocketIoServer server = context.getBean(SocketIoServer.class);
			assertThat(server.forwardingAddress()).isNotNull();
			assertThat(server.forwardingAddress().getAddress()).isEqualTo(loopback);
			assertThat(server.forwardingAddress().getPort()).isPositive().isNotEqualTo(server.port());
		});
	}

	@Test
	void bindsEveryKey() {
		String another = SECRET.replace("secret", "former");
		forwarding("distributor.link.secret=" + SECRET, "distributor.link.accepted-secret=" + another,
				"distributor.link.signature-max-age=7s", "distributor.server.forwarding.max-concurrent=9",
				"distributor.server.forwarding.connect-timeout=300ms")
			.run((context) -> {
				ForwardingOptions options = context.getBean(SessionForwarding.class).options();
				assertThat(options.secrets()).containsExactly(SECRET, another);
				assertThat(options.maxAge()).isEqualTo(Duration.ofSeconds(7));
				assertThat(options.maxConcurrent()).isEqualTo(9);
				assertThat(options.connectTimeout()).isEqualTo(Duration.ofMillis(300));
				assertThat(options.toString()).doesNotContain(SECRET);
			});
	}

	@Test
	void needsTheSecretOfTheLink() {
		forwarding().run((context) -> assertThat(context).getFailure()
			.rootCause()
			.hasMessageContaining("distributor.server.forwarding.enabled"));
	}

	@Test
	void needsOneAddressThatOthersReach() {
		forwarding("distributor.link.secret=" + SECRET, "distributor.server.forwarding.address=0.0.0.0")
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.hasMessageContaining("distributor.server.forwarding.address"));
	}

}
