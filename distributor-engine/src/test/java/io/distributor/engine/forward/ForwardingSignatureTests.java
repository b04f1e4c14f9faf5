package io.distributor.engine.forward;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How servers prove themselves to each other.
 */
class ForwardingSignatureTests {

	private static final long NOW = 1_800_000_000_000L;

	private static final String LINE = "GET /engine.io/?sid=abc";

	private static final ForwardedClient CLIENT = new ForwardedClient("203.0.113.7", true, "chat.example:8443");

	private final ForwardingSignature signature = of("secret one");

	private static ForwardingSignature of(String... secrets) {
		return new ForwardingSignature(List.of(secrets), Duration.ofMinutes(1));
	}

	@Test
	void tellsForWhomARequestIs() {
		assertThat(this.signature.verify(LINE, this.signature.sign(LINE, CLIENT, NOW), NOW)).isEqualTo(CLIENT);
		ForwardedClient another = new ForwardedClient("2001:db8::1", false, null);
		assertThat(this.signature.verify(LINE, this.signature.sign(LINE, another, NOW), NOW)).isEqualTo(another);
	}

	@Test
	void believesNoOtherSecret() {
		assertThat(this.signature.verify(LINE, of("secret two").sign(LINE, CLIENT, NOW), NOW)).isNull();
	}

	@Test
	void believesAnotherSecretWhileSecretsAreChanged() {
		String signed = of("secret two", "secret one").sign(LINE, CLIENT, NOW);
		assertThat(this.signature.verify(LINE, signed, NOW)).isNull();
		assertThat(of("secret one", "secret two").verify(LINE, signed, NOW)).isEqualTo(CLIENT);
	}

	@Test
	void believesItForThatRequestOnly() {
		String signed = this.signature.sign(LINE, CLIENT, NOW);
		assertThat(this.signature.verify("POST /engine.io/?sid=abc", signed, NOW)).isNull();
		assertThat(this.signature.verify("GET /engine.io/?sid=abd", signed, NOW)).isNull();
	}

	@ParameterizedTest
	@ValueSource(longs = { -60_001, 60_001 })
	void believesNothingOld(long age) {
		assertThat(this.signature.verify(LINE, this.signature.sign(LINE, CLIENT, NOW), NOW + age)).isNull();
	}

	@Test
	void believesNothingThatWasChanged() {
		String signed = this.signature.sign(LINE, CLIENT, NOW);
		for (int i = 0; i < signed.length() - 1; i++) {
			char changed = (signed.charAt(i) == 'A') ? 'B' : 'A';
			String forged = signed.substring(0, i) + changed + signed.substring(i + 1);
			assertThat(this.signature.verify(LINE, forged, NOW)).isNull();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "A", "not base64 at all!", "AAAA" })
	void believesNothingElse(String header) {
		assertThat(this.signature.verify(LINE, header, NOW)).isNull();
	}

}
