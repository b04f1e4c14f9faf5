package io.distributor.autoconfigure.environment;

import org.junit.jupiter.api.Test;

import org.springframework.boot.SpringApplication;
import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;

class StandaloneEnvironmentPostProcessorTests {

	private static final String KEY = "management.health.redis.enabled";

	private final MockEnvironment environment = new MockEnvironment();

	@Test
	void switchesTheHealthOfAnAbsentRedisOff() {
		this.environment.setProperty("distributor.role", "standalone");
		process();
		assertThat(this.environment.getProperty(KEY)).isEqualTo("false");
	}

	@Test
	void leavesTheHealthOfAConfiguredRedisOn() {
		this.environment.setProperty("distributor.role", "standalone");
		this.environment.setProperty("spring.data.redis.host", "localhost");
		process();
		assertThat(this.environment.getProperty(KEY)).isNull();
	}

	@Test
	void leavesOtherRolesAlone() {
		this.environment.setProperty("distributor.role", "backend");
		process();
		assertThat(this.environment.getProperty(KEY)).isNull();
	}

	@Test
	void leavesTheLastWordToTheUser() {
		this.environment.setProperty("distributor.role", "standalone");
		this.environment.setProperty(KEY, "true");
		process();
		assertThat(this.environment.getProperty(KEY)).isEqualTo("true");
	}

	private void process() {
		new StandaloneEnvironmentPostProcessor().postProcessEnvironment(this.environment, new SpringApplication());
	}

}
