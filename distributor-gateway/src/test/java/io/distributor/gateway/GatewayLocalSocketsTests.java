package io.distributor.gateway;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.distributor.link.message.RoomsChanged;
import io.distributor.link.message.Selection;
import io.distributor.link.message.SocketDetails;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Others than backends on the link use the sockets of a distributor.
 */
class GatewayLocalSocketsTests {

	private final List<String> heard = new CopyOnWriteArrayList<>();

	private final GatewayFixture fixture = new GatewayFixture();

	private final TestLink link = this.fixture.link;

	private final LocalSockets sockets = this.fixture.gateway.localSockets();

	@AfterEach
	void close() {
		this.fixture.close();
	}

	@Test
	void emitsToSelectedSocketsWithOnePacket() {
		TestClient first = join("a");
		TestClient second = join("b");
		this.sockets.emit("/chat", Selection.ALL, false, GatewayFixture.payload("[\"e\"]"));
		this.sockets.emit("/chat", new Selection(Set.of("b"), Set.of()), false, GatewayFixture.payload("[\"f\"]"));
		this.fixture.settle();
		assertThat(first.received).hasSize(1);
		assertThat(second.received).hasSize(2).first().isSameAs(first.received.get(0));
	}

	@Test
	void movesSocketsAndTellsTheirHomes() {
		TestClient first = join("a");
		join("b");
		this.sockets.join("/chat", Selection.socket("a"), Set.of("r"));
		this.sockets.join("/chat", Selection.ALL, Set.of("r"));
		this.sockets.leave("/chat", Selection.ALL, Set.of("r"));
		this.fixture.settle();
		assertThat(this.link.sentTo("chat-1")).containsExactlyInAnyOrder(joined("a"), joined("b"), left("a"),
				left("b"));
		assertThat(first.isIn(Set.of("r"))).isFalse();
	}

	@Test
	void disconnectsSelectedSockets() {
		TestClient first = join("a");
		join("b");
		this.sockets.disconnect("/chat", new Selection(Set.of(), Set.of("b")), false);
		this.fixture.settle();
		assertThat(this.fixture.statistics().sockets()).isEqualTo(1);
		this.sockets.disconnect("/chat", Selection.socket("b"), false);
		this.fixture.settle();
		assertThat(this.fixture.statistics().sockets()).isZero();
		assertThat(first.closed).isNull();
	}

	@Test
	void asksSelectedSocketsAndHearsTheirAnswers() {
		TestClient first = join("a");
		TestClient second = join("b");
		CompletionStage<Integer> asked = this.sockets.ask("/chat", Selection.ALL, GatewayFixture.payload("[\"q\"]"),
				(id, payload) -> this.heard.add(id + " " + new String(payload.json())));
		assertThat(asked.toCompletableFuture().join()).isEqualTo(2);
		first.act((handler) -> handler.onAck(1, GatewayFixture.arguments("[7]")));
		second.disconnect(false);
		this.fixture.settle();
		assertThat(this.heard).containsExactly("a [7]");
		assertThat(this.fixture.statistics().pendingAcks()).isZero();
		assertThat(this.link.sentTo("chat-1")).hasSize(1);
	}

	@Test
	void describesSocketsUntilALimit() {
		join("a");
		join("b");
		LocalDescriptions all = this.sockets.describe("/chat", Selection.ALL, 100_000).toCompletableFuture().join();
		assertThat(all.sockets()).extracting(SocketDetails::id).containsExactlyInAnyOrder("a", "b");
		assertThat(all.more()).isFalse();
		int one = all.sockets().get(0).estimatedSize();
		LocalDescriptions some = this.sockets.describe("/chat", Selection.ALL, one).toCompletableFuture().join();
		assertThat(some.sockets()).hasSize(1);
		assertThat(some.more()).isTrue();
	}

	@Test
	void namesSocketsAndRoomsUntilALimit() {
		join("a");
		join("b");
		this.sockets.join("/chat", Selection.socket("a"), Set.of("r", "s"));
		assertThat(this.sockets.rooms("/chat", 10).toCompletableFuture().join()).containsExactly("r", "s");
		assertThat(this.sockets.rooms("/chat", 1).toCompletableFuture().join()).containsExactly("r");
		assertThat(this.sockets.ids("/chat", Selection.ALL, 10).toCompletableFuture().join()).containsExactly("a", "b");
		assertThat(this.sockets.ids("/chat", new Selection(Set.of("r"), Set.of()), 10).toCompletableFuture().join())
			.containsExactly("a");
		assertThat(this.sockets.ids("/chat", Selection.ALL, 1).toCompletableFuture().join()).containsExactly("a");
	}

	@Test
	void tellsWhichNamespacesHaveSockets() {
		this.sockets.listen(new NamespaceListener() {

			@Override
			public void onServed(String namespace) {
				GatewayLocalSocketsTests.this.heard.add("served " + namespace);
			}

			@Override
			public void onEnded(String namespace) {
				GatewayLocalSocketsTests.this.heard.add("ended " + namespace);
			}

		});
		TestClient first = join("a");
		TestClient second = join("b");
		assertThat(this.heard).containsExactly("served /chat");
		this.fixture.leave(first);
		this.fixture.leave(second);
		Awaitility.await().untilAsserted(() -> assertThat(this.heard).containsExactly("served /chat", "ended /chat"));
	}

	@Test
	void doesNothingInANamespaceWithoutSockets() {
		this.sockets.emit("/none", Selection.ALL, false, GatewayFixture.payload("[\"e\"]"));
		this.sockets.join("/none", Selection.ALL, Set.of("r"));
		this.sockets.disconnect("/none", Selection.ALL, true);
		assertThat(this.sockets.ask("/none", Selection.ALL, GatewayFixture.payload("[\"e\"]"), (id, answer) -> {
		}).toCompletableFuture().join()).isZero();
		assertThat(this.sockets.describe("/none", Selection.ALL, 1).toCompletableFuture().join())
			.isEqualTo(LocalDescriptions.NONE);
		assertThat(this.sockets.rooms("/none", 1).toCompletableFuture().join()).isEmpty();
		assertThat(this.sockets.ids("/none", Selection.ALL, 1).toCompletableFuture().join()).isEmpty();
	}

	private TestClient join(String id) {
		if (this.fixture.statistics().connectsAccepted() == 0) {
			this.fixture.withBackend();
		}
		TestClient client = this.fixture.join(id);
		this.link.sent.clear();
		return client;
	}

	private static RoomsChanged joined(String id) {
		return new RoomsChanged("/chat", id, 1, List.of("r"), List.of());
	}

	private static RoomsChanged left(String id) {
		return new RoomsChanged("/chat", id, 1, List.of(), List.of("r"));
	}

}
