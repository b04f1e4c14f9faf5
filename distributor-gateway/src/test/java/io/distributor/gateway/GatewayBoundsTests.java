package io.distributor.gateway;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.distributor.link.message.EventsHandled;
import io.distributor.link.message.SetSocketData;
import io.distributor.link.message.SocketAdopt;
import io.distributor.link.message.SocketDisconnect;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a distributor keeps for all sockets together.
 */
class GatewayBoundsTests {

	private final GatewayFixture fixture = new GatewayFixture(
			GatewayFixture.OPTIONS.toBuilder().maxSocketDataTotal(20).maxDepartedSockets(1).build())
		.withBackend();

	@AfterEach
	void close() {
		this.fixture.close();
	}

	@Test
	void keepsNoMoreDataInAllThanItMay() {
		TestClient first = this.fixture.join("a");
		this.fixture.join("b");
		setData("a", 10);
		setData("b", 11);
		assertThat(this.fixture.statistics().refusedData()).isOne();
		setData("b", 10);
		setData("a", 9);
		assertThat(this.fixture.statistics().socketDataBytes()).isEqualTo(19);
		setData("b", 12);
		assertThat(this.fixture.statistics().refusedData()).isEqualTo(2);
		this.fixture.leave(first);
		assertThat(this.fixture.statistics().socketDataBytes()).isEqualTo(10);
		setData("b", 12);
		this.fixture.link.removeBackend("chat-1", "/chat");
		this.fixture.link.announceBackend("chat-2", "/chat");
		this.fixture.settle();
		assertThat(this.fixture.link.sent(SocketAdopt.class)).extracting((adopt) -> adopt.data().length)
			.containsExactly(12);
	}

	@Test
	void forgetsSocketsThatLeftWhenTooManyAreNotHandled() {
		TestClient first = this.fixture.join("a");
		TestClient second = this.fixture.join("b");
		first.disconnect(false);
		second.disconnect(false);
		this.fixture.settle();
		assertThat(this.fixture.link.sentTo("chat-1", SocketDisconnect.class)).extracting(SocketDisconnect::socketId)
			.containsExactly("a", "b");
		assertThat(this.fixture.statistics().departedSockets()).isOne();
		assertThat(this.fixture.statistics().forgottenSockets()).isOne();
		this.fixture.receive("chat-1", new EventsHandled("/chat", "a", 1, 1));
		assertThat(this.fixture.statistics().departedSockets()).isZero();
		this.fixture.leave(this.fixture.join("c"));
		assertThat(this.fixture.statistics().forgottenSockets()).isOne();
	}

	private void setData(String socket, int bytes) {
		this.fixture.receive("chat-1", new SetSocketData("/chat", socket, 1, new byte[bytes]));
	}

}
