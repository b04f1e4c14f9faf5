package io.distributor.security;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

import io.distributor.backend.AuthenticatedUser;
import io.distributor.backend.ConnectionRefusedException;
import io.distributor.backend.HandshakeAuthenticator;
import io.distributor.backend.UnauthorizedException;
import io.distributor.engine.session.Handshake;
import io.distributor.engine.session.TransportType;
import io.distributor.gateway.AdmissionCheck;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class HandshakeAdmissionTests {

	private static final Handshake HANDSHAKE = new Handshake(Instant.EPOCH, "192.0.2.1", false, false, "/", Map.of(),
			Map.of("authorization", List.of("Bearer x")), TransportType.WEBSOCKET, 4);

	@Test
	void letsPassWhoIsKnownAndWhoMayBeNobody() {
		assertThat(check((namespace, handshake) -> null)).isCompletedWithValue(null);
		assertThat(check((namespace, handshake) -> AuthenticatedUser.of(() -> "ann"))).isCompletedWithValue(null);
	}

	@Test
	void refusesWithTheTextOfTheAuthenticator() {
		assertThat(check((namespace, handshake) -> {
			throw new UnauthorizedException("reason");
		}).join()).isEqualTo(new AdmissionCheck.Refusal("Unauthorized", null));
		AdmissionCheck.Refusal refusal = check((namespace, handshake) -> {
			throw new ConnectionRefusedException("pay", Map.of("price", 3));
		}).join();
		assertThat(refusal.message()).isEqualTo("pay");
		assertThat(refusal.data()).asString(StandardCharsets.UTF_8).isEqualTo("{\"price\":3}");
	}

	@Test
	void refusesAuthThatDoesNotConvert() {
		assertThat(check((namespace, handshake) -> {
			handshake.auth(List.class);
			return null;
		}).join()).isEqualTo(new AdmissionCheck.Refusal("Invalid arguments", null));
	}

	@Test
	void showsWhatTheClientSent() {
		assertThat(check((namespace, handshake) -> {
			assertThat(namespace).isEqualTo("/chat");
			assertThat(handshake.address()).isEqualTo("192.0.2.1");
			assertThat(handshake.transport()).isEqualTo("websocket");
			assertThat(handshake.headers()).containsKey("authorization");
			assertThat(handshake.auth(Map.class)).isEqualTo(Map.of("token", "t"));
			return null;
		})).isCompletedWithValue(null);
	}

	@Test
	void failsWhenTheAuthenticatorFails() {
		assertThat(check((namespace, handshake) -> {
			throw new IllegalStateException("no directory");
		})).isCompletedExceptionally();
	}

	@Test
	void refusesMoreThanMayWait() {
		CountDownLatch go = new CountDownLatch(1);
		try (HandshakeAdmission admission = new HandshakeAdmission((namespace, handshake) -> {
			go.await();
			return null;
		}, new JsonMapper(), 1, 1)) {
			CompletableFuture<AdmissionCheck.@Nullable Refusal> first = check(admission);
			Awaitility.await().until(() -> admission.waiting() == 0);
			CompletableFuture<AdmissionCheck.@Nullable Refusal> second = check(admission);
			assertThat(check(admission).join()).isEqualTo(new AdmissionCheck.Refusal("Too many connections", null));
			assertThat(admission.waiting()).isOne();
			assertThat(admission.rejected()).isOne();
			go.countDown();
			assertThat(first.join()).isNull();
			assertThat(second.join()).isNull();
		}
	}

	private static CompletableFuture<AdmissionCheck.@Nullable Refusal> check(HandshakeAuthenticator authenticator) {
		try (HandshakeAdmission admission = new HandshakeAdmission(authenticator, new JsonMapper(), 1, 1)) {
			CompletableFuture<AdmissionCheck.@Nullable Refusal> verdict = check(admission);
			Awaitility.await().until(verdict::isDone);
			return verdict;
		}
	}

	private static CompletableFuture<AdmissionCheck.@Nullable Refusal> check(HandshakeAdmission admission) {
		return admission.check("/chat", HANDSHAKE, "{\"token\":\"t\"}".getBytes(StandardCharsets.UTF_8))
			.toCompletableFuture();
	}

}
