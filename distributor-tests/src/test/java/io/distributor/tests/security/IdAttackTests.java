package io.distributor.tests.security;

import java.io.IOException;
import java.lang.reflect.Field;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Attacks by ids.
 */
class IdAttackTests {

	private final Target target = Target.start();

	@AfterEach
	void stop() {
		this.target.close();
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "io.distributor.engine.transport.SessionIds", "io.distributor.engine.namespace.SocketIds" })
	void attack22IdsThatCanBeGuessed(String maker) throws ClassNotFoundException {
		assertThat(Arrays.stream(Class.forName(maker).getDeclaredFields()).map(Field::getType))
			.contains(SecureRandom.class);
	}

	@Test
	void attack22PublicIdThatOpensASession() throws IOException {
		Set<String> ids = new HashSet<>();
		for (int i = 0; i < 50; i++) {
			try (Attacker attacker = this.target.attacker()) {
				String session = attacker.openPolling();
				String secret = session.substring(session.lastIndexOf('=') + 1);
				attacker.post(session, "40");
				String id = Attacker.sid(attacker.get(session));
				assertThat(secret).hasSize(24);
				assertThat(id).hasSize(20);
				assertThat(secret).doesNotContain(id.substring(0, 6));
				assertThat(ids.add(id)).isTrue();
				assertThat(ids.add(secret)).isTrue();
				for (String stolen : new String[] { id, id + "AAAA", "AAAA" + id }) {
					assertUnknown(stolen);
				}
			}
		}
		assertThat(this.target.events).isEmpty();
	}

	private void assertUnknown(String id) throws IOException {
		try (Attacker attacker = this.target.attacker()) {
			String unknown = "{\"code\":1,\"message\":\"Session ID unknown\"}";
			assertThat(attacker.get(Attacker.POLLING + "&sid=" + id)).startsWith("HTTP/1.1 400").endsWith(unknown);
			assertThat(attacker.post(Attacker.POLLING + "&sid=" + id, "42[\"a\"]")).startsWith("HTTP/1.1 400")
				.endsWith(unknown);
		}
	}

	@Test
	void attack27IdThatTheClientChooses() throws IOException {
		String chosen = "AAAAAAAAAAAAAAAAAAAAAAAA";
		try (Attacker attacker = this.target.attacker()) {
			String response = attacker.get(Attacker.POLLING, "Cookie: io=" + chosen, "io: " + chosen);
			assertThat(Attacker.sid(response)).isNotEqualTo(chosen);
			assertThat(attacker.get(Attacker.POLLING + "&sid=" + chosen)).startsWith("HTTP/1.1 400");
		}
	}

	@Test
	void attack30RecoveryWithAStolenToken() throws IOException {
		try (Attacker victim = this.target.attacker(); Attacker attacker = this.target.attacker()) {
			String id = victim.join("/");
			attacker.upgrade(Attacker.WEB_SOCKET);
			attacker.readText();
			attacker.send("40{\"pid\":\"" + id + "\",\"offset\":\"1\"}");
			String answer = attacker.readText();
			assertThat(answer).startsWith("40{\"sid\":\"").doesNotContain("pid");
			assertThat(Attacker.sid(answer)).isNotEqualTo(id);
		}
	}

}
