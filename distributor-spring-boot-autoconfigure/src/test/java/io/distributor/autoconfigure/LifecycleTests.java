package io.distributor.autoconfigure;

import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

import io.distributor.lifecycle.DistributorLifecycle;
import io.distributor.lifecycle.DistributorServerInitializedEvent;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatException;

/**
 * How the roles come and go with the application.
 */
class LifecycleTests {

	@Test
	void tellsItsPort() {
		List<DistributorServerInitializedEvent> events = new ArrayList<>();
		Contexts.runner(Role.STANDALONE)
			.withInitializer((context) -> context
				.addApplicationListener((ApplicationListener<DistributorServerInitializedEvent>) events::add))
			.run((context) -> {
				assertThat(events).hasSize(1);
				assertThat(events.get(0).getApplicationContext()).isNotNull();
				assertThat(context.getEnvironment().getProperty("local.distributor.port", Integer.class)).isPositive()
					.isEqualTo(events.get(0).port());
			});
	}

	@Test
	void keepsTheJvmAliveAsLongAsABackendRuns() {
		ConfigurableApplicationContext context = Applications.standalone();
		assertThat(keepAliveThreads()).isNotEmpty().noneMatch(Thread::isDaemon);
		context.close();
		Awaitility.await().until(() -> keepAliveThreads().isEmpty());
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void letsClientsGoBeforeTheBackendAndFreesThePort(boolean polling) throws Exception {
		ConfigurableApplicationContext context = Applications.standalone("--distributor.server.drain=25s",
				"--spring.lifecycle.timeout-per-shutdown-phase=60s");
		int port = Applications.port(context);
		Chat chat = context.getBean(Chat.class);
		try (Client client = (polling ? Client.polling(port, "/chat") : Client.to(port, "/chat")).connect()) {
			BlockingQueue<Object[]> disconnected = client.on("disconnect");
			Instant before = Instant.now();
			context.close();
			assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(20));
			Client.take(disconnected);
		}
		assertThat(chat.gone.poll(0, TimeUnit.SECONDS)).isEqualTo("server shutting down");
		assertThat(chat.gone).isEmpty();
		assertThatCode(() -> new ServerSocket(port).close()).doesNotThrowAnyException();
	}

	@Test
	void letsClientsGoWhenTheApplicationRefusesTraffic() throws Exception {
		try (ConfigurableApplicationContext context = Applications.standalone();
				Client client = Client.to(Applications.port(context), "/chat").connect()) {
			BlockingQueue<Object[]> disconnected = client.on("disconnect");
			DistributorLifecycle lifecycle = context.getBean(DistributorLifecycle.class);
			assertThat(lifecycle.isLeaving()).isFalse();
			AvailabilityChangeEvent.publish(context, ReadinessState.REFUSING_TRAFFIC);
			Client.take(disconnected);
			assertThat(context.getBean(Chat.class).gone.poll(5, TimeUnit.SECONDS)).isEqualTo("server shutting down");
			assertThat(lifecycle.isLeaving()).isTrue();
			assertThat(lifecycle.isRunning()).isTrue();
			try (Client late = Client.to(Applications.port(context), "/chat")) {
				assertThat(late.connectExpectingError()).isNotEmpty();
			}
		}
	}

	@Test
	void leavesNothingBehindWhenThePortIsInUse() throws IOException {
		try (ServerSocket taken = new ServerSocket(0)) {
			Contexts.runner(Role.STANDALONE)
				.withPropertyValues("distributor.server.port=" + taken.getLocalPort())
				.run((context) -> assertThat(context).hasFailed());
			Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> keepAliveThreads().isEmpty());
		}
	}

	@Test
	void startsOnlyOnce() {
		Contexts.runner(Role.STANDALONE).run((context) -> {
			context.stop();
			assertThatException().isThrownBy(context::start)
				.havingRootCause()
				.withMessageContaining("expected: one start");
		});
	}

	@Test
	void runsHandlersOnABoundedPool() {
		Contexts.runner(Role.BACKEND)
			.run((context) -> assertThat(context).hasSingleBean(HandlerExecutor.class)
				.hasBean("distributorHandlerExecutor"));
	}

	@Test
	@EnabledForJreRange(min = JRE.JAVA_21)
	void runsHandlersOnVirtualThreads() {
		Contexts.runner(Role.BACKEND)
			.withPropertyValues("spring.threads.virtual.enabled=true")
			.run((context) -> assertThat(context).hasSingleBean(HandlerExecutor.class)
				.hasBean("distributorVirtualHandlerExecutor"));
	}

	private static List<Thread> keepAliveThreads() {
		return Thread.getAllStackTraces()
			.keySet()
			.stream()
			.filter((thread) -> thread.getName().equals("distributor-keep-alive"))
			.toList();
	}

}
