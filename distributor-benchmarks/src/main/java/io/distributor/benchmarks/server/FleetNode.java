package io.distributor.benchmarks.server;

import java.util.Objects;
import java.util.concurrent.TimeUnit;

import io.distributor.backend.Arguments;
import io.distributor.backend.Event;
import io.distributor.backend.EventHandler;
import io.distributor.backend.IndirectIo;
import io.distributor.link.Link;

import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;

/**
 * A distributor or a backend as a user would build it. What the backend does, the servers
 * of the other systems do in the same words.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
public class FleetNode {

	/** What a process writes when its link is up. */
	public static final String READY = "node is ready";

	/**
	 * Starts the process.
	 * @param arguments properties
	 */
	public static void main(String[] arguments) {
		SpringApplication.run(FleetNode.class, arguments);
		MemoryAnswers.start();
	}

	@Bean
	@ConditionalOnProperty(name = "distributor.role", havingValue = "backend")
	Handlers handlers(IndirectIo io) {
		return new Handlers(io);
	}

	@Bean
	ApplicationRunner readiness(Link link) {
		return (arguments) -> {
			while (!link.isUp()) {
				TimeUnit.MILLISECONDS.sleep(10);
			}
			System.out.println(READY);
		};
	}

	/** The handlers of the backend. */
	static final class Handlers {

		private final IndirectIo io;

		Handlers(IndirectIo io) {
			this.io = io;
			io.onEvent("echo", (event) -> event.arguments().get(0, String.class));
			io.onEvent("echoBytes", (event) -> event.arguments().get(0, byte[].class));
			io.onEvent("join", this::join);
			io.onEvent("publish", this::publish);
			io.onEvent("publishTo", this::publishTo);
		}

		private Object join(Event event) {
			return event.socket().join(room(event.arguments(), 0)).thenApply((result) -> true);
		}

		private static String room(Arguments arguments, int index) {
			return Objects.requireNonNull(arguments.get(index, String.class));
		}

		private Object publish(Event event) {
			Arguments arguments = event.arguments();
			this.io.emit("news", arguments.get(0, Long.class), arguments.get(1, String.class));
			return EventHandler.NO_ANSWER;
		}

		private Object publishTo(Event event) {
			Arguments arguments = event.arguments();
			this.io.to(room(arguments, 2)).emit("news", arguments.get(0, Long.class), arguments.get(1, String.class));
			return EventHandler.NO_ANSWER;
		}

	}

}
