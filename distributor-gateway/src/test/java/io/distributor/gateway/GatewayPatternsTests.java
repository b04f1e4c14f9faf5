package io.distributor.gateway;

import java.util.Set;

import io.distributor.link.message.AcceptSocket;
import io.distributor.link.message.EmitToRooms;
import io.distributor.link.message.EventsHandled;
import io.distributor.link.message.ReleaseSocket;
import io.distributor.link.message.Selection;
import io.distributor.link.message.SocketConnect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static io.distributor.gateway.GatewayFixture.payload;
import static org.assertj.core.api.Assertions.assertThat;

class GatewayPatternsTests {

	private static final String PATTERN = "/workspace-{id}";

	private GatewayFixture fixture = new GatewayFixture();

	private TestLink link = this.fixture.link;

	@AfterEach
	void stop() {
		this.fixture.close();
	}

	private void restart(GatewayOptions options) {
		this.fixture.close();
		this.fixture = new GatewayFixture(options);
		this.link = this.fixture.link;
	}

	private TestClient join(String namespace, String id) {
		TestClient client = this.fixture.connect(namespace, id);
		this.fixture.receive("w-1", new AcceptSocket(namespace, id, 1, null));
		return client;
	}

	private void announce(String... namespaces) {
		this.link.listener().onUp();
		this.link.announceBackend("w-1", namespaces);
	}

	@Test
	void admitWhatALiveBackendsPatternMatches() {
		announce(PATTERN);
		TestClient client = join("/workspace-7", "a");
		assertThat(client.accepted).isTrue();
		assertThat(this.link.sentTo("w-1", SocketConnect.class).get(0).namespace()).isEqualTo("/workspace-7");
		assertThat(this.fixture.connect("/workspace-", "b").refusal).isEqualTo("Invalid namespace");
		assertThat(this.fixture.connect(PATTERN, "c").refusal).isEqualTo("Invalid namespace");
	}

	@Test
	void countLessThanNames() {
		announce(PATTERN);
		this.link.announceBackend("w-2", "/workspace-7");
		this.fixture.connect("/workspace-7", "a");
		assertThat(this.link.sentTo("w-2", SocketConnect.class)).hasSize(1);
		assertThat(this.link.sentTo("w-1", SocketConnect.class)).isEmpty();
	}

	@Test
	void areHeardWhileOneOfTheirNamespacesHasSockets() {
		announce(PATTERN);
		TestClient first = join("/workspace-1", "a");
		TestClient second = join("/workspace-2", "b");
		assertThat(this.link.listening).containsExactlyInAnyOrder("/workspace-1", "/workspace-2", PATTERN);
		this.fixture.receive("w-1",
				new EmitToRooms(PATTERN, new Selection(Set.of(), Set.of()), false, payload("[\"news\"]")));
		assertThat(first.received).hasSize(1);
		assertThat(second.received).hasSize(1);
		leave(first);
		assertThat(this.link.listening).containsExactlyInAnyOrder("/workspace-2", PATTERN);
		leave(second);
		assertThat(this.link.listening).isEmpty();
	}

	private void leave(TestClient client) {
		client.disconnect(false);
		this.fixture.settle();
		this.fixture.receive("w-1", new EventsHandled(client.namespace(), client.id(), 1, 1));
		this.fixture.settle();
	}

	@Test
	void areReleasedByABackendThatDrains() {
		announce(PATTERN);
		join("/workspace-1", "a");
		this.link.drainBackend("w-1", PATTERN);
		this.fixture.settle();
		assertThat(this.link.sentTo("w-1", ReleaseSocket.class)).hasSize(1);
		TestClient waiting = this.fixture.connect("/workspace-2", "b");
		assertThat(waiting.refusal).isNull();
		this.link.announceBackend("w-2", PATTERN);
		this.fixture.settle();
		assertThat(this.link.sentTo("w-2", SocketConnect.class)).hasSize(1);
	}

	@Test
	void stayWithinTheLimitOfNamespaces() {
		restart(GatewayFixture.OPTIONS.toBuilder().maxDynamicNamespaces(2).build());
		announce(PATTERN, "/chat");
		join("/workspace-1", "a");
		join("/workspace-2", "b");
		assertThat(this.fixture.connect("/workspace-3", "c").refusal).isEqualTo("Too many namespaces");
		assertThat(this.fixture.statistics().connectsRefused(ConnectRefusal.TOO_MANY_NAMESPACES)).isOne();
		assertThat(join("/workspace-2", "d").accepted).isTrue();
		assertThat(join("/chat", "e").accepted).isTrue();
	}

	@Test
	void mayStandOnTheAllowList() {
		restart(GatewayFixture.OPTIONS.withNamespaces(Set.of("/workspace-{any}")));
		announce(PATTERN, "/chat");
		assertThat(join("/workspace-1", "a").accepted).isTrue();
		assertThat(this.fixture.connect("/chat", "b").refusal).isEqualTo("Invalid namespace");
	}

}
