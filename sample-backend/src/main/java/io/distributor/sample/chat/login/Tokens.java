package io.distributor.sample.chat.login;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;

import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

import com.nimbusds.jose.jwk.source.ImmutableSecret;
import org.jspecify.annotations.Nullable;

import org.springframework.security.oauth2.jose.jws.MacAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;

/**
 * Signed tokens that say who a user is, and until when.
 */
class Tokens {

	private static final int KEY_BYTES = 32;

	private final SecretKey key;

	private final Duration validity;

	private final JwtEncoder encoder;

	Tokens(LoginProperties properties) {
		this.key = new SecretKeySpec(key(properties.secret()), "HmacSHA256");
		this.validity = properties.validity();
		this.encoder = new NimbusJwtEncoder(new ImmutableSecret<>(this.key));
	}

	private static byte[] key(@Nullable String secret) {
		byte[] key = (secret != null) ? secret.getBytes(StandardCharsets.UTF_8)
				: new SecureRandom().generateSeed(KEY_BYTES);
		if (key.length < KEY_BYTES) {
			throw new IllegalArgumentException(
					"chat.login.secret: " + key.length + " bytes (expected: " + KEY_BYTES + " or more)");
		}
		return key;
	}

	String issue(UserName name) {
		Instant now = Instant.now();
		JwtClaimsSet claims = JwtClaimsSet.builder()
			.subject(name.value())
			.issuedAt(now)
			.expiresAt(now.plus(this.validity))
			.build();
		JwsHeader header = JwsHeader.with(MacAlgorithm.HS256).build();
		return this.encoder.encode(JwtEncoderParameters.from(header, claims)).getTokenValue();
	}

	JwtDecoder decoder() {
		return NimbusJwtDecoder.withSecretKey(this.key).macAlgorithm(MacAlgorithm.HS256).build();
	}

}
