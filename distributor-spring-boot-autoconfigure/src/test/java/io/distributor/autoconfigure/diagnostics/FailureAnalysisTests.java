package io.distributor.autoconfigure.diagnostics;

import java.io.IOException;
import java.net.ServerSocket;

import io.distributor.annotation.OnConnect;
import io.distributor.annotation.OnEvent;
import io.distributor.annotation.ServerEvents;
import io.distributor.annotation.SocketNamespace;
import io.distributor.backend.Ack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

/**
 * What somebody reads whose application does not start.
 */
@ExtendWith(OutputCaptureExtension.class)
class FailureAnalysisTests {

	@Test
	void explainsAnUnknownRole(CapturedOutput output) {
		assertFails(Application.class, "--distributor.role=master");
		assertThat(output).contains("APPLICATION FAILED TO START", "distributor.role", "master",
				"There is no such role", "'backend' (owns namespaces)");
	}

	@Test
	void explainsAMissingNamespace(CapturedOutput output) {
		assertFails(Application.class, "--distributor.role=backend");
		assertThat(output).contains("it owns no namespace", "'distributor.backend.namespace=/chat'");
	}

	@Test
	void explainsAPortInUse(CapturedOutput output) throws IOException {
		try (ServerSocket taken = new ServerSocket(0)) {
			assertFails(Application.class, "--distributor.role=standalone", "--distributor.backend.namespace=/chat",
					"--distributor.server.port=" + taken.getLocalPort());
			assertThat(output).contains("could not listen on port " + taken.getLocalPort(),
					"'distributor.server.port' (0 for any free one)");
		}
	}

	@Test
	void explainsAMissingLettuce(CapturedOutput output) {
		assertFails(Application.class, "--distributor.role=distributor", "--distributor.server.port=0",
				"--spring.data.redis.client-type=jedis");
		assertThat(output).contains("needs Redis through Lettuce", "JedisConnectionFactory",
				"'spring.data.redis.client-type=jedis'", "'distributor.role=standalone'");
	}

	@Test
	void explainsAWrongHandler(CapturedOutput output) {
		assertFails(WithWrongHandler.class, "--distributor.role=standalone", "--distributor.backend.namespace=/chat",
				"--distributor.server.port=0");
		assertThat(output).contains("WithWrongHandler.connect", "which @OnConnect cannot give",
				"Parameters may be of these types: Socket, Namespace, IndirectIo, Handshake, Principal; or annotated");
	}

	@Test
	void explainsANamespaceThatBelongsToAPattern(CapturedOutput output) {
		assertFails(WithWorkspace.class, "--distributor.role=standalone",
				"--distributor.backend.namespace=/chat,/workspace-{id}", "--distributor.server.port=0");
		assertThat(output).contains("namespace '/workspace-7' is one of a pattern this backend owns",
				"Name it in 'distributor.backend.namespace' too");
	}

	@Test
	void explainsAnInterfaceThatSendsNoEvents(CapturedOutput output) {
		assertFails(WithWrongEvents.class, "--distributor.role=standalone", "--distributor.backend.namespace=/chat",
				"--distributor.server.port=0");
		assertThat(output).contains("@ServerEvents(WrongEvents.class)", "WrongEvents.count: returns int",
				"each method of it sends one event");
	}

	private static void assertFails(Class<?> application, String... arguments) {
		assertThatException().isThrownBy(() -> SpringApplication.run(application, arguments).close());
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class WithWrongHandler {

		@OnConnect
		void connect(Ack ack) {
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@SocketNamespace("/workspace-7")
	static class WithWorkspace {

		@OnEvent("event")
		void event() {
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@ServerEvents(WrongEvents.class)
	static class WithWrongEvents {

	}

	interface WrongEvents {

		int count();

	}

}
