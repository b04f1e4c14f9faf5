package io.distributor.backend.instance;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

import io.distributor.backend.ConnectionRefusedException;
import io.distributor.link.message.AcceptSocket;
import io.distributor.link.message.RefuseSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static io.distributor.backend.instance.BackendExtension.CHAT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class AsyncConnectTests {

	@RegisterExtension
	private final BackendExtension fleet = new BackendExtension(
			(options) -> options.handlerTimeout(Duration.ofMillis(300)));

	private final List<String> log = new CopyOnWriteArrayList<>();

	private final CompletableFuture<String> gate = new CompletableFuture<>();

	@Test
	void acceptsAClientWhenAllStepsAreComplete() {
		this.fleet.chat().use((socket) -> this.log.add("first")).useAsync((socket) -> {
			this.log.add("second");
			return this.gate;
		}).use((socket) -> this.log.add("third")).on("connection", (socket) -> this.log.add("connection"));
		ScriptedDistributor distributor = this.fleet.start();
		distributor.connect(CHAT, "a");
		await().untilAsserted(() -> assertThat(this.log).containsExactly("first", "second"));
		assertThat(distributor.received(AcceptSocket.class)).isEmpty();
		this.gate.complete("let in");
		distributor.await(AcceptSocket.class);
		await().untilAsserted(() -> assertThat(this.log).containsExactly("first", "second", "third", "connection"));
	}

	@Test
	void refusesAClientWithTheTextItFailsWith() {
		this.fleet.chat().useAsync((socket) -> this.gate.thenApply((text) -> {
			throw new ConnectionRefusedException(text, List.of(1));
		})).use((socket) -> this.log.add("next"));
		ScriptedDistributor distributor = this.fleet.start();
		distributor.connect(CHAT, "a");
		this.gate.complete("not you");
		RefuseSocket refused = distributor.await(RefuseSocket.class);
		assertThat(refused.message()).isEqualTo("not you");
		assertThat(refused.data()).asString().isEqualTo("[1]");
		assertThat(this.log).isEmpty();
		assertThat(this.fleet.chat().socket("a")).isEmpty();
	}

	@Test
	void refusesAClientWithoutDetailsWhenAStepFailsOrTakesTooLong() {
		this.fleet.chat()
			.useAsync((socket) -> socket.id().equals("a")
					? CompletableFuture.failedFuture(new IllegalStateException("password")) : this.gate);
		ScriptedDistributor distributor = this.fleet.start();
		distributor.connect(CHAT, "a");
		distributor.connect(CHAT, "b");
		assertThat(distributor.await(RefuseSocket.class, (refused) -> refused.socketId().equals("a")).message())
			.isEqualTo("Connection refused");
		assertThat(distributor.await(RefuseSocket.class, (refused) -> refused.socketId().equals("b")).message())
			.isEqualTo("Connection refused");
	}

	@Test
	void pairsItsListenersWhenTheClientLeavesMeanwhile() {
		this.fleet.chat()
			.useAsync((socket) -> this.gate)
			.on("connection", (socket) -> this.log.add("connection"))
			.onDisconnect((socket, reason) -> this.log.add("disconnect"));
		ScriptedDistributor distributor = this.fleet.start();
		distributor.connect(CHAT, "a");
		distributor.disconnect(CHAT, "a");
		this.gate.complete("let in");
		await().untilAsserted(() -> assertThat(this.log).containsExactly("connection", "disconnect"));
		await().until(() -> this.fleet.backend.statistics().sockets() == 0);
	}

}
