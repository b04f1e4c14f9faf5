package io.distributor.autoconfigure.health;

import java.time.Instant;

import io.distributor.autoconfigure.Contexts;
import io.distributor.autoconfigure.Role;
import io.distributor.lifecycle.RoleLifecycle;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import org.springframework.boot.actuate.endpoint.SecurityContext;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.availability.ApplicationAvailabilityAutoConfiguration;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.health.actuate.endpoint.HealthEndpointGroup;
import org.springframework.boot.health.actuate.endpoint.HealthEndpointGroups;
import org.springframework.boot.health.autoconfigure.actuate.endpoint.AvailabilityProbesAutoConfiguration;
import org.springframework.boot.health.autoconfigure.actuate.endpoint.HealthEndpointAutoConfiguration;
import org.springframework.boot.health.autoconfigure.application.AvailabilityHealthContributorAutoConfiguration;
import org.springframework.boot.health.autoconfigure.contributor.HealthContributorAutoConfiguration;
import org.springframework.boot.health.autoconfigure.registry.HealthContributorRegistryAutoConfiguration;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

class DistributorHealthTests {

	@Test
	void isUpWithTheLinkAndNamesTheNamespaces() {
		Contexts.runner(Role.STANDALONE).run((context) -> {
			DistributorHealthIndicator indicator = context.getBean(DistributorHealthIndicator.class);
			Awaitility.await().untilAsserted(() -> {
				Health health = indicator.health();
				assertThat(health.getStatus()).isEqualTo(Status.UP);
				assertThat(health.getDetails()).containsEntry("link", "up").containsEntry("distributors", 1L);
				assertThat(health.getDetails().get("namespaces")).hasToString("{/chat=1}");
			});
		});
	}

	@Test
	void showsAllowedNamespacesWithoutABackend() {
		Contexts.runner(Role.STANDALONE)
			.withPropertyValues("distributor.server.namespaces=/chat,/game")
			.run((context) -> {
				DistributorHealthIndicator indicator = context.getBean(DistributorHealthIndicator.class);
				Awaitility.await().untilAsserted(() -> {
					Health health = indicator.health();
					assertThat(health.getStatus()).isEqualTo(Status.UP);
					assertThat(health.getDetails().get("namespaces")).hasToString("{/chat=1, /game=0}");
				});
			});
	}

	@Test
	void saysSinceWhenTheLinkIsUp() {
		Instant start = Instant.now();
		Contexts.runner(Role.STANDALONE).run((context) -> {
			DistributorHealthIndicator indicator = context.getBean(DistributorHealthIndicator.class);
			Awaitility.await().untilAsserted(() -> {
				Health health = indicator.health();
				assertThat(health.getDetails()).containsEntry("link", "up");
				assertThat((Instant) health.getDetails().get("linkSince")).isBetween(start, Instant.now());
			});
		});
	}

	@Test
	void isDownWithTheLinkButTheContextStarts() {
		Contexts.runner(Role.BACKEND).run((context) -> {
			assertThat(context).hasNotFailed();
			Health health = context.getBean(DistributorHealthIndicator.class).health();
			assertThat(health.getStatus()).isEqualTo(Status.DOWN);
			assertThat(health.getDetails()).containsEntry("link", "down");
		});
	}

	@Test
	void isOutOfServiceWhileLeaving() {
		Contexts.runner(Role.STANDALONE).run((context) -> {
			context.getBean("distributorLifecycle", RoleLifecycle.class).stop();
			Health health = context.getBean(DistributorHealthIndicator.class).health();
			assertThat(health.getStatus()).isEqualTo(Status.OUT_OF_SERVICE);
			assertThat(health.getDetails()).containsEntry("leaving", true);
		});
	}

	@Test
	void canBeSwitchedOff() {
		Contexts.runner(Role.STANDALONE)
			.withPropertyValues("management.health.distributor.enabled=false")
			.run((context) -> assertThat(context).doesNotHaveBean(DistributorHealthIndicator.class));
	}

	@Test
	void isPartOfReadiness() {
		withEndpoint().run((context) -> {
			assertThat(readiness(context.getBean(HealthEndpointGroups.class)).isMember("distributor")).isTrue();
			assertThat(readiness(context.getBean(HealthEndpointGroups.class)).isMember("readinessState")).isTrue();
			assertThat(readiness(context.getBean(HealthEndpointGroups.class)).isMember("redis")).isFalse();
			assertThat(context.getBean(HealthEndpoint.class).healthForPath("readiness").getStatus())
				.isEqualTo(Status.DOWN);
		});
	}

	@Test
	void leavesReadinessToTheUserWhoSaysWhatItIs() {
		withEndpoint().withPropertyValues("management.endpoint.health.group.readiness.include[0]=readinessState")
			.run((context) -> assertThat(readiness(context.getBean(HealthEndpointGroups.class)).isMember("distributor"))
				.isFalse());
	}

	@Test
	void keepsWhatElseTheGroupSays() {
		withEndpoint().run((context) -> {
			HealthEndpointGroups groups = context.getBean(HealthEndpointGroups.class);
			assertThat(groups.getNames()).contains("liveness", "readiness");
			assertThat(readiness(groups).showDetails(SecurityContext.NONE)).isFalse();
			assertThat(groups.get("liveness").isMember("distributor")).isFalse();
		});
	}

	private static HealthEndpointGroup readiness(HealthEndpointGroups groups) {
		HealthEndpointGroup readiness = groups.get("readiness");
		assertThat(readiness).isNotNull();
		return readiness;
	}

	private static ApplicationContextRunner withEndpoint() {
		return Contexts.runner(Role.BACKEND)
			.withConfiguration(AutoConfigurations.of(HealthContributorAutoConfiguration.class,
					HealthContributorRegistryAutoConfiguration.class, HealthEndpointAutoConfiguration.class,
					ApplicationAvailabilityAutoConfiguration.class,
					AvailabilityHealthContributorAutoConfiguration.class, AvailabilityProbesAutoConfiguration.class));
	}

}
