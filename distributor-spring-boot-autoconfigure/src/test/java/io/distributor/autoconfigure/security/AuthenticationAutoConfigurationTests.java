package io.distributor.autoconfigure.security;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.distributor.autoconfigure.BackendOptionsCustomizer;
import io.distributor.autoconfigure.Contexts;
import io.distributor.autoconfigure.GatewayOptionsCustomizer;
import io.distributor.autoconfigure.Role;
import io.distributor.backend.HandshakeAuthenticator;
import io.distributor.backend.UnauthorizedException;
import io.distributor.backend.instance.BackendOptions;
import io.distributor.gateway.AdmissionCheck;
import io.distributor.gateway.GatewayOptions;
import io.distributor.handler.HandlerInterceptor;
import io.distributor.security.FirstCredentials;
import io.distributor.security.HandshakeAdmission;
import io.distributor.security.SecurityContextInterceptor;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.micrometer.metrics.autoconfigure.MetricsAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.oauth2.jwt.JwtDecoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class AuthenticationAutoConfigurationTests {

	private static final HandshakeAuthenticator OWN = (namespace, handshake) -> null;

	@Test
	void authenticatesNobodyWithoutSuchBeans() {
		runner(Role.STANDALONE).run((context) -> {
			assertThat(context).doesNotHaveBean(HandshakeAuthenticator.class);
			assertThat(backendOptions(context).authenticator()).isNull();
		});
	}

	@Test
	void takesADecoderOfTokens() {
		runner(Role.BACKEND).withBean(JwtDecoder.class, Tokens::decoder).run((context) -> {
			HandshakeAuthenticator authenticator = context.getBean(FirstCredentials.class);
			assertThat(backendOptions(context).authenticator()).isSameAs(authenticator);
			assertThat(backendOptions(context).authenticationGrace()).isEqualTo(Duration.ofSeconds(60));
			Instant expiry = Instant.ofEpochSecond(Instant.now().getEpochSecond() + 100);
			assertThat(authenticator.authenticate("/chat", handshake(Map.of("token", Tokens.of("ann", expiry)))))
				.satisfies((user) -> {
					assertThat(user.principal().getName()).isEqualTo("ann");
					assertThat(user.expiresAt()).isEqualTo(expiry);
				});
			refuses(authenticator, Map.of("token", "nonsense"));
			refuses(authenticator, Map.of("token", 5));
			refuses(authenticator, Map.of());
		});
	}

	@Test
	void takesAManagerOfPasswords() {
		AuthenticationManager manager = (authentication) -> {
			if ("secret".equals(authentication.getCredentials())) {
				return UsernamePasswordAuthenticationToken.authenticated(authentication.getName(), null, List.of());
			}
			throw new BadCredentialsException("no");
		};
		runner(Role.BACKEND).withBean(AuthenticationManager.class, () -> manager)
			.withBean(JwtDecoder.class, Tokens::decoder)
			.run((context) -> {
				HandshakeAuthenticator authenticator = context.getBean(HandshakeAuthenticator.class);
				assertThat(
						authenticator.authenticate("/chat", handshake(Map.of("username", "ann", "password", "secret"))))
					.satisfies((user) -> assertThat(user.principal().getName()).isEqualTo("ann"));
				assertThat(authenticator.authenticate("/chat", handshake(Map.of("token", Tokens.of("bob")))))
					.satisfies((user) -> assertThat(user.principal().getName()).isEqualTo("bob"));
				refuses(authenticator, Map.of("username", "ann", "password", "wrong"));
				refuses(authenticator, Map.of("username", "ann"));
			});
	}

	@Test
	void leavesItToTheApplication() {
		runner(Role.BACKEND).withBean(JwtDecoder.class, Tokens::decoder)
			.withBean(HandshakeAuthenticator.class, () -> OWN)
			.withPropertyValues("distributor.authentication.grace=5s")
			.run((context) -> {
				assertThat(context).hasSingleBean(HandshakeAuthenticator.class);
				assertThat(backendOptions(context).authenticator()).isSameAs(OWN);
				assertThat(backendOptions(context).authenticationGrace()).isEqualTo(Duration.ofSeconds(5));
			});
	}

	@Test
	void worksForAnAuthenticatorOfTheApplicationWithoutSpringSecurity() {
		runner(Role.BACKEND).withClassLoader(new FilteredClassLoader("org.springframework.security"))
			.withBean(HandshakeAuthenticator.class, () -> OWN)
			.run((context) -> {
				assertThat(backendOptions(context).authenticator()).isSameAs(OWN);
				assertThat(context).doesNotHaveBean(HandlerInterceptor.class);
			});
	}

	@Test
	void canBeSwitchedOff() {
		runner(Role.BACKEND).withBean(JwtDecoder.class, Tokens::decoder)
			.withPropertyValues("distributor.authentication.enabled=false")
			.run((context) -> assertThat(backendOptions(context).authenticator()).isNull());
	}

	@Test
	void letsHandlersRunAsTheUser() {
		runner(Role.BACKEND).run((context) -> assertThat(context).hasSingleBean(SecurityContextInterceptor.class));
		runner(Role.DISTRIBUTOR).run((context) -> assertThat(context).doesNotHaveBean(HandlerInterceptor.class));
	}

	@Test
	void refusesEarlyInADistributorOnly() {
		runner(Role.DISTRIBUTOR).withConfiguration(AutoConfigurations.of(MetricsAutoConfiguration.class))
			.withBean(SimpleMeterRegistry.class)
			.withBean(JwtDecoder.class, Tokens::decoder)
			.run((context) -> {
				assertThat(gatewayOptions(context).admissionCheck()).isInstanceOf(HandshakeAdmission.class);
				SimpleMeterRegistry registry = context.getBean(SimpleMeterRegistry.class);
				assertThat(registry.get("distributor.gateway.authentications.rejected").functionCounter().count())
					.isZero();
				assertThat(registry.get("distributor.gateway.authentications.waiting").gauge().value()).isZero();
			});
		runner(Role.STANDALONE).withBean(JwtDecoder.class, Tokens::decoder)
			.run((context) -> assertThat(gatewayOptions(context).admissionCheck()).isSameAs(AdmissionCheck.NONE));
	}

	private static ApplicationContextRunner runner(Role role) {
		return Contexts.runner(role).withConfiguration(AutoConfigurations.of(AuthenticationAutoConfiguration.class));
	}

	private static BackendOptions backendOptions(ApplicationContext context) {
		BackendOptions.Builder options = BackendOptions.builder("/chat");
		context.getBeanProvider(BackendOptionsCustomizer.class)
			.orderedStream()
			.forEach((customizer) -> customizer.customize(options));
		return options.build();
	}

	private static GatewayOptions gatewayOptions(ApplicationContext context) {
		GatewayOptions options = GatewayOptions.defaults();
		for (GatewayOptionsCustomizer customizer : context.getBeanProvider(GatewayOptionsCustomizer.class)
			.orderedStream()
			.toList()) {
			options = customizer.customize(options);
		}
		return options;
	}

	private static TestHandshake handshake(Map<String, ?> auth) {
		return new TestHandshake(auth);
	}

	private static void refuses(HandshakeAuthenticator authenticator, Map<String, ?> auth) {
		assertThatExceptionOfType(UnauthorizedException.class)
			.isThrownBy(() -> authenticator.authenticate("/chat", handshake(auth)))
			.withMessage("Unauthorized");
	}

}
