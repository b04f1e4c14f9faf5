package io.distributor.link.node;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import io.distributor.link.LinkOptions;
import io.distributor.link.LinkOverloadedException;
import io.distributor.link.memory.MemoryLinkHub;
import io.distributor.link.memory.MemoryLinkPort;
import io.distributor.link.message.EmitToSocket;
import io.distributor.link.message.LinkMessage;
import io.distributor.link.message.Payload;
import io.distributor.link.message.RequestDone;
import io.distributor.link.port.LinkPortListener;
import io.distributor.link.presence.Node;
import io.distributor.link.presence.NodeId;
import io.distributor.link.presence.NodeRole;
import io.distributor.link.protocol.Channels;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

class LinkNodeTests {

	private static final LinkOptions OPTIONS = LinkOptions.DEFAULT.withHeartbeat(Duration.ofMillis(50),
			Duration.ofSeconds(2), Duration.ofMillis(50));

	private static final LinkMessage MESSAGE_OF_1_000_BYTES = new EmitToSocket("/chat", "0123456789abcdefghij",
			Payload.NO_ACK, false, new Payload(new byte[1_000], List.of()));

	private final MemoryLinkHub hub = new MemoryLinkHub();

	private final List<LinkNode> links = new ArrayList<>();

	private final RecordingListener heardByDistributor = new RecordingListener();

	private final RecordingListener heardByBackend = new RecordingListener();

	@AfterEach
	void closeAll() {
		this.links.forEach(LinkNode::close);
	}

	@Test
	void nodesHearOfEachOtherAndOfWhatChanges() {
		LinkNode distributor = open(NodeRole.DISTRIBUTOR, "edge", this.heardByDistributor);
		LinkNode backend = open(NodeRole.BACKEND, "chat", this.heardByBackend);
		backend.announce(Set.of("/chat"), false);
		await().until(() -> namespacesOf(distributor, backend).contains("/chat"));
		await().until(() -> backend.nodes().size() == 1);
		backend.announce(Set.of("/chat"), true);
		await().until(() -> this.heardByDistributor.events.contains("node chat draining"));
		await().until(() -> this.heardByDistributor.events.contains("up"));
		backend.close();
		await().until(() -> this.heardByDistributor.events.contains("gone chat GOODBYE"));
		assertThat(distributor.nodes()).isEmpty();
	}

	@Test
	void refusesToSayMoreOfItselfThanOthersHear() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new LinkNode(NodeRole.BACKEND, "x".repeat(256), OPTIONS, this.hub.port()))
			.withMessageContaining("Node name");
		LinkNode backend = open(NodeRole.BACKEND, "chat", this.heardByBackend);
		Set<String> tooMany = IntStream.range(0, 1_001).mapToObj((number) -> "/n" + number).collect(Collectors.toSet());
		assertThatIllegalArgumentException().isThrownBy(() -> backend.announce(tooMany, false))
			.withMessageContaining("Namespaces of a node: 1001");
	}

	@Test
	void doesNotHearANodeThatSaysMoreOfItself() {
		LinkNode backend = open(NodeRole.BACKEND, "chat", this.heardByBackend);
		MemoryLinkPort forger = this.hub.port();
		forger.open(new Deaf());
		String presence = new Channels(OPTIONS.prefix()).presence();
		forger.publish(presence, heartbeat(256));
		forger.publish(presence, heartbeat(255));
		await().until(() -> backend.nodes().size() == 1);
		assertThat(backend.nodes()).extracting((node) -> node.name().length()).containsExactly(255);
		assertThat(backend.statistics().unreadable()).isOne();
		forger.close();
	}

	/** A heartbeat of a distributor x with a name of so many characters. */
	private static byte[] heartbeat(int characters) {
		byte[] begin = HexFormat.of()
			.parseHex("980104a178ab" + HexFormat.of().formatHex("distributor".getBytes(StandardCharsets.US_ASCII)));
		return ByteBuffer.allocate(begin.length + 3 + characters + 3)
			.put(begin)
			.put((byte) 0xDA)
			.putShort((short) characters)
			.put("n".repeat(characters).getBytes(StandardCharsets.US_ASCII))
			.put(HexFormat.of().parseHex("90c2c3"))
			.array();
	}

	@Test
	void deliversWhatIsSentInOrder() {
		LinkNode distributor = open(NodeRole.DISTRIBUTOR, "edge", this.heardByDistributor);
		LinkNode backend = open(NodeRole.BACKEND, "chat", this.heardByBackend);
		await().until(() -> distributor.nodes().size() == 1);
		for (int i = 1; i <= 10_000; i++) {
			distributor.send(backend.id(), Map.of(), new RequestDone(i, 0));
		}
		await().until(() -> this.heardByBackend.messages.size() == 10_000);
		assertThat(numbers(this.heardByBackend)).isEqualTo(LongStream.rangeClosed(1, 10_000).boxed().toList());
	}

	@Test
	void acknowledgesALotWithoutWaitingForCompany() {
		LinkOptions options = new LinkOptions("distributor", OPTIONS.heartbeat(), OPTIONS.deadAfter(), OPTIONS.settle(),
				Duration.ofHours(1), OPTIONS.gapDelay(), Duration.ofHours(1), 1 << 16, 1 << 20, OPTIONS.heldBytes(),
				OPTIONS.batchBytes(), OPTIONS.batchMessages(), Duration.ofSeconds(10), OPTIONS.closeTimeout());
		LinkNode distributor = open(NodeRole.DISTRIBUTOR, "edge", this.heardByDistributor, options, this.hub.port());
		LinkNode backend = open(NodeRole.BACKEND, "chat", this.heardByBackend, options, this.hub.port());
		await().until(() -> backend.nodes().size() == 1);
		for (int i = 0; i < 5_000; i++) {
			backend.send(distributor.id(), Map.of(), MESSAGE_OF_1_000_BYTES);
		}
		await().until(() -> this.heardByDistributor.messages.size() == 5_000);
	}

	@Test
	void goesOnWithoutANodeThatIsHeardButStuck() {
		LinkOptions options = OPTIONS.withStalledAfter(Duration.ofMillis(500))
			.withLimits(1 << 20, 1 << 16, Duration.ofSeconds(20));
		StickingListener heardByHung = new StickingListener();
		LinkNode backend = open(NodeRole.BACKEND, "chat", this.heardByBackend, options, this.hub.port());
		LinkNode well = open(NodeRole.DISTRIBUTOR, "edge", this.heardByDistributor, options, this.hub.port());
		LinkNode hung = open(NodeRole.DISTRIBUTOR, "hung", heardByHung, options, this.hub.port());
		backend.announce(Set.of("/chat"), false);
		hung.listen("/chat");
		startListening(well, backend);
		await().until(() -> {
			backend.broadcast("/chat", Map.of(), new RequestDone(0, 0));
			return !heardByHung.messages.isEmpty();
		});
		NodeId former = hung.id();
		heardByHung.stick();
		for (int i = 0; i < 200; i++) {
			backend.broadcast("/chat", Map.of(), MESSAGE_OF_1_000_BYTES);
		}
		await().until(() -> this.heardByBackend.events.contains("gone hung STALLED"));
		assertThat(backend.statistics().stalled()).isEqualTo(1);
		await().until(() -> List.copyOf(this.heardByDistributor.messages)
			.stream()
			.filter((message) -> message instanceof EmitToSocket)
			.count() == 200);
		heardByHung.release();
		await().until(() -> !hung.id().equals(former) && backend.nodes().size() == 2);
	}

	@Test
	void keepsTheOrderAcrossInboxAndBroadcasts() {
		LinkNode distributor = open(NodeRole.DISTRIBUTOR, "edge", this.heardByDistributor);
		LinkNode backend = open(NodeRole.BACKEND, "chat", this.heardByBackend);
		backend.announce(Set.of("/chat"), false);
		startListening(distributor, backend);
		for (int i = 1; i <= 5_000; i++) {
			if (i % 3 == 0) {
				backend.send(distributor.id(), Map.of(), new RequestDone(i, 0));
			}
			else {
				backend.broadcast("/chat", Map.of(), new RequestDone(i, 0));
			}
		}
		await().until(() -> this.heardByDistributor.messages.size() == 5_000);
		assertThat(numbers(this.heardByDistributor)).isEqualTo(LongStream.rangeClosed(1, 5_000).boxed().toList());
	}

	@Test
	void losesAndDoublesNothingWhenCutOffForAWhile() {
		RecordingListener listener = this.heardByDistributor;
		MemoryLinkPort port = this.hub.port();
		LinkNode distributor = open(NodeRole.DISTRIBUTOR, "edge", listener, OPTIONS, port);
		LinkNode backend = open(NodeRole.BACKEND, "chat", this.heardByBackend);
		backend.announce(Set.of("/chat"), false);
		startListening(distributor, backend);
		for (int i = 1; i <= 30_000; i++) {
			backend.broadcast("/chat", Map.of(), new RequestDone(i, 0));
			if (i == 10_000) {
				port.down();
			}
			if (i == 20_000) {
				await().until(() -> backend.statistics().queueBytes() == 0);
				port.up();
			}
		}
		await().untilAsserted(() -> assertThat(listener.messages).hasSize(30_000));
		assertThat(numbers(listener)).isEqualTo(LongStream.rangeClosed(1, 30_000).boxed().toList());
		assertThat(backend.statistics().resent()).isPositive();
		assertThat(distributor.statistics().outages()).isEqualTo(1);
		await().until(() -> backend.statistics().logBytes() == 0);
	}

	@Test
	void takesASilentNodeForDeadWhichThenGoesOnUnderANewId() {
		MemoryLinkPort port = this.hub.port();
		LinkNode distributor = open(NodeRole.DISTRIBUTOR, "edge", this.heardByDistributor);
		LinkNode backend = open(NodeRole.BACKEND, "chat", this.heardByBackend, OPTIONS, port);
		await().until(() -> distributor.nodes().size() == 1 && backend.nodes().size() == 1);
		NodeId before = backend.id();
		port.down();
		await().until(() -> this.heardByDistributor.events.contains("gone chat SILENCE"));
		assertThat(this.heardByBackend.events).doesNotContain("gone edge SILENCE");
		port.up();
		await().until(() -> this.heardByBackend.events.contains("gone edge FENCED"));
		await().until(() -> distributor.nodes().size() == 1 && backend.nodes().size() == 1);
		assertThat(backend.id()).isNotEqualTo(before);
		assertThat(backend.statistics().identityRestarts()).isEqualTo(1);
		distributor.send(backend.id(), Map.of(), new RequestDone(1, 0));
		await().until(() -> this.heardByBackend.messages.size() == 1);
	}

	@Test
	void failsWhenTooMuchWaitsAndDropsVolatileMessagesBefore() {
		MemoryLinkPort port = this.hub.port();
		LinkOptions small = OPTIONS.withLimits(1 << 20, 100_000, Duration.ZERO);
		LinkNode distributor = open(NodeRole.DISTRIBUTOR, "edge", this.heardByDistributor, small, this.hub.port());
		LinkNode backend = open(NodeRole.BACKEND, "chat", this.heardByBackend, small, port);
		await().until(() -> distributor.nodes().size() == 1);
		port.down();
		assertThatExceptionOfType(LinkOverloadedException.class).isThrownBy(() -> {
			for (int i = 0; i < 100_000; i++) {
				distributor.send(backend.id(), Map.of(), new RequestDone(i, 0));
			}
		}).withMessageContaining("limit: 100000");
		distributor.send(backend.id(), Map.of(), new EmitToSocket("/chat", "s", -1, true, payload()));
		await().until(() -> distributor.statistics().volatileDropped() == 1);
		assertThat(distributor.statistics().refused()).isEqualTo(1);
	}

	@Test
	void waitsForRoomWhereTheCallerMayWait() {
		LinkOptions small = OPTIONS.withLimits(10_000, 10_000, Duration.ofSeconds(10));
		LinkNode distributor = open(NodeRole.DISTRIBUTOR, "edge", this.heardByDistributor, small, this.hub.port());
		LinkNode backend = open(NodeRole.BACKEND, "chat", this.heardByBackend, small, this.hub.port());
		await().until(() -> distributor.nodes().size() == 1);
		for (int i = 1; i <= 1_000; i++) {
			distributor.send(backend.id(), Map.of(), new RequestDone(i, 0));
		}
		await().until(() -> this.heardByBackend.messages.size() == 1_000);
	}

	@Test
	void writesOutWhatWasSentBeforeItCloses() {
		LinkNode distributor = open(NodeRole.DISTRIBUTOR, "edge", this.heardByDistributor);
		LinkNode backend = open(NodeRole.BACKEND, "chat", this.heardByBackend);
		await().until(() -> distributor.nodes().size() == 1);
		for (int i = 1; i <= 1_000; i++) {
			distributor.send(backend.id(), Map.of(), new RequestDone(i, 0));
		}
		distributor.close();
		await().until(() -> this.heardByBackend.events.contains("gone edge GOODBYE"));
		assertThat(this.heardByBackend.messages).hasSize(1_000);
	}

	@Test
	void answersWhatArrivesWhileItCloses() {
		MemoryLinkPort port = this.hub.port();
		LinkNode distributor = open(NodeRole.DISTRIBUTOR, "edge", this.heardByDistributor, OPTIONS, port);
		AtomicReference<LinkNode> answering = new AtomicReference<>();
		LinkNode backend = open(NodeRole.BACKEND, "chat", new RecordingListener() {

			@Override
			public void onMessage(NodeId sender, Map<String, String> headers, LinkMessage message) {
				answering.get().send(sender, Map.of(), message);
			}

		});
		answering.set(backend);
		await().until(() -> distributor.nodes().size() == 1 && backend.nodes().size() == 1);
		port.down();
		backend.send(distributor.id(), Map.of(), new RequestDone(1, 0));
		CompletableFuture<Void> closed = CompletableFuture.runAsync(backend::close);
		await().until(() -> !backend.isUp());
		backend.send(distributor.id(), Map.of(), new RequestDone(2, 0));
		distributor.send(backend.id(), Map.of(), new RequestDone(3, 0));
		port.up();
		await().until(closed::isDone);
		await().until(() -> this.heardByDistributor.events.contains("gone chat GOODBYE"));
		assertThat(numbers(this.heardByDistributor)).containsExactly(1L, 3L);
	}

	@Test
	void goesOnWhenAListenerFails() {
		AtomicLong calls = new AtomicLong();
		RecordingListener failing = new RecordingListener() {

			@Override
			public void onMessage(NodeId sender, Map<String, String> headers, LinkMessage message) {
				if (calls.incrementAndGet() == 1) {
					throw new IllegalStateException("expected by the test");
				}
				super.onMessage(sender, headers, message);
			}

		};
		LinkNode distributor = open(NodeRole.DISTRIBUTOR, "edge", this.heardByDistributor);
		LinkNode backend = open(NodeRole.BACKEND, "chat", failing);
		await().until(() -> distributor.nodes().size() == 1);
		distributor.send(backend.id(), Map.of(), new RequestDone(1, 0));
		distributor.send(backend.id(), Map.of(), new RequestDone(2, 0));
		await().untilAsserted(() -> assertThat(numbers(failing)).containsExactly(2L));
	}

	private void startListening(LinkNode distributor, LinkNode backend) {
		distributor.listen("/chat");
		await().until(() -> namespacesOf(distributor, backend).contains("/chat"));
		await().until(() -> {
			backend.broadcast("/chat", Map.of(), new RequestDone(0, 0));
			return !this.heardByDistributor.messages.isEmpty();
		});
		await().until(() -> backend.statistics().queueBytes() == 0 && backend.statistics().logBytes() == 0);
		this.heardByDistributor.messages.clear();
	}

	private static Set<String> namespacesOf(LinkNode link, LinkNode other) {
		return link.nodes()
			.stream()
			.filter((node) -> node.id().equals(other.id()))
			.findFirst()
			.map(Node::namespaces)
			.orElse(Set.of());
	}

	private static List<Long> numbers(RecordingListener listener) {
		return List.copyOf(listener.messages).stream().map((message) -> ((RequestDone) message).requestId()).toList();
	}

	private static Payload payload() {
		return new Payload(new byte[] { '[', ']' }, List.of());
	}

	private LinkNode open(NodeRole role, String name, RecordingListener listener) {
		return open(role, name, listener, OPTIONS, this.hub.port());
	}

	private LinkNode open(NodeRole role, String name, RecordingListener listener, LinkOptions options,
			MemoryLinkPort port) {
		LinkNode link = new LinkNode(role, name, options, port);
		this.links.add(link);
		link.open(listener);
		return link;
	}

	/** Hears nothing. */
	private static final class Deaf implements LinkPortListener {

		@Override
		public void onFrame(String channel, byte[] frame) {
		}

		@Override
		public void onUp() {
		}

		@Override
		public void onDown(String reason) {
		}

	}

	/**
	 * Can be made to keep the receiving thread.
	 */
	private static final class StickingListener extends RecordingListener {

		private final CountDownLatch released = new CountDownLatch(1);

		private volatile boolean sticking;

		void stick() {
			this.sticking = true;
		}

		void release() {
			this.sticking = false;
			this.released.countDown();
		}

		@Override
		public void onMessage(NodeId sender, Map<String, String> headers, LinkMessage message) {
			super.onMessage(sender, headers, message);
			if (this.sticking) {
				try {
					this.released.await();
				}
				catch (InterruptedException ex) {
					Thread.currentThread().interrupt();
				}
			}
		}

	}

}
