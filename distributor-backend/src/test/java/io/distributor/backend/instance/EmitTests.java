package io.distributor.backend.instance;

import java.time.Duration;
import java.util.Set;

import io.distributor.backend.AckTimeoutException;
import io.distributor.backend.BroadcastOperator;
import io.distributor.backend.Socket;
import io.distributor.link.message.DisconnectSockets;
import io.distributor.link.message.EmitToRooms;
import io.distributor.link.message.EmitToSocket;
import io.distributor.link.message.Payload;
import io.distributor.link.message.Selection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static io.distributor.backend.instance.BackendExtension.CHAT;
import static io.distributor.backend.instance.ScriptedDistributor.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class EmitTests {

	@RegisterExtension
	private final BackendExtension fleet = new BackendExtension();

	@Test
	void emitsToASocketByItsDistributorOnly() {
		ScriptedDistributor first = this.fleet.startWith("a");
		ScriptedDistributor second = this.fleet.distributor("second");
		Socket socket = this.fleet.chat().socket("a").orElseThrow();
		socket.emit("say", "hi", 1);
		socket.emitVolatile("typing");
		EmitToSocket emitted = first.await(EmitToSocket.class);
		assertThat(emitted.namespace()).isEqualTo(CHAT);
		assertThat(emitted.socketId()).isEqualTo("a");
		assertThat(emitted.ackId()).isEqualTo(Payload.NO_ACK);
		assertThat(emitted.droppable()).isFalse();
		assertThat(json(emitted.payload())).isEqualTo("[\"say\",\"hi\",1]");
		first.await(EmitToSocket.class, EmitToSocket::droppable);
		this.fleet.chat().emit("marker");
		second.await(EmitToRooms.class);
		assertThat(second.received(EmitToSocket.class)).isEmpty();
	}

	@Test
	void broadcastsOnceToEveryDistributor() {
		ScriptedDistributor first = this.fleet.startWith("a", "b", "c");
		ScriptedDistributor second = this.fleet.distributor("second");
		this.fleet.chat().emit("say", new byte[] { 1 });
		EmitToRooms emitted = second.await(EmitToRooms.class);
		assertThat(emitted).isEqualTo(first.await(EmitToRooms.class));
		assertThat(emitted.selection()).isEqualTo(Selection.ALL);
		assertThat(emitted.droppable()).isFalse();
		assertThat(emitted.payload().attachments()).hasSize(1);
		this.fleet.chat().emit("marker");
		first.await(EmitToRooms.class, (message) -> json(message.payload()).contains("marker"));
		assertThat(first.received(EmitToRooms.class)).hasSize(2);
	}

	@Test
	void selectsUnionsOfRoomsWithoutExceptions() {
		ScriptedDistributor distributor = this.fleet.startWith("a");
		this.fleet.chat().to("r1").to("r2", "r3").except("x").except("y").asVolatile().emit("e");
		EmitToRooms emitted = distributor.await(EmitToRooms.class);
		assertThat(emitted.selection()).isEqualTo(new Selection(Set.of("r1", "r2", "r3"), Set.of("x", "y")));
		assertThat(emitted.droppable()).isTrue();
	}

	@Test
	void doesNotChangeAnOperatorByUsingIt() {
		ScriptedDistributor distributor = this.fleet.startWith("a");
		BroadcastOperator room = this.fleet.chat().in("r1");
		room.to("r2");
		room.except("x");
		room.asVolatile();
		room.emit("e");
		EmitToRooms emitted = distributor.await(EmitToRooms.class);
		assertThat(emitted.selection()).isEqualTo(new Selection(Set.of("r1"), Set.of()));
		assertThat(emitted.droppable()).isFalse();
	}

	@Test
	void leavesOutTheSocketThatBroadcasts() {
		ScriptedDistributor distributor = this.fleet.startWith("a");
		Socket socket = this.fleet.chat().socket("a").orElseThrow();
		socket.to("r").emit("room");
		socket.broadcast().emit("all");
		assertThat(
				distributor.await(EmitToRooms.class, (message) -> json(message.payload()).contains("all")).selection())
			.isEqualTo(new Selection(Set.of(), Set.of("a")));
		assertThat(distributor.received(EmitToRooms.class).get(0).selection())
			.isEqualTo(new Selection(Set.of("r"), Set.of("a")));
	}

	@Test
	void emitsWithTheFlagsOfItsOperator() {
		ScriptedDistributor distributor = this.fleet.startWith("a");
		Socket socket = this.fleet.chat().socket("a").orElseThrow();
		socket.asVolatile().compress(false).emit("typing");
		socket.send("hi");
		EmitToSocket typing = distributor.await(EmitToSocket.class);
		assertThat(typing.droppable()).isTrue();
		EmitToSocket message = distributor.await(EmitToSocket.class, (emitted) -> !emitted.droppable());
		assertThat(json(message.payload())).isEqualTo("[\"message\",\"hi\"]");
		this.fleet.chat().to("r").compress(true).send();
		assertThat(json(distributor.await(EmitToRooms.class).payload())).isEqualTo("[\"message\"]");
		assertThat(socket.timeout(Duration.ofMillis(1)).emitWithAck("e").toCompletableFuture())
			.failsWithin(Duration.ofSeconds(5))
			.withThrowableThat()
			.withCauseInstanceOf(AckTimeoutException.class);
		assertThat(this.fleet.chat().to("r").timeout(Duration.ofMillis(1)).emitWithAck("e").toCompletableFuture())
			.succeedsWithin(Duration.ofSeconds(5));
		assertThatIllegalArgumentException().isThrownBy(() -> socket.timeout(Duration.ZERO));
		assertThatIllegalArgumentException().isThrownBy(() -> this.fleet.chat().timeout(Duration.ofMillis(-1)));
	}

	@Test
	void selectsOthersOnly() {
		ScriptedDistributor distributor = this.fleet.startWith("a");
		Socket socket = this.fleet.chat().socket("a").orElseThrow();
		socket.in("r").emit("in");
		socket.except("r").emit("except");
		distributor.await(EmitToRooms.class, (emitted) -> json(emitted.payload()).contains("except"));
		assertThat(distributor.received(EmitToRooms.class)).extracting(EmitToRooms::selection)
			.containsExactly(new Selection(Set.of("r"), Set.of("a")), new Selection(Set.of(), Set.of("r", "a")));
	}

	@Test
	void refusesToSelectNoRoomsAtAll() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.fleet.chat().to())
			.withMessageStartingWith("rooms: [] (expected: at least one");
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "connect", "connect_error", "disconnect", "disconnecting", "newListener", "removeListener" })
	void refusesReservedNames(String name) {
		this.fleet.startWith("a");
		Socket socket = this.fleet.chat().socket("a").orElseThrow();
		assertThatIllegalArgumentException().isThrownBy(() -> this.fleet.chat().emit(name));
		assertThatIllegalArgumentException().isThrownBy(() -> this.fleet.chat().to("r").emit(name));
		assertThatIllegalArgumentException().isThrownBy(() -> socket.emit(name));
		assertThatIllegalArgumentException().isThrownBy(() -> socket.emitVolatile(name));
		assertThatIllegalArgumentException().isThrownBy(() -> socket.emitWithAck(name));
	}

	@Test
	void disconnectsASocket() {
		ScriptedDistributor distributor = this.fleet.startWith("a");
		Socket socket = this.fleet.chat().socket("a").orElseThrow();
		socket.disconnect();
		socket.disconnect(true);
		distributor.await(DisconnectSockets.class, DisconnectSockets::closeConnection);
		assertThat(distributor.received(DisconnectSockets.class)).containsExactly(
				new DisconnectSockets(CHAT, Selection.socket("a"), false, 0),
				new DisconnectSockets(CHAT, Selection.socket("a"), true, 0));
	}

}
