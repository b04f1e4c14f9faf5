package io.distributor.backend.instance;

import java.time.Instant;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

import io.distributor.backend.ArgumentConversionException;
import io.distributor.backend.ConnectionRefusedException;
import io.distributor.backend.Handshake;
import io.distributor.backend.Socket;
import io.distributor.link.message.AcceptSocket;
import io.distributor.link.message.EventsHandled;
import io.distributor.link.message.RefuseSocket;
import io.distributor.link.message.SocketConnect;
import io.distributor.link.message.SocketDisconnect;
import io.distributor.link.message.SocketReleased;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.json.JsonMapper;

import static io.distributor.backend.instance.BackendExtension.CHAT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

class ConnectTests {

	@RegisterExtension
	private final BackendExtension fleet = new BackendExtension();

	private final List<String> log = new CopyOnWriteArrayList<>();

	@Test
	void acceptsAClientAfterAllStepsAndThenTellsListeners() {
		this.fleet.chat().use((socket) -> this.log.add("first " + socket.isConnected()));
		this.fleet.chat().use((socket) -> this.log.add("second " + this.fleet.chat().socket("a").isPresent()));
		this.fleet.chat().on("connection", (socket) -> this.log.add("connection " + socket.isConnected()));
		this.fleet.chat().on("connect", (socket) -> this.log.add("connect"));
		ScriptedDistributor distributor = this.fleet.start();
		distributor.connect(CHAT, "a");
		assertThat(distributor.await(AcceptSocket.class)).isEqualTo(new AcceptSocket(CHAT, "a", 1));
		await().untilAsserted(() -> assertThat(this.log).containsExactly("first false", "second false",
				"connection true", "connect"));
		assertThat(this.fleet.chat().socket("a")).isPresent();
		assertThat(this.fleet.chat().sockets()).hasSize(1);
	}

	@Test
	void sendsWhatAStepEmitsBeforeTheAcceptance() {
		this.fleet.chat().use((socket) -> {
			socket.join("lobby");
			socket.emit("welcome");
		});
		ScriptedDistributor distributor = this.fleet.startWith("a");
		assertThat(distributor.received()).extracting((message) -> message.getClass().getSimpleName())
			.startsWith("JoinRooms", "EmitToSocket", "AcceptSocket");
	}

	@Test
	void refusesAClientWithMessageAndData() {
		this.fleet.chat().use((socket) -> {
			throw new ConnectionRefusedException("go away", Map.of("code", 7));
		});
		this.fleet.chat().use((socket) -> this.log.add("not reached"));
		this.fleet.chat().on("connection", (socket) -> this.log.add("not reached"));
		this.fleet.chat().onDisconnect((socket, reason) -> this.log.add("not reached"));
		ScriptedDistributor distributor = this.fleet.start();
		distributor.connect(CHAT, "a");
		RefuseSocket refusal = distributor.await(RefuseSocket.class);
		assertThat(refusal.message()).isEqualTo("go away");
		assertThat(refusal.data()).isEqualTo(ScriptedDistributor.bytes("{\"code\":7}"));
		assertThat(refusal.adoption()).isEqualTo(1);
		await().until(() -> this.fleet.backend.statistics().sockets() == 0);
		assertThat(this.fleet.backend.statistics().socketsRefused()).isEqualTo(1);
		distributor.disconnect(CHAT, "a");
		distributor.connect(CHAT, "b");
		await().until(() -> distributor.received(RefuseSocket.class).size() == 2);
		assertThat(this.log).isEmpty();
	}

	@Test
	void refusesAClientWithoutDetailsWhenAStepFails() {
		this.fleet.chat().use((socket) -> {
			throw new IllegalStateException("password of the database");
		});
		ScriptedDistributor distributor = this.fleet.start();
		distributor.connect(CHAT, "a");
		RefuseSocket refusal = distributor.await(RefuseSocket.class);
		assertThat(refusal.message()).isEqualTo("Connection refused");
		assertThat(refusal.data()).isNull();
	}

	@Test
	void refusesAClientWhoseAuthDoesNotConvert() {
		this.fleet.chat().use((socket) -> this.log.add(String.valueOf(socket.handshake().auth(List.class))));
		ScriptedDistributor distributor = this.fleet.start();
		distributor.connect(CHAT, "a", "{\"token\":\"secret\"}");
		assertThat(distributor.await(RefuseSocket.class).message()).isEqualTo("Invalid arguments");
		assertThat(this.log).isEmpty();
	}

	@Test
	void refusesAClientThoughItsDataCannotBeWritten() {
		this.fleet.chat().use((socket) -> {
			throw new ConnectionRefusedException("go away", new Object() {
				@SuppressWarnings("unused")
				public Object getSelf() {
					return this;
				}
			});
		});
		ScriptedDistributor distributor = this.fleet.start();
		distributor.connect(CHAT, "a");
		assertThat(distributor.await(RefuseSocket.class).message()).isEqualTo("go away");
	}

	@Test
	void keepsASocketWhoseConnectionListenerFails() {
		this.fleet.chat().on("connection", (socket) -> {
			throw new IllegalStateException("broken");
		});
		this.fleet.chat().on("connection", (socket) -> this.log.add("next"));
		this.fleet.startWith("a");
		await().until(() -> this.log.contains("next"));
		assertThat(this.fleet.chat().socket("a")).isPresent();
	}

	@Test
	void showsTheHandshake() {
		ScriptedDistributor distributor = this.fleet.start();
		distributor.connect(CHAT, "a", "{\"token\":\"t\"}");
		distributor.await(AcceptSocket.class);
		Handshake handshake = this.fleet.chat().socket("a").orElseThrow().handshake();
		assertThat(handshake.time()).isEqualTo(Instant.ofEpochMilli(1_000));
		assertThat(handshake.address()).isEqualTo("192.0.2.1");
		assertThat(handshake.isSecure()).isTrue();
		assertThat(handshake.isCrossDomain()).isFalse();
		assertThat(handshake.url()).isEqualTo("/socket.io/?room=a");
		assertThat(handshake.query()).containsEntry("room", "a");
		assertThat(handshake.headers()).containsEntry("user-agent", List.of("test"));
		assertThat(handshake.transport()).isEqualTo("websocket");
		assertThat(handshake.protocol()).isEqualTo(4);
		assertThat(handshake.auth(Auth.class)).isEqualTo(new Auth("t"));
		Type mapOfText = JsonMapper.shared().getTypeFactory().constructMapType(Map.class, String.class, String.class);
		assertThat(handshake.auth(mapOfText)).isEqualTo(Map.of("token", "t"));
		assertThatExceptionOfType(ArgumentConversionException.class).isThrownBy(() -> handshake.auth(List.class))
			.withMessageStartingWith("auth: ");
	}

	@Test
	void hasNoAuthWhenTheClientSentNone() {
		this.fleet.startWith("a");
		assertThat(this.fleet.chat().socket("a").orElseThrow().handshake().auth(Auth.class)).isNull();
	}

	@Test
	void connectsOnceThoughToldTwice() {
		this.fleet.chat().on("connection", (socket) -> this.log.add("connection"));
		ScriptedDistributor distributor = this.fleet.startWith("a");
		distributor.connect(CHAT, "a");
		this.fleet.connect(distributor, "b");
		assertThat(distributor.received(AcceptSocket.class)).hasSize(2);
		await().untilAsserted(() -> assertThat(this.log).containsExactly("connection", "connection"));
	}

	@Test
	void endsTheOldLifeOfASocketThatConnectsAnewWithoutADisconnect() {
		this.fleet.chat().onDisconnect((socket, reason) -> this.log.add(reason.toString()));
		this.fleet.chat().onRelease((socket) -> this.log.add("release " + socket.id()));
		ScriptedDistributor distributor = this.fleet.startWith("a");
		Socket old = this.fleet.chat().socket("a").orElseThrow();
		distributor.send(new SocketConnect(CHAT, "a", 2, ScriptedDistributor.HANDSHAKE, null));
		distributor.await(AcceptSocket.class, (accepted) -> accepted.adoption() == 2);
		await().untilAsserted(() -> assertThat(this.log).containsExactly("release a"));
		assertThat(old.isConnected()).isFalse();
		assertThat(this.fleet.chat().socket("a")).get().isNotSameAs(old);
		assertThat(this.fleet.backend.statistics().sockets()).isEqualTo(1);
	}

	@Test
	void doesNotAcceptAClientThatLeftMeanwhileButPairsItsListeners() throws Exception {
		CountDownLatch left = new CountDownLatch(1);
		this.fleet.chat().use((socket) -> {
			if (socket.id().equals("a")) {
				left.await();
			}
		});
		this.fleet.chat().on("connection", (socket) -> this.log.add("connection " + socket.id()));
		this.fleet.chat().onDisconnect((socket, reason) -> this.log.add("disconnect " + socket.id()));
		ScriptedDistributor distributor = this.fleet.start();
		distributor.connect(CHAT, "a");
		distributor.disconnect(CHAT, "a");
		this.fleet.connect(distributor, "b");
		left.countDown();
		await().until(() -> this.log.contains("disconnect a"));
		assertThat(this.log).containsSubsequence("connection a", "disconnect a");
		assertThat(distributor.received(AcceptSocket.class)).extracting(AcceptSocket::socketId).containsExactly("b");
	}

	@Test
	void endsAClientOnceThatLeftWhileItWasRefused() throws Exception {
		CountDownLatch left = new CountDownLatch(1);
		this.fleet.chat().use((socket) -> {
			if (socket.id().equals("a")) {
				left.await();
				throw new ConnectionRefusedException("go away");
			}
		});
		this.fleet.chat().onDisconnect((socket, reason) -> this.log.add("disconnect " + socket.id()));
		ScriptedDistributor distributor = this.fleet.start();
		distributor.connect(CHAT, "a");
		distributor.disconnect(CHAT, "a");
		this.fleet.connect(distributor, "b");
		left.countDown();
		distributor.await(RefuseSocket.class);
		distributor.disconnect(CHAT, "b");
		await().until(() -> this.log.contains("disconnect b"));
		await().until(() -> this.fleet.backend.statistics().sockets() == 0);
		this.fleet.connect(distributor, "c");
		assertThat(this.fleet.backend.statistics().sockets()).isEqualTo(1);
		assertThat(this.log).containsExactly("disconnect b");
	}

	@Test
	void takesAClientAgainWhoseDistributorGoesOnUnderAnotherId() {
		this.fleet.chat().onDisconnect((socket, reason) -> this.log.add(reason.text() + ", " + reason.description()));
		ScriptedDistributor before = this.fleet.startWith("a");
		ScriptedDistributor after = this.fleet.distributor("edge");
		after.send(new SocketConnect(CHAT, "a", 2, ScriptedDistributor.HANDSHAKE, null));
		assertThat(after.await(AcceptSocket.class)).isEqualTo(new AcceptSocket(CHAT, "a", 2));
		await().untilAsserted(() -> assertThat(this.log)
			.containsExactly("transport close, distributor " + before.id() + " goes on as " + after.id()));
		before.close();
		after.send(new SocketDisconnect(CHAT, "a", 2, 1, "ping timeout", null));
		after.await(EventsHandled.class, new EventsHandled(CHAT, "a", 2, 1)::equals);
		assertThat(this.log).hasSize(2).last().isEqualTo("ping timeout, null");
	}

	@Test
	void takesNoSocketsOfANamespaceItDoesNotOwn() {
		ScriptedDistributor distributor = this.fleet.start();
		distributor.connect("/other", "a");
		distributor.event("/other", "a", 1, 1, "[\"e\"]");
		distributor.answer("/other", "a", 1, "[]");
		distributor.adopt("/other", "a", 3, List.of("a"), null);
		distributor.release("/other", "a", 3);
		distributor.disconnect("/other", "a");
		this.fleet.connect(distributor, "b");
		assertThat(distributor.received()).containsExactly(new SocketReleased("/other", "a", 1, 0),
				new SocketReleased("/other", "a", 3, 0, false), new SocketReleased("/other", "a", 3, 0),
				new EventsHandled("/other", "a", 1, 1_000), new AcceptSocket(CHAT, "b", 1));
	}

	record Auth(String token) {
	}

}
