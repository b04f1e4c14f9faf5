package io.distributor.autoconfigure.security;

import java.time.Duration;

import jakarta.validation.constraints.Positive;
import org.hibernate.validator.constraints.time.DurationMin;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Who the clients are.
 *
 * @param enabled Whether clients are authenticated when there is a JwtDecoder, an
 * AuthenticationManager or a HandshakeAuthenticator.
 * @param anonymous Whether clients without credentials are let in. Without effect on a
 * HandshakeAuthenticator of the application.
 * @param grace Time a client stays connected after its token has expired, for clocks that
 * differ.
 * @param concurrency Number of threads that authenticate clients in a distributor.
 * @param maxWaiting Number of clients that may wait for such a thread. Further ones are
 * refused.
 */
@ConfigurationProperties("distributor.authentication")
@Validated
public record AuthenticationProperties(@DefaultValue("true") boolean enabled, @DefaultValue("false") boolean anonymous,
		@DefaultValue("60s") @DurationMin Duration grace, @DefaultValue("8") @Positive int concurrency,
		@DefaultValue("10000") @Positive int maxWaiting) {

}
