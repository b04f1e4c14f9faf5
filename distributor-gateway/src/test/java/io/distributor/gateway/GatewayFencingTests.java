package io.distributor.gateway;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.distributor.engine.session.CloseReason;
import io.distributor.link.message.SocketAdopt;
import io.distributor.link.message.SocketConnect;
import io.distributor.link.message.SocketDisconnect;
import io.distributor.link.presence.Departure;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Others took this distributor for dead, and come to know it anew.
 */
class GatewayFencingTests {

	private final GatewayFixture fixture = new GatewayFixture().withBackend();

	private final TestLink link = this.fixture.link;

	@AfterEach
	void close() {
		this.fixture.close();
	}

	@Test
	void closesTheConnectionsOfSocketsWithAHome() {
		TestClient client = this.fixture.join("a");
		this.fixture.emitMany(client, 1);
		comeBack();
		assertThat(client.closed).isEqualTo(CloseReason.FORCED_CLOSE);
		assertThat(this.link.sent(SocketDisconnect.class)).isEmpty();
		assertThat(this.link.sent(SocketAdopt.class)).isEmpty();
		assertThat(this.fixture.statistics().sockets()).isZero();
		assertThat(this.fixture.statistics().departedSockets()).isZero();
	}

	@Test
	void forgetsDepartedSockets() {
		this.fixture.join("a").act((handler) -> handler.onDisconnect(CloseReason.TRANSPORT_CLOSE, null));
		this.fixture.settle();
		int before = this.link.sent.size();
		comeBack();
		assertThat(this.link.sent).hasSize(before);
		assertThat(this.fixture.statistics().departedSockets()).isZero();
	}

	@Test
	void letsWhoIsConnectingAskAgain() {
		TestClient client = this.fixture.connect("/chat", "a");
		comeBack();
		assertThat(client.closed).isNull();
		assertThat(this.link.sentTo("chat-1", SocketConnect.class)).extracting(SocketConnect::adoption)
			.containsExactly(1L, 2L);
	}

	@Test
	void keepsHomelessSockets() {
		TestClient client = this.fixture.join("a");
		this.link.announceBackend("game-1", "/game");
		this.link.removeBackend("chat-1", "/chat");
		this.fixture.settle();
		this.link.endBackend("game-1", Departure.FENCED, "/game");
		this.link.announceBackend("chat-2", "/chat");
		this.fixture.settle();
		assertThat(client.closed).isNull();
		assertThat(this.link.sentTo("chat-2", SocketAdopt.class)).hasSize(1);
	}

	private void comeBack() {
		this.link.announceBackend("chat-2", "/chat");
		this.link.endBackend("chat-2", Departure.FENCED, "/chat");
		this.link.endBackend("chat-1", Departure.FENCED, "/chat");
		this.link.announceBackend("chat-1", "/chat");
		this.fixture.settle();
	}

}
