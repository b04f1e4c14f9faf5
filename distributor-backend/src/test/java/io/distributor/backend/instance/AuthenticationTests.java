package io.distributor.backend.instance;

import java.security.Principal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

import io.distributor.backend.AuthenticatedUser;
import io.distributor.backend.ConnectionRefusedException;
import io.distributor.backend.Handshake;
import io.distributor.backend.Socket;
import io.distributor.backend.UnauthorizedException;
import io.distributor.link.message.AcceptSocket;
import io.distributor.link.message.DisconnectSockets;
import io.distributor.link.message.EventsHandled;
import io.distributor.link.message.Payload;
import io.distributor.link.message.RefuseSocket;
import io.distributor.link.message.SocketDisconnect;
import io.distributor.link.message.SocketEvent;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static io.distributor.backend.instance.BackendExtension.CHAT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

class AuthenticationTests {

	@RegisterExtension
	private final BackendExtension fleet = new BackendExtension(
			(options) -> options.authenticator(this::authenticate).authenticationGrace(Duration.ofMillis(100)));

	private final List<String> log = new CopyOnWriteArrayList<>();

	private volatile @Nullable Instant expiresAt;

	private volatile String expected = "t";

	private @Nullable AuthenticatedUser authenticate(String namespace, Handshake handshake) {
		this.log.add("authenticate " + namespace);
		Map<?, ?> auth = handshake.auth(Map.class);
		Object token = (auth != null) ? auth.get("token") : null;
		if ("custom".equals(token)) {
			throw new ConnectionRefusedException("pay first", 7);
		}
		if ("failing".equals(token)) {
			throw new IllegalStateException("password of the directory");
		}
		if (token != null && !token.equals(this.expected)) {
			throw new UnauthorizedException("wrong token");
		}
		return (token != null) ? new AuthenticatedUser(new User("Ada"), this.expiresAt) : null;
	}

	@Test
	void knowsTheUserBeforeConnectHandlersRun() {
		this.fleet.chat().use((socket) -> this.log.add("step " + socket.user() + " " + socket.principal()));
		ScriptedDistributor distributor = this.fleet.start();
		distributor.connect(CHAT, "a", "{\"token\":\"t\"}");
		assertThat(distributor.await(AcceptSocket.class).user()).isEqualTo("Ada");
		assertThat(this.log).containsExactly("authenticate /chat", "step Ada User[getName=Ada]");
		Socket socket = this.fleet.chat().socket("a").orElseThrow();
		assertThat(socket.principal()).isEqualTo(new User("Ada"));
	}

	@Test
	void letsInWhoIsNobodyIfTheAuthenticatorDoes() {
		ScriptedDistributor distributor = this.fleet.start();
		distributor.connect(CHAT, "a");
		assertThat(distributor.await(AcceptSocket.class).user()).isNull();
		assertThat(this.fleet.chat().socket("a").orElseThrow().principal()).isNull();
	}

	@Test
	void refusesWithoutAReason() {
		this.fleet.chat().use((socket) -> this.log.add("not reached"));
		ScriptedDistributor distributor = this.fleet.start();
		distributor.connect(CHAT, "a", "{\"token\":\"x\"}");
		assertThat(refusal(distributor, "a").message()).isEqualTo("Unauthorized");
		distributor.connect(CHAT, "b", "{\"token\":\"custom\"}");
		assertThat(refusal(distributor, "b").message()).isEqualTo("pay first");
		assertThat(refusal(distributor, "b").data()).isEqualTo(ScriptedDistributor.bytes("7"));
		distributor.connect(CHAT, "c", "{\"token\":\"failing\"}");
		assertThat(refusal(distributor, "c").message()).isEqualTo("Connection refused");
		assertThat(this.fleet.backend.statistics().socketsUnauthorized()).isEqualTo(2);
		assertThat(this.fleet.backend.statistics().authenticationsFailed()).isEqualTo(1);
		assertThat(this.fleet.backend.statistics().socketsRefused()).isEqualTo(3);
		assertThat(this.log).doesNotContain("not reached");
	}

	@Test
	void asksAgainAfterAnAdoption() {
		this.fleet.chat().onAdopt((socket) -> this.log.add("adopt " + socket.principal()));
		ScriptedDistributor distributor = this.fleet.start();
		distributor.adopt(CHAT, "a", 3, List.of("a"), null);
		await()
			.untilAsserted(() -> assertThat(this.log).containsExactly("authenticate /chat", "adopt User[getName=Ada]"));
	}

	@Test
	void disconnectsAnAdoptedSocketThatIsNotLetInAnyMoreAndHandlesNothingOfIt() {
		this.expected = "another";
		this.fleet.chat().onAdopt((socket) -> this.log.add("adopt"));
		this.fleet.chat().onEvent("e", (event) -> this.log.add("event"));
		this.fleet.chat().onDisconnect((socket, reason) -> this.log.add(reason.text() + ": " + reason.description()));
		ScriptedDistributor distributor = this.fleet.start();
		distributor.adopt(CHAT, "a", 3, List.of("a"), null);
		distributor.send(new SocketEvent(CHAT, "a", 3, 1, Payload.NO_ACK, false,
				new Payload(ScriptedDistributor.bytes("[\"e\"]"), List.of())));
		distributor.await(EventsHandled.class, new EventsHandled(CHAT, "a", 3, 1)::equals);
		assertThat(distributor.await(DisconnectSockets.class).closeConnection()).isFalse();
		distributor.send(new SocketDisconnect(CHAT, "a", 3, 2, "server namespace disconnect", null));
		await().untilAsserted(() -> assertThat(this.log).containsExactly("authenticate /chat",
				"server namespace disconnect: authentication refused after adoption"));
	}

	@Test
	void disconnectsASocketWhoseAuthenticationExpires() {
		this.expiresAt = Instant.now().plusMillis(200);
		this.fleet.chat().onDisconnect((socket, reason) -> this.log.add(reason.text() + ": " + reason.description()));
		ScriptedDistributor distributor = this.fleet.start();
		distributor.connect(CHAT, "a", "{\"token\":\"t\"}");
		distributor.await(DisconnectSockets.class,
				(message) -> message.selection().rooms().contains("a") && !message.closeConnection());
		assertThat(Instant.now()).isAfter(this.expiresAt.plusMillis(100));
		assertThat(this.fleet.backend.statistics().socketsExpired()).isEqualTo(1);
		distributor.send(new SocketDisconnect(CHAT, "a", 1, 1, "server namespace disconnect", null));
		await().until(() -> this.log.contains("server namespace disconnect: authentication expired"));
	}

	@Test
	void disconnectsAnAdoptedSocketWhoseAuthenticationExpires() {
		this.expiresAt = Instant.now().plusMillis(200);
		ScriptedDistributor distributor = this.fleet.start();
		distributor.adopt(CHAT, "a", 3, List.of("a"), null);
		distributor.await(DisconnectSockets.class, (message) -> message.selection().rooms().contains("a"));
	}

	@Test
	void letsNothingExpireOfASocketThatIsGone() {
		this.expiresAt = Instant.now().plusMillis(300);
		ScriptedDistributor distributor = this.fleet.start();
		distributor.connect(CHAT, "a", "{\"token\":\"t\"}");
		distributor.connect(CHAT, "b", "{\"token\":\"t\"}");
		distributor.await(AcceptSocket.class, (accepted) -> accepted.socketId().equals("a"));
		distributor.disconnect(CHAT, "a");
		distributor.await(DisconnectSockets.class, (message) -> message.selection().rooms().contains("b"));
		await().until(() -> this.fleet.backend.statistics().socketsExpired() == 1);
		assertThat(distributor.received(DisconnectSockets.class)).hasSize(1);
	}

	@Test
	void wantsAGraceThatIsNotNegative() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> BackendOptions.builder(CHAT).authenticationGrace(Duration.ofSeconds(-1)).build())
			.withMessage("authenticationGrace: PT-1S (expected: >= 0)");
	}

	private static RefuseSocket refusal(ScriptedDistributor distributor, String socketId) {
		return distributor.await(RefuseSocket.class, (refusal) -> refusal.socketId().equals(socketId));
	}

	private record User(String getName) implements Principal {

	}

}
