package io.distributor.test.autoconfigure;

import java.util.Map;

import io.distributor.backend.AuthenticatedUser;
import io.distributor.backend.HandshakeAuthenticator;
import io.distributor.backend.IndirectIo;
import io.distributor.backend.UnauthorizedException;
import io.distributor.test.app.GameApplication;
import io.distributor.test.app.Score;
import io.distributor.test.socket.SocketTester;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A test of handlers whose clients say who they are.
 */
@DistributorTest(properties = "distributor.backend.namespace=/chat")
@ContextConfiguration(classes = GameApplication.class)
@Import(AuthenticatedDistributorTestTests.Authenticator.class)
class AuthenticatedDistributorTestTests {

	@Autowired
	private SocketTester tester;

	@Autowired
	private IndirectIo io;

	@MockitoBean
	private Score score;

	@Test
	void asksTheAuthenticatorOfTheTest() {
		this.io.onEvent("who", (event) -> event.socket().user());
		assertThat(this.tester.connect("/chat", (client) -> client.auth(Map.of("name", "Ann")))
			.emitWithAck("who")
			.get(0, String.class)).isEqualTo("Ann");
		assertThat(this.tester.connectRefused("/chat", (client) -> {
		}).message()).isEqualTo("Unauthorized");
	}

	@TestConfiguration(proxyBeanMethods = false)
	static class Authenticator {

		@Bean
		HandshakeAuthenticator authenticator() {
			return (namespace, handshake) -> {
				Map<?, ?> auth = handshake.auth(Map.class);
				if (auth == null) {
					throw new UnauthorizedException("no name");
				}
				return new AuthenticatedUser(() -> String.valueOf(auth.get("name")), null);
			};
		}

	}

}
