package io.distributor.backend.instance;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;

import io.distributor.backend.ArgumentConversionException;
import io.distributor.backend.SocketData;
import io.distributor.link.message.EventAnswer;
import io.distributor.link.message.SetSocketData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static io.distributor.backend.instance.BackendExtension.CHAT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

class SocketDataTests {

	@RegisterExtension
	private final BackendExtension fleet = new BackendExtension((options) -> options.dataSize(64));

	@Test
	void tellsTheDistributorEachChange() {
		ScriptedDistributor distributor = this.fleet.startWith("a");
		SocketData data = data("a");
		data.put("user", new User("Ada", 36));
		data.put("na\"me", List.of(1.5, 2));
		data.put("user", new User("Bob", 1));
		data.remove("na\"me");
		data.remove("unknown");
		data.remove("user");
		await().until(() -> distributor.received(SetSocketData.class).size() == 5);
		assertThat(distributor.received(SetSocketData.class))
			.extracting((message) -> new String(message.data(), StandardCharsets.UTF_8))
			.containsExactly("{\"user\":{\"name\":\"Ada\",\"age\":36}}",
					"{\"user\":{\"name\":\"Ada\",\"age\":36},\"na\\\"me\":[1.5,2]}",
					"{\"user\":{\"name\":\"Bob\",\"age\":1},\"na\\\"me\":[1.5,2]}",
					"{\"user\":{\"name\":\"Bob\",\"age\":1}}", "{}");
		assertThat(distributor.received(SetSocketData.class)).extracting(SetSocketData::adoption).containsOnly(1L);
	}

	@Test
	void readsWhatTravelledAndKeepsWhatItDoesNotChange() {
		ScriptedDistributor distributor = this.fleet.start();
		distributor.adopt(CHAT, "a", 2, List.of("a"),
				"{ \"user\" : {\"name\":\"Ada\",\"age\":36}, \"n\":1.0000000000000000001 , \"s\":\"\\u00e4\"}");
		await().until(() -> this.fleet.chat().socket("a").isPresent());
		SocketData data = data("a");
		assertThat(data.names()).containsExactlyInAnyOrder("user", "n", "s");
		assertThat(data.get("user", User.class)).isEqualTo(new User("Ada", 36));
		assertThat(data.get("s", String.class)).isEqualTo("ä");
		assertThat(data.get("unknown", String.class)).isNull();
		assertThatExceptionOfType(ArgumentConversionException.class).isThrownBy(() -> data.get("user", int.class))
			.withMessageStartingWith("data 'user': ");
		data.remove("user");
		assertThat(distributor.await(SetSocketData.class).data())
			.isEqualTo(ScriptedDistributor.bytes("{\"n\":1.0000000000000000001,\"s\":\"\\u00e4\"}"));
	}

	@Test
	void refusesDataLargerThanItsLimit() {
		this.fleet.startWith("a");
		SocketData data = data("a");
		data.put("small", "x");
		assertThatIllegalArgumentException().isThrownBy(() -> data.put("big", "x".repeat(60)))
			.withMessage(
					"data of the socket with 'big': 82 bytes of JSON (expected: <= 64; keep large values elsewhere "
							+ "under a short key, or raise the data size of the backend)");
		assertThat(data.names()).containsExactly("small");
		assertThatIllegalArgumentException().isThrownBy(() -> data.put("loop", new EventTests.Loop()));
	}

	@Test
	void isThereInConnectHandlers() {
		this.fleet.chat().use((socket) -> socket.data().put("step", 1));
		ScriptedDistributor distributor = this.fleet.startWith("a");
		assertThat(distributor.received()).extracting((message) -> message.getClass().getSimpleName())
			.containsExactly("SetSocketData", "AcceptSocket");
		assertThat(data("a").get("step", int.class)).isEqualTo(1);
	}

	@Test
	void isOutBeforeTheAnswerToTheEventThatSetIt() {
		this.fleet.chat().onEvent("e", (event) -> {
			event.socket().data().put("n", 1);
			return "done";
		});
		ScriptedDistributor distributor = this.fleet.startWith("a");
		distributor.event(CHAT, "a", 1, 1, "[\"e\"]");
		distributor.await(EventAnswer.class);
		await().untilAsserted(
				() -> assertThat(distributor.received()).extracting((message) -> message.getClass().getSimpleName())
					.containsExactly("AcceptSocket", "SetSocketData", "EventAnswer", "EventsHandled"));
	}

	@Test
	void letsManyThreadsChangeIt() {
		ScriptedDistributor distributor = this.fleet.startWith("a");
		SocketData data = data("a");
		IntStream.range(0, 100).parallel().forEach((i) -> {
			data.put("n" + i % 3, i);
			data.remove("n" + i % 5);
		});
		data.put("last", true);
		distributor.await(SetSocketData.class,
				(message) -> new String(message.data(), StandardCharsets.UTF_8).contains("last"));
		byte[] last = distributor.received(SetSocketData.class)
			.get(distributor.received(SetSocketData.class).size() - 1)
			.data();
		distributor.adopt(CHAT, "b", 2, List.of("b"), new String(last, StandardCharsets.UTF_8));
		await().until(() -> this.fleet.chat().socket("b").isPresent());
		assertThat(data("b").names()).isEqualTo(data.names());
	}

	private SocketData data(String socketId) {
		return this.fleet.chat().socket(socketId).orElseThrow().data();
	}

	record User(String name, int age) {
	}

}
