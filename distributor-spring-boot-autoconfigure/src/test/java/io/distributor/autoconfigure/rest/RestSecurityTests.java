package io.distributor.autoconfigure.rest;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

import io.distributor.autoconfigure.Applications;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.web.servlet.DelegatingFilterProxyRegistrationBean;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

/**
 * Who may emit by plain HTTP.
 */
@ExtendWith(OutputCaptureExtension.class)
class RestSecurityTests {

	private static final String EMIT = "{'namespace':'/chat','event':'news'}";

	@ParameterizedTest
	@ValueSource(strings = { "servlet", "reactive" })
	void doesNotStartWithoutAnySecurity(String web, CapturedOutput output) {
		assertThatException().isThrownBy(() -> RestApplication.run("standalone", web).close());
		assertThat(output).contains("Anybody could emit to all clients", "'distributor.rest.token'");
	}

	@Test
	void doesNotStartInADistributor(CapturedOutput output) {
		assertThatException().isThrownBy(
				() -> RestApplication.run("distributor", "servlet", "--distributor.rest.token=" + RestApplication.TOKEN)
					.close());
		assertThat(output).contains("This process is a distributor", "Enable it in a backend");
	}

	@Test
	void isOffUnlessItIsEnabled() throws Exception {
		try (ConfigurableApplicationContext context = RestApplication.run("standalone", "servlet",
				"--distributor.rest.enabled=false", "--distributor.rest.token=" + RestApplication.TOKEN)) {
			assertThat(RestCaller.of(context).post("emit", EMIT).statusCode()).isEqualTo(404);
		}
	}

	@Test
	void isNotReachedThroughThePortOfTheClients() throws Exception {
		try (ConfigurableApplicationContext context = RestApplication.run("standalone", "servlet",
				"--distributor.rest.token=" + RestApplication.TOKEN)) {
			RestCaller.of(context).awaitReady("/chat");
			assertThat(RestCaller.of(Applications.port(context)).post("emit", EMIT).statusCode()).isEqualTo(404);
		}
	}

	@Test
	void leavesItToTheFilterChainOfSpringSecurity() throws Exception {
		try (ConfigurableApplicationContext context = Applications.runAs("standalone", Secured.class,
				"--spring.main.web-application-type=servlet", "--distributor.rest.enabled=true")) {
			RestCaller known = RestCaller.of(context).as(basic("emitter", "secret")).awaitReady("/chat");
			assertThat(known.post("emit", EMIT).statusCode()).isEqualTo(202);
			assertThat(known.as(basic("emitter", "wrong")).post("emit", EMIT).statusCode()).isEqualTo(401);
			assertThat(known.as(basic("reader", "secret")).post("emit", EMIT).statusCode()).isEqualTo(403);
		}
	}

	@Test
	void refusesWhomTheFilterChainLetsThroughWithoutKnowingThem() throws Exception {
		try (ConfigurableApplicationContext context = Applications.runAs("standalone", Open.class,
				"--spring.main.web-application-type=servlet", "--distributor.rest.enabled=true")) {
			assertThat(RestCaller.of(context).as("none").post("emit", EMIT).statusCode()).isEqualTo(401);
		}
	}

	private static String basic(String user, String password) {
		return "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
	}

	@Configuration(proxyBeanMethods = false)
	static class Filters {

		@Bean
		DelegatingFilterProxyRegistrationBean filters() {
			return new DelegatingFilterProxyRegistrationBean("springSecurityFilterChain");
		}

		@Bean
		InMemoryUserDetailsManager users() {
			return new InMemoryUserDetailsManager(
					User.withUsername("emitter").password("{noop}secret").roles("EMITTER").build(),
					User.withUsername("reader").password("{noop}secret").roles("READER").build());
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@EnableWebSecurity
	static class Secured extends Filters {

		@Bean
		SecurityFilterChain chain(HttpSecurity http) throws Exception {
			return http.authorizeHttpRequests((requests) -> requests.anyRequest().hasRole("EMITTER"))
				.csrf((csrf) -> csrf.ignoringRequestMatchers("/distributor/**"))
				.httpBasic(Customizer.withDefaults())
				.build();
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@EnableWebSecurity
	static class Open extends Filters {

		@Bean
		SecurityFilterChain chain(HttpSecurity http) throws Exception {
			return http.authorizeHttpRequests((requests) -> requests.anyRequest().permitAll())
				.csrf((csrf) -> csrf.disable())
				.build();
		}

	}

}
