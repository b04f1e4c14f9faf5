package io.distributor.backend.instance;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

import io.distributor.backend.IndirectIo;
import io.distributor.backend.Namespace;
import io.distributor.backend.Socket;
import io.distributor.backend.statistics.BackendLimit;
import io.distributor.link.message.AcceptSocket;
import io.distributor.link.message.EmitToRooms;
import io.distributor.link.message.EventAnswer;
import io.distributor.link.message.RefuseSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static io.distributor.backend.instance.ScriptedDistributor.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

class DynamicNamespacesTests {

	private static final String PATTERN = "/workspace-{id}";

	@RegisterExtension
	private final BackendExtension fleet = new BackendExtension((options) -> options.maxDynamicNamespaces(2));

	private final List<String> log = new CopyOnWriteArrayList<>();

	private IndirectIo io() {
		return this.fleet.backend.io();
	}

	private ScriptedDistributor join(ScriptedDistributor distributor, String namespace, String socketId) {
		distributor.connect(namespace, socketId);
		distributor.await(AcceptSocket.class, (accepted) -> accepted.socketId().equals(socketId));
		return distributor;
	}

	private int namespaces() {
		return this.fleet.backend.statistics().dynamicNamespaces();
	}

	@Test
	void handleWhatTheirPatternHandles() {
		Namespace pattern = io().of(PATTERN);
		pattern.use((socket) -> this.log.add("use " + socket.namespace().variables()))
			.on("connection", (socket) -> this.log.add("connection"))
			.onEvent("where", (event) -> event.socket().namespace().name())
			.onDisconnect((socket, reason) -> this.log.add("disconnect"));
		ScriptedDistributor distributor = join(this.fleet.start(), "/workspace-7", "a");
		distributor.event("/workspace-7", "a", 1, 1, "[\"where\"]");
		assertThat(json(distributor.await(EventAnswer.class).payload())).isEqualTo("[\"/workspace-7\"]");
		assertThat(pattern.sockets()).extracting(Socket::id).containsExactly("a");
		assertThat(pattern.socket("a")).isPresent();
		assertThat(this.fleet.observed).containsExactly(PATTERN + " where HANDLED");
		distributor.disconnect("/workspace-7", "a");
		await().untilAsserted(() -> assertThat(this.log).containsExactly("use {id=7}", "connection", "disconnect"));
	}

	@Test
	void areAnnouncedByTheirPattern() {
		io().of(PATTERN);
		ScriptedDistributor distributor = this.fleet.start();
		await().until(() -> distributor.nodes().stream().anyMatch((node) -> node.namespaces().contains(PATTERN)));
	}

	@Test
	void areForgottenWithTheirLastSocket() {
		io().of(PATTERN);
		ScriptedDistributor distributor = join(this.fleet.start(), "/workspace-1", "a");
		join(distributor, "/workspace-1", "b");
		assertThat(namespaces()).isOne();
		distributor.disconnect("/workspace-1", "a");
		await().until(() -> this.fleet.backend.statistics().sockets() == 1);
		assertThat(namespaces()).isOne();
		distributor.disconnect("/workspace-1", "b");
		await().until(() -> namespaces() == 0);
		join(distributor, "/workspace-1", "c");
		assertThat(namespaces()).isOne();
	}

	@Test
	void areForgottenWhenTheirOnlyClientIsRefused() {
		io().of(PATTERN).use((socket) -> {
			throw new IllegalStateException("a step that always fails");
		});
		ScriptedDistributor distributor = this.fleet.start();
		distributor.connect("/workspace-1", "a");
		distributor.await(RefuseSocket.class);
		await().until(() -> namespaces() == 0);
	}

	@Test
	void areNoMoreThanTheyMay() {
		io().of(PATTERN);
		ScriptedDistributor distributor = join(this.fleet.start(), "/workspace-1", "a");
		join(distributor, "/workspace-2", "b");
		distributor.connect("/workspace-3", "c");
		assertThat(distributor.await(RefuseSocket.class).message()).isEqualTo("Too many namespaces");
		assertThat(this.fleet.backend.statistics().reached(BackendLimit.NAMESPACES)).isOne();
		join(distributor, "/workspace-2", "d");
		distributor.adopt("/workspace-4", "e", 2, List.of("e"), null);
		await().until(() -> namespaces() == 3);
	}

	@Test
	void areEmittedToByNameAndAllTogether() {
		Namespace pattern = io().of(PATTERN);
		ScriptedDistributor distributor = this.fleet.start();
		distributor.listen("/workspace-1", PATTERN);
		join(distributor, "/workspace-1", "a");
		io().of("/workspace-1").emit("one");
		pattern.to("red").emit("all");
		assertThat(
				distributor.await(EmitToRooms.class, (emitted) -> json(emitted.payload()).contains("one")).namespace())
			.isEqualTo("/workspace-1");
		assertThat(
				distributor.await(EmitToRooms.class, (emitted) -> json(emitted.payload()).contains("all")).namespace())
			.isEqualTo(PATTERN);
		assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(() -> pattern.emitWithAck("e"))
			.withMessageContaining("expected: one that matches it");
		assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(() -> pattern.socketsJoin("r"));
	}

	@Test
	void haveNoHandlersOfTheirOwn() {
		io().of(PATTERN);
		Namespace one = io().of("/workspace-1");
		assertThat(one.variables()).isEqualTo(Map.of("id", "1"));
		assertThat(one.variableNames()).containsExactly("id");
		assertThatIllegalStateException().isThrownBy(() -> one.onEvent("e", (event) -> null))
			.withMessageContaining("expected: " + PATTERN);
		assertThat(io().variables()).isEmpty();
		assertThat(io().variableNames()).isEmpty();
		assertThat(io().of(PATTERN).variableNames()).containsExactly("id");
		assertThat(io().of(PATTERN).variables()).isEmpty();
	}

	@Test
	void haveOnePatternEach() {
		Namespace pattern = io().of(PATTERN);
		assertThat(io().of("workspace-{id}")).isSameAs(pattern);
		assertThatIllegalArgumentException().isThrownBy(() -> io().of("/workspace-{name}"))
			.withMessageContaining("names that match both");
		io().of("/workspace-x{id}").onEvent("e", (event) -> "more text");
		pattern.onEvent("e", (event) -> "less text");
		ScriptedDistributor distributor = join(this.fleet.start(), "/workspace-x1", "a");
		distributor.event("/workspace-x1", "a", 1, 1, "[\"e\"]");
		assertThat(json(distributor.await(EventAnswer.class).payload())).isEqualTo("[\"more text\"]");
	}

}
