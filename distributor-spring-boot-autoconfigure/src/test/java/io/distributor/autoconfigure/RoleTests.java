package io.distributor.autoconfigure;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import java.util.concurrent.Executor;

import io.distributor.autoconfigure.health.DistributorHealthContributorAutoConfiguration;
import io.distributor.autoconfigure.metrics.DistributorMetricsAutoConfiguration;
import io.distributor.backend.IndirectIo;
import io.distributor.backend.instance.Backend;
import io.distributor.engine.SocketIoServer;
import io.distributor.gateway.Gateway;
import io.distributor.lifecycle.BackendLifecycle;
import io.distributor.lifecycle.DistributorLifecycle;
import io.distributor.lifecycle.RoleLifecycle;
import io.distributor.link.Link;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.data.redis.listener.RedisMessageListenerContainer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What each role switches on, and what it leaves alone.
 */
class RoleTests {

	@ParameterizedTest
	@ValueSource(strings = { "distributor.role=", "distributor.server.port=0" })
	void switchesNothingOnWithoutARole(String property) {
		Contexts.runner()
			.withPropertyValues(property)
			.run((context) -> assertThat(context).hasNotFailed()
				.doesNotHaveBean(Link.class)
				.doesNotHaveBean(IndirectIo.class)
				.doesNotHaveBean(RoleLifecycle.class)
				.doesNotHaveBean(LinkProperties.class));
	}

	@ParameterizedTest
	@ValueSource(strings = { "backends", "master" })
	void failsForAnUnknownRole(String role) {
		Contexts.runner()
			.withPropertyValues("distributor.role=" + role)
			.run((context) -> assertThat(context.getStartupFailure())
				.hasRootCauseInstanceOf(InvalidConfigurationPropertyValueException.class)
				.rootCause()
				.hasMessageContaining("distributor.role")
				.hasMessageContaining(role));
	}

	@Test
	void ignoresTheCaseOfARole() {
		Contexts.runner()
			.withPropertyValues("distributor.role=StandAlone", "distributor.backend.namespace=/chat")
			.run((context) -> assertThat(context).hasSingleBean(Backend.class));
	}

	@Test
	void runsABackend() {
		Contexts.runner(Role.BACKEND)
			.run((context) -> assertThat(context).hasNotFailed()
				.hasSingleBean(IndirectIo.class)
				.hasSingleBean(BackendLifecycle.class)
				.doesNotHaveBean(SocketIoServer.class)
				.doesNotHaveBean(Gateway.class));
	}

	@Test
	void runsADistributor() {
		Contexts.runner(Role.DISTRIBUTOR)
			.run((context) -> assertThat(context).hasNotFailed()
				.hasSingleBean(SocketIoServer.class)
				.hasSingleBean(DistributorLifecycle.class)
				.doesNotHaveBean(Backend.class)
				.doesNotHaveBean(IndirectIo.class));
	}

	@Test
	void runsBothStandalone() {
		Contexts.runner(Role.STANDALONE)
			.run((context) -> assertThat(context).hasNotFailed()
				.hasSingleBean(SocketIoServer.class)
				.hasSingleBean(Backend.class)
				.hasBean("distributorLink")
				.hasBean("distributorBackendLink"));
	}

	@Test
	void runsStandaloneWithoutARedisClient() {
		Contexts.runner(Role.STANDALONE)
			.withClassLoader(new FilteredClassLoader("org.springframework.data.redis", "io.lettuce"))
			.run((context) -> assertThat(context).hasNotFailed().hasSingleBean(Backend.class));
	}

	@ParameterizedTest
	@EnumSource(Role.class)
	void runsWithoutActuatorAndMicrometer(Role role) {
		Contexts.withoutHealth(role)
			.withClassLoader(new FilteredClassLoader("org.springframework.boot.health",
					"org.springframework.boot.actuate", "org.springframework.boot.micrometer", "io.micrometer.core"))
			.run((context) -> assertThat(context).hasNotFailed().hasSingleBean(LinkProperties.class));
	}

	@Test
	void looksAtHealthAndMetricsOnlyWhenTheirClassesAreThere() throws IOException {
		Properties conditions = new Properties();
		try (InputStream stream = getClass()
			.getResourceAsStream("/META-INF/spring-autoconfigure-metadata.properties")) {
			conditions.load(stream);
		}
		assertThat(conditions
			.getProperty(DistributorHealthContributorAutoConfiguration.class.getName() + ".ConditionalOnClass"))
			.contains("org.springframework.boot.health.contributor.HealthIndicator");
		assertThat(conditions.getProperty(DistributorMetricsAutoConfiguration.class.getName() + ".ConditionalOnClass"))
			.contains("io.micrometer.core.instrument.MeterRegistry");
	}

	@ParameterizedTest
	@EnumSource(Role.class)
	void leavesBeansOfBootUnambiguous(Role role) {
		Contexts.runner(role)
			.run((context) -> assertThat(context).hasBean("applicationTaskExecutor")
				.hasSingleBean(Executor.class)
				.hasSingleBean(RedisConnectionFactory.class)
				.hasSingleBean(RedisMessageListenerContainer.class)
				.hasBean("redisMessageListenerContainer"));
	}

	@ParameterizedTest
	@EnumSource(value = Role.class, names = "STANDALONE", mode = EnumSource.Mode.EXCLUDE)
	void refusesJedis(Role role) {
		Contexts.runner(role)
			.withPropertyValues("spring.data.redis.client-type=jedis")
			.run((context) -> assertThat(context.getStartupFailure())
				.hasRootCauseInstanceOf(LettuceRequiredException.class)
				.rootCause()
				.hasMessageContaining("JedisConnectionFactory"));
	}

	@Test
	void needsANamespaceForABackend() {
		Contexts.runner()
			.withPropertyValues("distributor.role=backend", "distributor.backend.namespace=")
			.run((context) -> assertThat(context.getStartupFailure())
				.hasRootCauseInstanceOf(MissingNamespaceException.class));
	}

	@Test
	void isNotPausedBetweenTests() {
		Contexts.runner(Role.STANDALONE)
			.run((context) -> assertThat(context.getBeansOfType(RoleLifecycle.class).values())
				.allMatch(RoleLifecycle::isRunning)
				.noneMatch(RoleLifecycle::isPauseable));
	}

	@Test
	void startsTheBackendBeforeTheDistributorAndBothAfterTheWebServer() {
		assertThat(RoleLifecycle.BACKEND_PHASE).isLessThan(RoleLifecycle.DISTRIBUTOR_PHASE)
			.isGreaterThan(Integer.MAX_VALUE - 1024);
	}

}
