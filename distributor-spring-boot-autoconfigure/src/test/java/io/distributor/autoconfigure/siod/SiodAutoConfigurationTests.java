package io.distributor.autoconfigure.siod;

import java.util.ArrayList;
import java.util.List;

import io.distributor.autoconfigure.Contexts;
import io.distributor.autoconfigure.ForeignPortFactory;
import io.distributor.autoconfigure.Role;
import io.distributor.interop.siod.BackendBridge;
import io.distributor.interop.siod.DistributorBridge;
import io.distributor.interop.siod.SiodStatistics;
import io.distributor.link.memory.MemoryLinkHub;
import io.distributor.link.port.PatternPort;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.micrometer.metrics.autoconfigure.MetricsAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

class SiodAutoConfigurationTests {

	private static ApplicationContextRunner runner(Role role) {
		return Contexts.runner(role)
			.withConfiguration(AutoConfigurations.of(SiodAutoConfiguration.class, MetricsAutoConfiguration.class))
			.withBean(MeterRegistry.class, SimpleMeterRegistry::new);
	}

	@Test
	void doesNothingWithoutNamespaces() {
		runner(Role.DISTRIBUTOR).run((context) -> assertThat(context).hasNotFailed()
			.doesNotHaveBean(BackendBridge.class)
			.doesNotHaveBean("siodBackendLinkDecorator"));
	}

	@Test
	void bridgesADistributorToBackends() {
		runner(Role.DISTRIBUTOR).withPropertyValues("distributor.interop.siod.namespaces[0]=/chat").run((context) -> {
			assertThat(context).hasSingleBean(BackendBridge.class).doesNotHaveBean(DistributorBridge.class);
			assertThat(context.getBean(MeterRegistry.class).get("distributor.interop.siod.sockets").gauge().value())
				.isZero();
		});
	}

	@Test
	void bridgesABackendToDistributors() {
		runner(Role.BACKEND).withPropertyValues("distributor.interop.siod.namespaces=/chat").run((context) -> {
			assertThat(context).hasSingleBean(DistributorBridge.class).doesNotHaveBean(BackendBridge.class);
			SiodStatistics statistics = context.getBean(DistributorBridge.class).statistics();
			assertThat(statistics.sockets()).isZero();
			assertThat(context.getBean(MeterRegistry.class).find("distributor.interop.siod.sockets").gauge())
				.isNotNull();
		});
	}

	@Test
	void meetsTheOriginalWhereTheApplicationSays() {
		List<PatternPort> ports = new ArrayList<>();
		ForeignPortFactory factory = () -> {
			ports.add(new MemoryLinkHub().port());
			return ports.get(0);
		};
		runner(Role.DISTRIBUTOR).withPropertyValues("distributor.interop.siod.namespaces=/chat")
			.withBean(ForeignPortFactory.class, () -> factory)
			.run((context) -> assertThat(context).hasSingleBean(BackendBridge.class));
		assertThat(ports).hasSize(1);
	}

	@Test
	void refusesNamespacesThatTheBackendDoesNotOwn() {
		runner(Role.BACKEND).withPropertyValues("distributor.interop.siod.namespaces=/chat,/game")
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOf(InvalidConfigurationPropertyValueException.class)
				.hasMessageContaining("distributor.interop.siod.namespaces"));
	}

	@Test
	void refusesWhatIsNoName() {
		for (String name : new String[] { "chat", "/chat-{id}", "/chat#1" }) {
			runner(Role.DISTRIBUTOR).withPropertyValues("distributor.interop.siod.namespaces=" + name)
				.run((context) -> assertThat(context).getFailure()
					.rootCause()
					.isInstanceOf(InvalidConfigurationPropertyValueException.class));
		}
	}

	@Test
	void isNotForAStandaloneProcess() {
		runner(Role.STANDALONE).withPropertyValues("distributor.interop.siod.namespaces=/chat")
			.run((context) -> assertThat(context).hasNotFailed()
				.doesNotHaveBean(BackendBridge.class)
				.doesNotHaveBean(DistributorBridge.class));
	}

}
