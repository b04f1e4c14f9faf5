package io.distributor.autoconfigure.metrics;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

import io.distributor.autoconfigure.Contexts;
import io.distributor.autoconfigure.Role;
import io.distributor.backend.IndirectIo;
import io.distributor.backend.statistics.EventOutcome;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.micrometer.metrics.autoconfigure.MetricsAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class DistributorMetricsTests {

	@Test
	void metersARunningStandalone() {
		runner(Role.STANDALONE).run((context) -> {
			MeterRegistry registry = context.getBean(MeterRegistry.class);
			Awaitility.await()
				.untilAsserted(
						() -> assertThat(registry.get("distributor.link.up").tag("role", "backend").gauge().value())
							.isOne());
			assertThat(registry.get("distributor.link.nodes").tag("role", "distributor").gauge().value()).isOne();
			assertThat(registry.get("distributor.server.sessions").gauge().value()).isZero();
			assertThat(registry.get("distributor.gateway.sockets").gauge().value()).isZero();
			assertThat(registry.get("distributor.backend.sockets").gauge().value()).isZero();
			assertThat(registry.get("distributor.link.frames").tag("direction", "out").functionCounters())
				.allMatch((counter) -> counter.count() > 0);
		});
	}

	@Test
	void metersOnlyWhatRuns() {
		runner(Role.BACKEND).run((context) -> assertThat(context).hasSingleBean(LinkMetrics.class)
			.hasSingleBean(BackendMetrics.class)
			.doesNotHaveBean(GatewayMetrics.class)
			.doesNotHaveBean(ServerMetrics.class));
		runner(Role.DISTRIBUTOR).run((context) -> assertThat(context).hasSingleBean(LinkMetrics.class)
			.hasSingleBean(GatewayMetrics.class)
			.hasSingleBean(ServerMetrics.class)
			.doesNotHaveBean(BackendMetrics.class));
	}

	@ParameterizedTest
	@EnumSource(Role.class)
	void describesEveryMeter(Role role) {
		runner(role).run((context) -> assertThat(context.getBean(MeterRegistry.class).getMeters())
			.filteredOn((meter) -> meter.getId().getName().startsWith("distributor."))
			.isNotEmpty()
			.extracting(Meter::getId)
			.allSatisfy((id) -> assertThat(id.getDescription()).as(id.getName()).isNotBlank())
			.allSatisfy((id) -> assertThat(id.getName()).matches("[a-z.]+")));
	}

	@Test
	void timesHandlers() {
		SimpleMeterRegistry registry = new SimpleMeterRegistry();
		HandlerTimers timers = new HandlerTimers(registry);
		timers.onHandled("/chat", "post", EventOutcome.HANDLED, 2_000_000);
		timers.onHandled("/chat", "post", EventOutcome.FAILED, 1_000_000);
		timers.onHandled("/chat", "post", EventOutcome.HANDLED, 2_000_000);
		assertThat(registry.get("distributor.backend.handler")
			.tags("namespace", "/chat", "event", "post", "outcome", "handled")
			.timer()
			.count()).isEqualTo(2);
	}

	@Test
	void countsEmitsByEventWithinABound() {
		SimpleMeterRegistry registry = new SimpleMeterRegistry();
		EmitCounters counters = new EmitCounters(registry);
		for (int i = 0; i < 300; i++) {
			counters.onEmit("/chat", "event" + i);
		}
		counters.onEmit("/chat", "event0");
		assertThat(registry.get("distributor.backend.emits").tag("event", "event0").counter().count()).isEqualTo(2);
		assertThat(registry.get("distributor.backend.emits").tag("event", "other").counter().count()).isEqualTo(100);
		assertThat(registry.get("distributor.backend.emits").counters()).hasSize(201);
	}

	@Test
	void countsWhatTheApplicationEmits() {
		runner(Role.STANDALONE).run((context) -> {
			IndirectIo io = context.getBean(IndirectIo.class);
			io.emit("posted", 1);
			io.to("room").emit("posted", 2);
			assertThatIllegalArgumentException().isThrownBy(() -> io.emit("disconnect"));
			MeterRegistry registry = context.getBean(MeterRegistry.class);
			assertThat(registry.get("distributor.backend.emits").counters()).singleElement().satisfies((counter) -> {
				assertThat(counter.getId().getTag("event")).isEqualTo("posted");
				assertThat(counter.count()).isEqualTo(2);
			});
		});
	}

	@Test
	void makesNoTagOfWhatClientsMadeUp() {
		try (NamespaceMetrics metrics = new NamespaceMetrics("sockets", "",
				() -> Map.of("/chat", 2, "/w-1", 3, "/w-2", 4), () -> Set.of("/chat", "/game"))) {
			assertThat(metrics.byTag()).containsExactly(Map.entry("/chat", 2), Map.entry("/game", 0),
					Map.entry("other", 7));
		}
	}

	@Test
	void measuresTheWayOfHeartbeats() {
		runner(Role.STANDALONE).run((context) -> {
			MeterRegistry registry = context.getBean(MeterRegistry.class);
			Awaitility.await()
				.untilAsserted(() -> assertThat(registry.get("distributor.link.latency").functionTimers())
					.allSatisfy((timer) -> assertThat(timer.count()).isPositive())
					.allSatisfy((timer) -> assertThat(timer.totalTime(TimeUnit.NANOSECONDS)).isPositive()));
		});
	}

	@Test
	void metersNothingWithoutARegistry() {
		Contexts.runner(Role.STANDALONE)
			.run((context) -> assertThat(context).doesNotHaveBean(LinkMetrics.class)
				.doesNotHaveBean(HandlerTimers.class));
	}

	private static ApplicationContextRunner runner(Role role) {
		return Contexts.runner(role)
			.withBean(SimpleMeterRegistry.class)
			.withConfiguration(AutoConfigurations.of(MetricsAutoConfiguration.class));
	}

}
