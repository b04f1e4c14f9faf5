package io.distributor.autoconfigure.security;

import io.distributor.autoconfigure.BackendAutoConfiguration;
import io.distributor.autoconfigure.ConditionalOnRole;
import io.distributor.autoconfigure.DistributorAutoConfiguration;
import io.distributor.autoconfigure.Role;
import io.distributor.backend.HandshakeAuthenticator;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Import;

/**
 * Auto-configuration of who the clients are: by a {@link HandshakeAuthenticator} of the
 * application, or by Spring Security's {@code JwtDecoder} and
 * {@code AuthenticationManager} when there are such beans.
 */
@AutoConfiguration(before = { BackendAutoConfiguration.class, DistributorAutoConfiguration.class }, afterName = {
		"org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration",
		"org.springframework.boot.security.autoconfigure.SecurityAutoConfiguration",
		"org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerAutoConfiguration" })
@ConditionalOnRole({ Role.BACKEND, Role.DISTRIBUTOR, Role.STANDALONE })
@ConditionalOnClass(HandshakeAuthenticator.class)
@ConditionalOnBooleanProperty(name = "distributor.authentication.enabled", matchIfMissing = true)
@EnableConfigurationProperties(AuthenticationProperties.class)
@Import({ JwtConfiguration.class, PasswordConfiguration.class, AuthenticatorConfiguration.class,
		BackendAuthenticationConfiguration.class, DistributorAuthenticationConfiguration.class,
		AdmissionMetricsConfiguration.class, MethodSecurityConfiguration.class })
public final class AuthenticationAutoConfiguration {

}
