package io.distributor.autoconfigure;

import io.distributor.backend.statistics.SelectionObserver;
import io.distributor.interop.channel.ForeignChannels;
import io.distributor.interop.peer.PeerCounters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;

class InteropAutoConfigurationTests {

	private static final String EMITTER = "distributor.interop.redis-emitter.enabled=true";

	private static final String ADAPTER = "distributor.interop.node-adapter.enabled=true";

	@ParameterizedTest
	@EnumSource(Role.class)
	void isOffByDefault(Role role) {
		runner(role).run((context) -> assertThat(context).hasNotFailed()
			.doesNotHaveBean(ForeignChannels.class)
			.doesNotHaveBean(SelectionObserver.class));
	}

	@Test
	void isOffWithoutARole() {
		Contexts.runner()
			.withConfiguration(AutoConfigurations.of(InteropAutoConfiguration.class))
			.withPropertyValues(EMITTER)
			.run((context) -> assertThat(context).doesNotHaveBean(ForeignChannels.class));
	}

	@Test
	void letsDistributorsHearEmitters() {
		runner(Role.DISTRIBUTOR).withPropertyValues(EMITTER)
			.run((context) -> assertThat(context).hasNotFailed()
				.hasSingleBean(ForeignChannels.class)
				.hasSingleBean(PeerCounters.class)
				.doesNotHaveBean(SelectionObserver.class));
	}

	@Test
	void letsBackendsTellNodeServers() {
		runner(Role.BACKEND).withPropertyValues(ADAPTER)
			.run((context) -> assertThat(context).hasNotFailed()
				.hasSingleBean(ForeignChannels.class)
				.hasSingleBean(SelectionObserver.class)
				.doesNotHaveBean(PeerCounters.class));
	}

	@Test
	void doesBothInAStandaloneProcess() {
		runner(Role.STANDALONE).withPropertyValues(ADAPTER)
			.run((context) -> assertThat(context).hasNotFailed()
				.hasSingleBean(PeerCounters.class)
				.hasSingleBean(SelectionObserver.class));
	}

	@Test
	void hearsEachKeyOnce() {
		runner(Role.DISTRIBUTOR).withPropertyValues(EMITTER, ADAPTER)
			.run((context) -> assertThat(context.getBean(InteropProperties.class).heardKeys())
				.containsExactly("socket.io"));
		runner(Role.DISTRIBUTOR).withPropertyValues(EMITTER, ADAPTER, "distributor.interop.node-adapter.key=node")
			.run((context) -> assertThat(context.getBean(InteropProperties.class).heardKeys())
				.containsExactly("socket.io", "node"));
	}

	@Test
	void hasLimits() {
		runner(Role.DISTRIBUTOR).withPropertyValues(EMITTER).run((context) -> {
			InteropProperties properties = context.getBean(InteropProperties.class);
			assertThat(properties.maxMessageSize()).isEqualTo(DataSize.ofMegabytes(4));
			assertThat(context.getBean(ForeignChannels.class).maxQueuedBytes())
				.isEqualTo(DataSize.ofMegabytes(8).toBytes());
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "redis-emitter.key=", "node-adapter.key= ", "max-message-size=0B", "queue-size=-1B" })
	void refusesWhatCannotBe(String property) {
		runner(Role.DISTRIBUTOR).withPropertyValues(EMITTER, "distributor.interop." + property)
			.run((context) -> assertThat(context).hasFailed());
	}

	@Test
	void saysThatItNeedsLettuce() {
		runner(Role.STANDALONE).withPropertyValues(EMITTER, "spring.data.redis.client-type=jedis")
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOf(LettuceRequiredException.class));
	}

	@Test
	void needsNoRedisClientWhileItIsOff() {
		runner(Role.STANDALONE).withClassLoader(new FilteredClassLoader("org.springframework.data.redis", "io.lettuce"))
			.run((context) -> assertThat(context).hasNotFailed());
	}

	private static ApplicationContextRunner runner(Role role) {
		return Contexts.runner(role).withConfiguration(AutoConfigurations.of(InteropAutoConfiguration.class));
	}

}
