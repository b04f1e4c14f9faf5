package io.distributor.test.socket;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.distributor.backend.ConnectionRefusedException;
import io.distributor.backend.IndirectIo;
import io.distributor.backend.Socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * What a test can do with clients, on handlers without Spring.
 */
class SocketTesterTests {

	private final List<String> gone = new CopyOnWriteArrayList<>();

	private IndirectIo io;

	private SocketTester tester;

	@BeforeEach
	void start() {
		this.tester = SocketTester.of("/chat", this::register);
	}

	@AfterEach
	void stop() {
		this.tester.close();
	}

	private void register(IndirectIo io) {
		this.io = io;
		io.use((socket) -> {
			if ("nobody".equals(name(socket))) {
				throw new ConnectionRefusedException("not you", Map.of("field", "name"));
			}
		});
		io.on("connection", (socket) -> socket.emit("welcome", name(socket), socket.handshake().address()));
		io.onEvent("post", (event) -> {
			io.to("lobby").emit("posted", event.arguments().get(0, String.class));
			return null;
		});
		io.onEvent("add", (event) -> event.arguments().get(0, int.class) + event.arguments().get(1, int.class));
		io.onEvent("reverse", (event) -> reverse(event.arguments().get(0, byte[].class)));
		io.onEvent("enter", (event) -> event.socket().join("lobby"));
		io.onEvent("never", (event) -> new CompletableFuture<>());
		io.onEvent("kick", (event) -> {
			event.socket().disconnect();
			return null;
		});
		io.onDisconnect((socket, reason) -> this.gone.add(socket.id() + " " + reason.text()));
	}

	private static String name(Socket socket) {
		Map<?, ?> auth = socket.handshake().auth(Map.class);
		return (auth != null) ? (String) auth.get("name") : null;
	}

	private static byte[] reverse(byte[] bytes) {
		byte[] reversed = new byte[bytes.length];
		for (int i = 0; i < bytes.length; i++) {
			reversed[i] = bytes[bytes.length - 1 - i];
		}
		return reversed;
	}

	@Test
	void connectsWithAuthAndHandshake() {
		TestSocket ann = this.tester.connect("/chat",
				(client) -> client.auth(Map.of("name", "Ann"))
					.address("192.0.2.7")
					.header("User-Agent", "test")
					.query("version", "2")
					.secure());
		assertThat(ann.id()).hasSize(20);
		assertThat(ann).isConnected().hasReceivedExactly("welcome", "Ann", "192.0.2.7");
		Socket socket = this.io.socket(ann.id()).orElseThrow();
		assertThat(socket.handshake().headers()).containsEntry("user-agent", List.of("test"));
		assertThat(socket.handshake().query()).containsEntry("version", "2");
		assertThat(socket.handshake().isSecure()).isTrue();
	}

	@Test
	void tellsWhatARefusedClientIsTold() {
		Refusal refusal = this.tester.connectRefused("/chat", (client) -> client.auth(Map.of("name", "nobody")));
		assertThat(refusal.message()).isEqualTo("not you");
		assertThat(refusal.data()).isNotNull();
		assertThat(refusal.data().path("field").asString()).isEqualTo("name");
	}

	@Test
	void failsWhenTheAnswerIsTheOther() {
		assertThatExceptionOfType(AssertionError.class)
			.isThrownBy(() -> this.tester.connect("/chat", (client) -> client.auth(Map.of("name", "nobody"))))
			.withMessageContaining("refused in /chat")
			.withMessageContaining("not you");
		assertThatExceptionOfType(AssertionError.class)
			.isThrownBy(() -> this.tester.connectRefused("/chat", (client) -> client.auth(Map.of("name", "Ann"))))
			.withMessageContaining("accepted in /chat");
		assertThat(this.tester.connectRefused("/unknown", (client) -> {
		}).message()).isEqualTo("Invalid namespace");
	}

	@Test
	void getsAnswersAsTheHandlerGivesThem() {
		TestSocket ann = this.tester.connect("/chat");
		assertThat(ann.emitWithAck("add", 2, 3).get(0, int.class)).isEqualTo(5);
		assertThat(ann.emitWithAck("reverse", new byte[] { 1, 2, 3 }).get(0, byte[].class)).containsExactly(3, 2, 1);
		assertThat(ann.emitWithAck("unheard").get(0, Map.class)).containsEntry("error", "Unknown event");
	}

	@Test
	void failsWhenNoAnswerComes() {
		TestSocket ann = this.tester.timeout(Duration.ofSeconds(1)).connect("/chat");
		assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> ann.emitWithAck("never"))
			.withMessage("no answer to 'never' within 1000 ms");
	}

	@Test
	void broadcastsToRoomsAsTheDistributorKnowsThem() {
		TestSocket ann = this.tester.connect("/chat");
		TestSocket bob = this.tester.connect("/chat");
		ann.emitWithAck("enter");
		assertThat(ann).isInRooms("lobby");
		assertThat(ann.rooms()).containsExactlyInAnyOrder(ann.id(), "lobby");
		assertThat(bob).isNotInRoom("lobby");
		bob.emit("post", "hello");
		assertThat(ann).hasReceivedExactly("posted", "hello");
		this.tester.awaitHandled();
		assertThat(bob).hasNotReceived("posted");
	}

	@Test
	void givesEachEventOnceInItsOrder() {
		TestSocket ann = this.tester.connect("/chat");
		ann.emitWithAck("enter");
		ann.emit("post", "one");
		ann.emit("post", "two");
		assertThat(ann.awaitEvent("posted").argument(String.class)).isEqualTo("one");
		assertThat(ann.awaitEvent("posted").argument(String.class)).isEqualTo("two");
		assertThat(ann.received()).extracting(ReceivedEvent::name).containsExactly("welcome", "posted", "posted");
	}

	@Test
	void answersAsTheTestSays() {
		TestSocket ann = this.tester.connect("/chat")
			.answering("ready", (arguments) -> arguments.get(0, String.class) + "!");
		assertThat(this.io.socket(ann.id()).orElseThrow().emitWithAck("ready", "steady"))
			.succeedsWithin(Duration.ofSeconds(10))
			.extracting((answer) -> answer.get(0, String.class))
			.isEqualTo("steady!");
	}

	@Test
	void noticesThatItIsPutOut() {
		TestSocket ann = this.tester.connect("/chat");
		ann.emit("kick");
		assertThat(ann).isDisconnected();
		assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> ann.awaitEvent("posted"))
			.withMessageContaining("no event 'posted'")
			.withMessageContaining("io server disconnect");
	}

	@Test
	void leavesInTwoWays() {
		TestSocket ann = this.tester.connect("/chat");
		TestSocket bob = this.tester.connect("/chat");
		ann.disconnect();
		bob.dropConnection();
		assertThat(bob).isDisconnected();
		this.tester.awaitHandled();
		assertThat(this.gone).containsExactlyInAnyOrder(ann.id() + " client namespace disconnect",
				bob.id() + " transport close");
	}

	@Test
	void saysWhatCameInsteadOfWhatWasExpected() {
		TestSocket ann = this.tester.timeout(Duration.ofSeconds(1)).connect("/chat");
		ann.awaitEvent("welcome");
		assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> assertThat(ann).hasReceived("posted"))
			.withMessageContaining("no event 'posted' within 1000 ms; received so far: [[\"welcome\"");
		assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> assertThat(ann).hasNotReceived("welcome"))
			.withMessageContaining("expected: no event 'welcome'");
		assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> assertThat(ann).isInRooms("lobby"));
		assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> assertThat(ann).isDisconnected());
	}

	@Test
	void refusesATimeThatIsNone() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.tester.timeout(Duration.ZERO))
			.withMessage("timeout: PT0S (expected: > 0)");
	}

}
