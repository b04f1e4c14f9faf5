package io.distributor.autoconfigure.contract;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletionStage;

import io.distributor.annotation.OnEvent;
import io.distributor.annotation.ServerEvents;
import io.distributor.annotation.SocketNamespace;
import io.distributor.autoconfigure.Contexts;
import io.distributor.autoconfigure.Role;
import io.distributor.backend.Socket;
import io.distributor.contract.ClientContract;
import io.distributor.contract.InvalidServerEventsException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.actuate.autoconfigure.endpoint.EndpointAutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;

import static org.assertj.core.api.Assertions.assertThat;

class ContractAutoConfigurationTests {

	private final ApplicationContextRunner runner = Contexts.runner(Role.STANDALONE)
		.withConfiguration(AutoConfigurations.of(ContractAutoConfiguration.class, EndpointAutoConfiguration.class))
		.withPropertyValues("chat.namespace=/talk");

	@Test
	void describesHandlersAndInterfacesOfBeans() {
		this.runner.withBean(Talk.class).withBean(Lobby.class).run((context) -> {
			assertThat(context).hasSingleBean(ClientContract.class);
			String module = context.getBean(ClientContract.class).typeScript();
			assertThat(module).contains("""
					/** Namespace "/chat" */
					export namespace Chat {
					  export interface ServerToClientEvents {
					    opened: (door: string) => void;
					  }

					  export interface ClientToServerEvents {
					  }
					}

					/** Namespace "/talk" */
					export namespace Talk {
					  export interface ServerToClientEvents {
					    ask: (question: string, ack: (answer: number) => void) => void;
					    opened: (door: string) => void;
					  }

					  export interface ClientToServerEvents {
					    also: (text: string, ack: (answer: number | HandlerError) => void) => void;
					    say: (text: string, ack: (answer: number | HandlerError) => void) => void;
					  }
					}
					""");
		});
	}

	@Test
	void stopsTheStartIfAnInterfaceSendsNoEvents() {
		this.runner.withBean(Wrong.class)
			.run((context) -> assertThat(context).getFailure()
				.isInstanceOf(InvalidServerEventsException.class)
				.hasMessageContaining("@ServerEvents(WrongEvents.class) of bean '")
				.hasMessageContaining("WrongEvents.count: returns int (expected: void to emit;"));
	}

	@Test
	void hasEndpointsOnlyWhereTheyAreExposed() {
		this.runner.run((context) -> assertThat(context).doesNotHaveBean(TypeScriptEndpoint.class)
			.doesNotHaveBean(AsyncApiEndpoint.class));
		this.runner.withBean(Talk.class)
			.withPropertyValues("management.endpoints.web.exposure.include=distributortypes,distributorasyncapi")
			.run((context) -> {
				assertThat(context.getBean(TypeScriptEndpoint.class).typeScript()).contains("export namespace Talk");
				assertThat(context.getBean(AsyncApiEndpoint.class).asyncApi()).contains("\"address\" : \"/talk\"");
			});
	}

	@Test
	void isAbsentWithoutABackend() {
		Contexts.runner(Role.DISTRIBUTOR)
			.withConfiguration(AutoConfigurations.of(ContractAutoConfiguration.class))
			.run((context) -> assertThat(context).doesNotHaveBean(ClientContract.class));
	}

	@Test
	void writesFilesAndEndsWithoutARedis(@TempDir Path folder) throws Exception {
		Path output = folder.resolve("made/types");
		SpringApplication application = new SpringApplication(Application.class);
		application.setWebApplicationType(WebApplicationType.NONE);
		try (ConfigurableApplicationContext context = application.run("--distributor.types.output=" + output,
				"--distributor.role=backend", "--distributor.backend.namespace=/chat", "--distributor.server.port=1",
				"--chat.namespace=/talk", "--spring.data.redis.port=1")) {
			assertThat(context.isActive()).isFalse();
		}
		assertThat(Files.readString(output.resolve("events.d.ts"))).contains("export namespace Talk");
		assertThat(Files.readString(output.resolve("asyncapi.json"))).contains("\"asyncapi\" : \"3.0.0\"");
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import(Talk.class)
	static class Application {

		@EventListener
		void onReadiness(AvailabilityChangeEvent<ReadinessState> event) {
			assertThat(event.getState()).isNotNull();
		}

	}

	@SocketNamespace("${chat.namespace}")
	@ServerEvents({ TalkEvents.class, DoorEvents.class })
	static class Talk {

		@OnEvent({ "say", "also" })
		int say(Socket socket, String text) {
			return text.length();
		}

	}

	@ServerEvents(DoorEvents.class)
	static class Lobby {

	}

	@ServerEvents(WrongEvents.class)
	static class Wrong {

	}

	interface TalkEvents {

		CompletionStage<Integer> ask(String question);

	}

	interface DoorEvents {

		void opened(String door);

	}

	interface WrongEvents {

		int count();

	}

}
