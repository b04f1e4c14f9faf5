package io.distributor.gateway;

import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.distributor.link.message.AcceptSocket;
import io.distributor.link.message.EmitToRooms;
import io.distributor.link.message.JoinRooms;
import io.distributor.link.message.Selection;
import io.distributor.link.message.SocketAdopt;
import io.distributor.link.message.UserRoom;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A home says whose socket it accepts.
 */
class GatewayUsersTests {

	private static final Selection ANN = new Selection(Set.of(UserRoom.of("ann")), Set.of());

	private final GatewayFixture fixture = new GatewayFixture().withBackend();

	private final TestLink link = this.fixture.link;

	@AfterEach
	void close() {
		this.fixture.close();
	}

	@Test
	void reachesTheSocketsOfAUserFromTheirAcceptanceOn() {
		TestClient ann = this.fixture.connect("/chat", "a");
		TestClient bob = this.fixture.connect("/chat", "b");
		this.fixture.server.whileBusy(() -> {
			accept("a", "ann");
			accept("b", "bob");
			this.link.receive("chat-1", new EmitToRooms("/chat", ANN, false, GatewayFixture.payload("[\"hi\"]")));
		});
		assertThat(ann.received).hasSize(1);
		assertThat(bob.received).isEmpty();
	}

	@Test
	void doesNotListenToWhoIsNotTheHome() {
		TestClient client = this.fixture.connect("/chat", "a");
		this.fixture.receive("chat-2", new AcceptSocket("/chat", "a", 1, "ann"));
		assertThat(client.isIn(Set.of(UserRoom.of("ann")))).isFalse();
	}

	@Test
	void listensToTheFirstAcceptanceOnly() {
		TestClient client = this.fixture.connect("/chat", "a");
		accept("a", "ann");
		this.fixture.settle();
		long ignored = this.fixture.statistics().ignoredMessages();
		accept("a", "bob");
		this.fixture.settle();
		assertThat(client.isIn(Set.of(UserRoom.of("bob")))).isFalse();
		assertThat(this.fixture.statistics().ignoredMessages()).isEqualTo(ignored + 1);
		this.link.announceBackend("chat-2", "/chat");
		this.link.removeBackend("chat-1", "/chat");
		this.fixture.settle();
		assertThat(this.link.sentTo("chat-2", SocketAdopt.class)).extracting(SocketAdopt::user).containsExactly("ann");
		assertThat(this.fixture.statistics().connectsAccepted()).isOne();
	}

	@Test
	void tellsTheNextHomeWhoseSocketItGetsAndNoRoomOfTheUser() {
		this.fixture.connect("/chat", "a");
		accept("a", "ann");
		this.fixture.receive("chat-1", new JoinRooms("/chat", ANN, List.of("r"), 0));
		this.link.announceBackend("chat-2", "/chat");
		this.link.removeBackend("chat-1", "/chat");
		this.fixture.settle();
		assertThat(this.link.sentTo("chat-2", SocketAdopt.class)).singleElement().satisfies((adopt) -> {
			assertThat(adopt.user()).isEqualTo("ann");
			assertThat(adopt.rooms()).containsExactlyInAnyOrder("a", "r");
		});
	}

	private void accept(String id, String user) {
		this.link.receive("chat-1", new AcceptSocket("/chat", id, 1, user));
	}

}
