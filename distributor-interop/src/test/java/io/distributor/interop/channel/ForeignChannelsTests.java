package io.distributor.interop.channel;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

import io.distributor.link.memory.MemoryLinkHub;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class ForeignChannelsTests {

	private final MemoryLinkHub hub = new MemoryLinkHub();

	private final ForeignChannels first = new ForeignChannels(this.hub.port(), 1_000);

	private final ForeignChannels second = new ForeignChannels(this.hub.port(), 1_000);

	private final List<String> heard = new CopyOnWriteArrayList<>();

	@BeforeEach
	void open() {
		this.first.open();
		this.second.open();
		await().until(() -> this.first.isUp() && this.second.isUp());
	}

	@AfterEach
	void close() {
		this.first.close();
		this.second.close();
	}

	@Test
	void tellsEachListenerItsChannelsInOrder() {
		this.second.subscribe("a", hears("a"));
		this.second.subscribePattern("p#*", hears("p"));
		for (int i = 0; i < 3; i++) {
			this.first.publish("a", bytes("1"));
			this.first.publish("p#room", bytes("2"));
			this.first.publish("other", bytes("3"));
		}
		await().untilAsserted(() -> assertThat(this.heard).containsExactly("a:a:1", "p:p#room:2", "a:a:1", "p:p#room:2",
				"a:a:1", "p:p#room:2"));
		assertThat(this.first.statistics().published()).isEqualTo(9);
		assertThat(this.first.statistics().queuedBytes()).isZero();
	}

	@Test
	void hearsNothingAfterItUnsubscribed() {
		this.second.subscribe("a", hears("a"));
		this.second.subscribePattern("p#*", hears("p"));
		this.second.subscribe("end", hears("end"));
		this.second.unsubscribe("a");
		this.second.unsubscribePattern("p#*");
		this.first.publish("a", bytes("1"));
		this.first.publish("p#", bytes("2"));
		this.first.publish("end", bytes("3"));
		await().untilAsserted(() -> assertThat(this.heard).containsExactly("end:end:3"));
	}

	@Test
	void goesOnAfterAListenerThatFails() {
		this.second.subscribe("a", (channel, message) -> {
			this.heard.add("failed");
			throw new IllegalStateException("the test says so");
		});
		this.first.publish("a", bytes("1"));
		this.first.publish("a", bytes("2"));
		await().untilAsserted(() -> assertThat(this.heard).containsExactly("failed", "failed"));
	}

	@Test
	void tellsHowManyHear() {
		this.second.subscribe("a", hears("a"));
		CompletableFuture<Long> some = new CompletableFuture<>();
		CompletableFuture<Long> none = new CompletableFuture<>();
		this.first.publish("a", bytes("1"), some::complete);
		this.first.publish("b", bytes("1"), none::complete);
		assertThat(some.orTimeout(30, TimeUnit.SECONDS).join()).isOne();
		assertThat(none.orTimeout(30, TimeUnit.SECONDS).join()).isZero();
	}

	@Test
	void dropsAndCountsWhatDoesNotFit() {
		CompletableFuture<Long> receivers = new CompletableFuture<>();
		this.first.publish("a", new byte[1_000], receivers::complete);
		assertThat(receivers).isCompletedWithValue(-1L);
		assertThat(this.first.statistics().dropped()).isOne();
		assertThat(this.first.statistics().queuedBytes()).isZero();
	}

	@Test
	void goesOnAfterAMessageThatCannotBeWritten() {
		this.second.subscribe("a", hears("a"));
		this.first.publish("a", 1, () -> {
			throw new IllegalStateException("the test says so");
		});
		this.first.publish("a", 1, () -> bytes("1"));
		await().untilAsserted(() -> assertThat(this.heard).containsExactly("a:a:1"));
		assertThat(this.first.statistics().dropped()).isOne();
	}

	@Test
	void publishesWhatWaitsBeforeItEnds() {
		this.second.subscribe("a", hears("a"));
		for (int i = 0; i < 10; i++) {
			this.first.publish("a", bytes("1"));
		}
		this.first.close();
		await().untilAsserted(() -> assertThat(this.heard).hasSize(10));
		this.first.publish("a", bytes("2"));
		assertThat(this.first.statistics().dropped()).isOne();
	}

	private ChannelListener hears(String name) {
		return (channel, message) -> this.heard
			.add(name + ":" + channel + ":" + new String(message, StandardCharsets.UTF_8));
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

}
