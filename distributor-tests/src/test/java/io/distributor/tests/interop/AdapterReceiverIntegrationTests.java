package io.distributor.tests.interop;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

import io.distributor.gateway.LocalSockets;
import io.distributor.interop.adapter.AdapterBroadcast;
import io.distributor.interop.adapter.AdapterChannels;
import io.distributor.interop.adapter.AdapterLimits;
import io.distributor.interop.adapter.BroadcastWriter;
import io.distributor.interop.adapter.RequestWriter;
import io.distributor.interop.channel.ForeignChannels;
import io.distributor.interop.peer.AdapterReceiver;
import io.distributor.interop.peer.AnswerLimits;
import io.distributor.interop.peer.PeerCounters;
import io.distributor.link.memory.MemoryLinkHub;
import io.distributor.link.message.Payload;
import io.distributor.link.message.Selection;
import io.distributor.tests.fleet.Client;
import io.distributor.tests.fleet.Fleet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * What a distributor makes of what others publish, without a Redis.
 */
class AdapterReceiverIntegrationTests {

	private static final AdapterChannels CHAT = new AdapterChannels("key", "/chat");

	@RegisterExtension
	final Fleet fleet = Fleet.inMemory()
		.distributors(1)
		.backend("/chat", (io) -> io.onEvent("hello", (event) -> "hello"))
		.backend("/odd#name", (io) -> io.onEvent("hello", (event) -> "hello"))
		.gateway((options) -> options.toBuilder().namespaceLinger(Duration.ZERO).build());

	private final MemoryLinkHub hub = new MemoryLinkHub();

	private final ForeignChannels distributor = new ForeignChannels(this.hub.port(), 100_000);

	private final ForeignChannels other = new ForeignChannels(this.hub.port(), 100_000);

	private final PeerCounters counters = new PeerCounters();

	@BeforeEach
	void open() {
		this.distributor.open();
		this.other.open();
		hear("key", AnswerLimits.DEFAULT);
		await().until(() -> this.distributor.isUp() && this.other.isUp());
	}

	private void hear(String key, AnswerLimits answerLimits) {
		LocalSockets sockets = this.fleet.distributor(0).localSockets();
		sockets.listen(new AdapterReceiver(key, "fleet", AdapterLimits.DEFAULT.withMaxBytes(1_000), answerLimits,
				sockets, this.distributor, this.counters));
	}

	@AfterEach
	void close() {
		this.other.close();
		this.distributor.close();
	}

	@Test
	void refusesAndCountsWhatIsMalformedAndGoesOn() {
		Client client = connect("/chat");
		String[] channels = { CHAT.broadcasts(), CHAT.broadcasts() + "room#", CHAT.requests() };
		for (String channel : channels) {
			this.other.publish(channel, "no MessagePack".getBytes(StandardCharsets.UTF_8));
			this.other.publish(channel, new byte[0]);
			this.other.publish(channel, new byte[2_000]);
		}
		this.other.publish(CHAT.broadcasts(), event("other", "/game", "e"));
		emit("other", "last");
		await().untilAsserted(() -> assertThat(client.heard()).containsExactly("last"));
		assertThat(this.counters.refused()).isEqualTo(10);
		assertThat(this.counters.broadcasts()).isOne();
	}

	@Test
	void ignoresWhatTheOwnFleetPublishes() {
		Client client = connect("/chat");
		emit("fleet", "own");
		this.other.publish(CHAT.requests(), new RequestWriter("fleet").disconnect(Selection.ALL, true));
		emit("other", "last");
		await().untilAsserted(() -> assertThat(client.heard()).containsExactly("last"));
		assertThat(client.disconnects()).isEmpty();
		assertThat(this.counters.own()).isEqualTo(2);
		assertThat(this.counters.requests()).isZero();
	}

	@Test
	void carriesOutWhatOthersAsk() {
		Client client = connect("/chat");
		Client second = connect("/chat");
		RequestWriter request = new RequestWriter("other");
		this.other.publish(CHAT.requests(), request.join(Selection.socket(client.id()), Set.of("r")));
		this.other.publish(CHAT.broadcasts(), new BroadcastWriter().write(
				new AdapterBroadcast("other", "/chat", new Selection(Set.of("r"), Set.of()), true, payload("to r"))));
		this.other.publish(CHAT.requests(), request.leave(Selection.ALL, Set.of("r")));
		this.other.publish(CHAT.requests(), request.disconnect(Selection.socket(second.id()), false));
		await().untilAsserted(() -> assertThat(second.disconnects()).containsExactly("io server disconnect"));
		await().untilAsserted(() -> assertThat(client.heard()).containsExactly("to r"));
		assertThat(this.counters.requests()).isEqualTo(3);
	}

	@Test
	void hearsANamespaceAsLongAsItHasSockets() {
		Client client = connect("/chat");
		assertThat(heardBy(CHAT)).isEqualTo(1);
		client.close();
		await().untilAsserted(() -> assertThat(heardBy(CHAT)).isZero());
		connect("/chat");
		assertThat(heardBy(CHAT)).isEqualTo(1);
	}

	@Test
	void doesNotHearANamespaceWhoseChannelsCouldBeThoseOfAnother() {
		connect("/odd#name");
		assertThat(heardBy(new AdapterChannels("key", "/odd#name"))).isZero();
	}

	@Test
	void answersWithLessThanThereIsBeyondItsLimits() {
		hear("few", new AnswerLimits(1, 0, 1));
		hear("none", new AnswerLimits(0, 1_000, 1_000));
		connect("/chat");
		connect("/chat");
		List<String> answers = new CopyOnWriteArrayList<>();
		for (String key : List.of("few", "none")) {
			AdapterChannels channels = new AdapterChannels(key, "/chat");
			this.other.subscribe(channels.responses(),
					(channel, message) -> answers.add(key + new String(message, StandardCharsets.UTF_8)));
			String request = "{\"uid\":\"u\",\"requestId\":\"r\",\"type\":5,\"opts\":{\"rooms\":[],\"except\":[]}}";
			this.other.publish(channels.requests(), request.getBytes(StandardCharsets.UTF_8));
		}
		await().untilAsserted(() -> assertThat(answers).containsExactlyInAnyOrder(
				"few{\"requestId\":\"r\",\"sockets\":[]}", "none{\"requestId\":\"r\",\"sockets\":[]}"));
		assertThat(this.counters.incompleteAnswers()).isEqualTo(2);
	}

	private Client connect(String namespace) {
		return this.fleet.client(0, namespace).connect();
	}

	/** How many distributors hear requests for a namespace. */
	private long heardBy(AdapterChannels channels) {
		CompletableFuture<Long> receivers = new CompletableFuture<>();
		this.other.publish(channels.requests(), new RequestWriter("fleet").leave(Selection.ALL, Set.of("probe")),
				receivers::complete);
		return receivers.orTimeout(30, TimeUnit.SECONDS).join();
	}

	private void emit(String uid, String name) {
		this.other.publish(CHAT.broadcasts(), event(uid, "/chat", name));
	}

	private static byte[] event(String uid, String namespace, String name) {
		return new BroadcastWriter().write(new AdapterBroadcast(uid, namespace, Selection.ALL, false, payload(name)));
	}

	private static Payload payload(String name) {
		return new Payload(("[\"" + name + "\"]").getBytes(StandardCharsets.UTF_8), List.of());
	}

}
