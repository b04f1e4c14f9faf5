package io.distributor.gateway;

import java.util.concurrent.CompletableFuture;

import io.distributor.link.message.AcceptSocket;
import io.distributor.link.message.SocketConnect;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Clients are looked at before their home is asked.
 */
class GatewayCheckTests {

	private final CompletableFuture<AdmissionCheck.@Nullable Refusal> verdict = new CompletableFuture<>();

	private @Nullable String seen;

	private final GatewayFixture fixture = new GatewayFixture(
			GatewayFixture.OPTIONS.toBuilder().admissionCheck((namespace, handshake, auth) -> {
				this.seen = namespace + " " + handshake.address() + " " + new String(auth);
				return this.verdict;
			}).build())
		.withBackend();

	private final TestLink link = this.fixture.link;

	@AfterEach
	void close() {
		this.fixture.close();
	}

	@Test
	void asksTheHomeWhenTheCheckLetsTheClientPass() {
		TestClient client = this.fixture.connect("/chat", "a");
		this.link.announceBackend("chat-2", "/chat");
		this.fixture.settle();
		assertThat(this.seen).isEqualTo("/chat 192.0.2.1 {\"token\":\"x\"}");
		assertThat(this.link.sent(SocketConnect.class)).isEmpty();
		this.link.removeBackend("chat-2", "/chat");
		this.verdict.complete(null);
		this.fixture.settle();
		assertThat(this.link.sentTo("chat-1", SocketConnect.class)).hasSize(1);
		this.fixture.receive("chat-1", new AcceptSocket("/chat", "a", 1));
		assertThat(client.accepted).isTrue();
		assertThat(this.fixture.statistics().connectsRefused(ConnectRefusal.ADMISSION)).isZero();
	}

	@Test
	void refusesWithoutAskingTheHome() {
		TestClient client = this.fixture.connect("/chat", "a");
		this.verdict.complete(new AdmissionCheck.Refusal("Unauthorized", null));
		this.fixture.settle();
		assertThat(client.refusal).isEqualTo("Unauthorized");
		assertThat(this.link.sent(SocketConnect.class)).isEmpty();
		assertThat(this.fixture.statistics().connectsRefused(ConnectRefusal.ADMISSION)).isOne();
		assertThat(this.fixture.statistics().connectsRefused()).isOne();
		assertThat(this.fixture.statistics().connecting()).isZero();
	}

	@Test
	void refusesWithAGeneralTextWhenTheCheckFails() {
		TestClient client = this.fixture.connect("/chat", "a");
		this.verdict.completeExceptionally(new IllegalStateException("password"));
		this.fixture.settle();
		assertThat(client.refusal).isEqualTo("Connection refused");
	}

	@Test
	void forgetsAClientThatLeavesMeanwhile() {
		TestClient client = this.fixture.connect("/chat", "a");
		client.disconnect(false);
		this.fixture.settle();
		this.verdict.complete(null);
		this.fixture.settle();
		assertThat(this.link.sent(SocketConnect.class)).isEmpty();
		assertThat(this.fixture.statistics().connecting()).isZero();
	}

}
