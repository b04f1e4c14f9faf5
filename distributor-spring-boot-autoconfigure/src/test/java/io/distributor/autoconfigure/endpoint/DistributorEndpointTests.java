package io.distributor.autoconfigure.endpoint;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import io.distributor.autoconfigure.Contexts;
import io.distributor.autoconfigure.Role;
import io.distributor.backend.IndirectIo;
import io.distributor.backend.instance.Backend;
import io.socket.client.IO;
import io.socket.client.Socket;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.actuate.autoconfigure.endpoint.EndpointAutoConfiguration;
import org.springframework.boot.actuate.endpoint.Access;
import org.springframework.boot.actuate.endpoint.InvalidEndpointRequestException;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.env.Environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class DistributorEndpointTests {

	@Test
	void describesBothRolesOfAStandalone() {
		runner(Role.STANDALONE).run((context) -> {
			DistributorEndpoint endpoint = context.getBean(DistributorEndpoint.class);
			Awaitility.await()
				.untilAsserted(() -> assertThat(endpoint.describe().roles())
					.allSatisfy((role) -> assertThat(role.link().latencyMillis()).isNotNull()));
			assertThat(endpoint.describe().roles()).extracting(RoleDescription::role)
				.containsExactly("backend", "distributor");
			RoleDescription distributor = endpoint.describe().roles().get(1);
			assertThat(distributor.link().up()).isTrue();
			assertThat(distributor.link().since()).isNotNull();
			assertThat(distributor.nodes()).singleElement().satisfies((node) -> {
				assertThat(node.role()).isEqualTo("backend");
				assertThat(node.namespaces()).containsExactly("/chat");
			});
			assertThat(distributor.limitsReached()).isEmpty();
			assertThat(endpoint.describe().roles().get(0).namespaces()).containsExactly(Map.entry("/chat", 0));
		});
	}

	@Test
	void countsSocketsAndNamesNone() {
		runner(Role.STANDALONE).run((context) -> {
			Socket client = connect(context.getEnvironment());
			DistributorEndpoint endpoint = context.getBean(DistributorEndpoint.class);
			assertThat(endpoint.describe().roles()).allSatisfy((role) -> {
				assertThat(role.sockets()).isOne();
				assertThat(role.namespaces()).containsExactly(Map.entry("/chat", 1));
			});
			assertThat(new JsonMapper().writeValueAsString(endpoint.describe())).doesNotContain(client.id());
			client.close();
		});
	}

	@Test
	void namesEachLimitThatWasReached() {
		runner(Role.STANDALONE)
			.withPropertyValues("distributor.backend.max-sockets=1", "distributor.server.limits.max-rooms=1")
			.run((context) -> {
				DistributorEndpoint endpoint = context.getBean(DistributorEndpoint.class);
				context.getBean(IndirectIo.class).onEvent("join", (event) -> event.socket().join("a", "b"));
				Socket client = connect(context.getEnvironment());
				client.emit("join");
				Socket refused = client(context.getEnvironment());
				BlockingQueue<Object[]> errors = on(refused, Socket.EVENT_CONNECT_ERROR);
				refused.connect();
				assertThat(errors.poll(20, TimeUnit.SECONDS)).isNotNull();
				refused.close();
				Awaitility.await().untilAsserted(() -> {
					List<RoleDescription> roles = endpoint.describe().roles();
					assertThat(roles.get(0).limitsReached()).containsOnlyKeys("sockets");
					assertThat(roles.get(1).limitsReached()).containsOnlyKeys("server.rooms");
				});
				client.close();
			});
	}

	@Test
	void disconnectsASocket() {
		runner(Role.STANDALONE).run((context) -> {
			Socket client = connect(context.getEnvironment());
			BlockingQueue<Object[]> disconnected = on(client, Socket.EVENT_DISCONNECT);
			Disconnected done = context.getBean(DistributorEndpoint.class).disconnect("chat", client.id(), null, null);
			assertThat(done.scope()).isEqualTo("fleet");
			assertThat(disconnected.poll(20, TimeUnit.SECONDS)).containsExactly("io server disconnect");
			client.close();
		});
	}

	@Test
	void disconnectsAllSocketsOfAUser() {
		runner(Role.STANDALONE).run((context) -> {
			context.getBean(IndirectIo.class).use((socket) -> socket.setUser("ann"));
			Socket first = connect(context.getEnvironment());
			Socket second = connect(context.getEnvironment());
			BlockingQueue<Object[]> disconnected = on(first, Socket.EVENT_DISCONNECT);
			second.on(Socket.EVENT_DISCONNECT, disconnected::add);
			context.getBean(DistributorEndpoint.class).disconnect("/chat", null, "ann", null);
			assertThat(disconnected.poll(20, TimeUnit.SECONDS)).containsExactly("io server disconnect");
			assertThat(disconnected.poll(20, TimeUnit.SECONDS)).containsExactly("io server disconnect");
			first.close();
			second.close();
		});
	}

	@Test
	void disconnectsInADistributorAmongItsOwnSockets() {
		runner(Role.DISTRIBUTOR).run((context) -> {
			Disconnected done = context.getBean(DistributorEndpoint.class)
				.disconnect("/chat", "aaaaaaaaaaaaaaaaaaaa", null, true);
			assertThat(done).isEqualTo(new Disconnected("distributor", 0));
		});
	}

	@Test
	void refusesWhatIsNoSocketAndNoUser() {
		runner(Role.BACKEND).run((context) -> {
			DistributorEndpoint endpoint = context.getBean(DistributorEndpoint.class);
			assertThatExceptionOfType(InvalidEndpointRequestException.class)
				.isThrownBy(() -> endpoint.disconnect("/chat", null, null, null))
				.withMessage("socket, user: none (expected: one of them)");
			assertThatExceptionOfType(InvalidEndpointRequestException.class)
				.isThrownBy(() -> endpoint.disconnect("/chat", "lobby", null, null))
				.withMessageContaining("the id of a socket");
			assertThatExceptionOfType(InvalidEndpointRequestException.class)
				.isThrownBy(() -> endpoint.disconnect("/game", null, "ann", null))
				.withMessageContaining("namespace: /game");
			assertThat(context.getBean(Backend.class).sockets()).containsOnlyKeys("/chat");
		});
	}

	@Test
	void isReadOnlyUnlessSaidOtherwise() {
		assertThat(DistributorEndpoint.class.getAnnotation(Endpoint.class).defaultAccess()).isEqualTo(Access.READ_ONLY);
	}

	@Test
	void isThereOnlyWhenExposed() {
		Contexts.runner(Role.BACKEND)
			.withConfiguration(
					AutoConfigurations.of(EndpointAutoConfiguration.class, DistributorEndpointAutoConfiguration.class))
			.run((context) -> assertThat(context).doesNotHaveBean(DistributorEndpoint.class));
	}

	private static ApplicationContextRunner runner(Role role) {
		return Contexts.runner(role)
			.withConfiguration(
					AutoConfigurations.of(EndpointAutoConfiguration.class, DistributorEndpointAutoConfiguration.class))
			.withPropertyValues("management.endpoints.web.exposure.include=distributor",
					"management.endpoints.jmx.exposure.include=distributor", "spring.jmx.enabled=true",
					"distributor.link.settle=50ms");
	}

	private static Socket client(Environment environment) {
		int port = environment.getRequiredProperty("local.distributor.port", Integer.class);
		return IO.socket(URI.create("http://localhost:" + port + "/chat"),
				IO.Options.builder().setForceNew(true).build());
	}

	private static Socket connect(Environment environment) throws InterruptedException {
		Socket client = client(environment);
		BlockingQueue<Object[]> connected = on(client, Socket.EVENT_CONNECT);
		client.connect();
		assertThat(connected.poll(20, TimeUnit.SECONDS)).isNotNull();
		return client;
	}

	private static BlockingQueue<Object[]> on(Socket client, String event) {
		BlockingQueue<Object[]> events = new LinkedBlockingQueue<>();
		client.on(event, events::add);
		return events;
	}

}
