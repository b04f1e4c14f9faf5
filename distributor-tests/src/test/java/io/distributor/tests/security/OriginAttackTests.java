package io.distributor.tests.security;

import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;

import io.distributor.engine.server.CorsOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Attacks by web pages of others.
 */
class OriginAttackTests {

	@ParameterizedTest
	@ValueSource(strings = { "https://evil.example", "null", "https://chat.example.evil.example",
			"https://evilchat.example" })
	void attack21PageOfAnotherOrigin(String origin) throws IOException {
		try (Target target = Target.start(); Attacker attacker = target.attacker()) {
			String response = attacker.get(Attacker.POLLING, "Origin: " + origin);
			assertThat(response).startsWith("HTTP/1.1 403").endsWith("{\"code\":4,\"message\":\"Forbidden\"}");
			assertThat(response.toLowerCase(Locale.ROOT)).doesNotContain("access-control");
			target.assertServesOthers();
		}
	}

	@Test
	void attack28OriginThatIsReflected() throws IOException {
		CorsOptions cors = new CorsOptions(Set.of("https://page.example"), true, Set.of(), Duration.ofMinutes(1));
		try (Target target = Target.start((options) -> options.engine((engine) -> engine.cors(cors)));
				Attacker attacker = target.attacker()) {
			String allowed = attacker.get(Attacker.POLLING, "Origin: https://page.example").toLowerCase(Locale.ROOT);
			assertThat(allowed).contains("access-control-allow-origin: https://page.example\r\n")
				.contains("access-control-allow-credentials: true\r\n")
				.contains("vary: origin\r\n");
			String refused = attacker.request("OPTIONS", Attacker.POLLING, "", "Origin: https://evil.example",
					"Access-Control-Request-Headers: x-evil");
			assertThat(refused).startsWith("HTTP/1.1 403");
			assertThat(refused.toLowerCase(Locale.ROOT)).doesNotContain("access-control").doesNotContain("evil");
		}
	}

	@Test
	void attack29WebSocketOfAnotherSite() throws IOException {
		try (Target target = Target.start(); Attacker attacker = target.attacker()) {
			assertThat(attacker.upgrade(Attacker.WEB_SOCKET, "Origin: https://evil.example", "Cookie: login=victim"))
				.startsWith("HTTP/1.1 403");
			target.awaitSessions(0);
		}
		try (Target target = Target.start(); Attacker attacker = target.attacker()) {
			assertThat(attacker.upgrade(Attacker.WEB_SOCKET, "Origin: https://chat.example"))
				.startsWith("HTTP/1.1 101");
		}
	}

}
