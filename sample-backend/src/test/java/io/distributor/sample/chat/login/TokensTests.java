package io.distributor.sample.chat.login;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link Tokens} and {@link UserName}.
 */
class TokensTests {

	private static final String SECRET = "0123456789abcdef0123456789abcdef";

	private static final UserName ADA = new UserName(" Ada ");

	@Test
	void sayWhoAUserIsAndUntilWhen() {
		Jwt token = tokens(SECRET).decoder().decode(tokens(SECRET).issue(ADA));
		assertThat(token.getSubject()).isEqualTo("Ada");
		assertThat(token.getExpiresAt()).isEqualTo(token.getIssuedAt().plusSeconds(60));
	}

	@Test
	void areRefusedWhereTheSecretIsAnother() {
		String token = tokens(null).issue(ADA);
		assertThatExceptionOfType(BadJwtException.class).isThrownBy(() -> tokens(null).decoder().decode(token));
	}

	@Test
	void needASecretThatCannotBeGuessed() {
		assertThatIllegalArgumentException().isThrownBy(() -> tokens("short"))
			.withMessage("chat.login.secret: 5 bytes (expected: 32 or more)");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " \n ", "a name that is longer than it may be" })
	void areNotGivenForANameThatIsEmptyOrTooLong(String name) {
		assertThatIllegalArgumentException().isThrownBy(() -> new UserName(name))
			.withMessageEndingWith("(expected: 1 to 24)");
	}

	private static Tokens tokens(String secret) {
		return new Tokens(new LoginProperties(secret, Duration.ofMinutes(1)));
	}

}
