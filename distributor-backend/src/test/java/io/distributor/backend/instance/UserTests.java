package io.distributor.backend.instance;

import java.time.Duration;
import java.util.List;
import java.util.Set;

import io.distributor.backend.Namespace;
import io.distributor.backend.Socket;
import io.distributor.link.message.AcceptSocket;
import io.distributor.link.message.DisconnectSockets;
import io.distributor.link.message.EmitToRooms;
import io.distributor.link.message.Selection;
import io.distributor.link.message.SocketAdopt;
import io.distributor.link.message.UserRoom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static io.distributor.backend.instance.BackendExtension.CHAT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

class UserTests {

	@RegisterExtension
	private final BackendExtension fleet = new BackendExtension();

	@Test
	void tellsTheDistributorWhoseSocketItAccepts() {
		this.fleet.chat().use((socket) -> {
			assertThat(socket.user()).isNull();
			socket.setUser("bob");
			socket.setUser("ann");
		});
		ScriptedDistributor distributor = this.fleet.startWith("a");
		assertThat(distributor.await(AcceptSocket.class)).isEqualTo(new AcceptSocket(CHAT, "a", 1, "ann"));
		assertThat(socket("a").user()).isEqualTo("ann");
	}

	@Test
	void takesAUserInConnectHandlersOnly() {
		this.fleet.startWith("a");
		assertThatIllegalStateException().isThrownBy(() -> socket("a").setUser("ann"))
			.withMessage("user: set after the socket was accepted (expected: set in a connect handler)");
		assertThatIllegalArgumentException().isThrownBy(() -> socket("a").setUser(""))
			.withMessage("user: a name of 0 characters (expected: 1 to 256)");
		assertThatIllegalArgumentException().isThrownBy(() -> socket("a").setUser("a".repeat(257)));
		assertThat(socket("a").user()).isNull();
	}

	@Test
	void knowsWhoseSocketItAdopts() {
		ScriptedDistributor distributor = this.fleet.start();
		distributor.send(new SocketAdopt(CHAT, "a", 2, ScriptedDistributor.HANDSHAKE, null, List.of("a"), null, "ann",
				List.of(), List.of()));
		await().until(() -> this.fleet.chat().socket("a").isPresent());
		assertThat(socket("a").user()).isEqualTo("ann");
		assertThatIllegalStateException().isThrownBy(() -> socket("a").setUser("bob"));
	}

	@Test
	void emitsToUsersByOneBroadcast() {
		ScriptedDistributor distributor = this.fleet.startWith("a");
		this.fleet.chat().toUser("ann", "bob").to("r").exceptUser("eve").emit("e");
		assertThat(distributor.await(EmitToRooms.class).selection())
			.isEqualTo(new Selection(Set.of(UserRoom.of("ann"), UserRoom.of("bob"), "r"), Set.of(UserRoom.of("eve"))));
		assertThatIllegalArgumentException().isThrownBy(() -> this.fleet.chat().toUser())
			.withMessageStartingWith("users: []");
	}

	@Test
	void disconnectsAUser() {
		ScriptedDistributor distributor = this.fleet.startWith("a");
		assertThat(this.fleet.chat().disconnectUser("ann", true)).succeedsWithin(Duration.ofSeconds(5));
		DisconnectSockets disconnect = distributor.await(DisconnectSockets.class);
		assertThat(disconnect.selection().rooms()).containsExactly(UserRoom.of("ann"));
		assertThat(disconnect.closeConnection()).isTrue();
	}

	@Test
	void refusesTheNamesOfReservedRooms() {
		this.fleet.startWith("a");
		Namespace chat = this.fleet.chat();
		String reserved = UserRoom.of("ann");
		assertThatIllegalArgumentException().isThrownBy(() -> chat.to(reserved))
			.withMessage("room: a name that begins with NUL (expected: another one; select users by toUser)");
		assertThatIllegalArgumentException().isThrownBy(() -> chat.except(reserved));
		assertThatIllegalArgumentException().isThrownBy(() -> chat.socketsJoin("r", reserved));
		assertThatIllegalArgumentException().isThrownBy(() -> chat.socketsLeave(reserved));
		assertThatIllegalArgumentException().isThrownBy(() -> socket("a").join(reserved));
		assertThatIllegalArgumentException().isThrownBy(() -> socket("a").leave(reserved));
		assertThat(socket("a").rooms()).containsExactly("a");
	}

	private Socket socket(String id) {
		return this.fleet.chat().socket(id).orElseThrow();
	}

}
