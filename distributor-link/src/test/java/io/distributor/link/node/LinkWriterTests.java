package io.distributor.link.node;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.LongStream;

import io.distributor.link.LinkOptions;
import io.distributor.link.memory.MemoryLinkHub;
import io.distributor.link.message.EventsHandled;
import io.distributor.link.message.LinkMessage;
import io.distributor.link.message.RequestDone;
import io.distributor.link.presence.NodeRole;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Who writes what is sent.
 */
class LinkWriterTests {

	private static final LinkOptions OPTIONS = LinkOptions.DEFAULT.withHeartbeat(Duration.ofMillis(50),
			Duration.ofSeconds(5), Duration.ofMillis(50));

	private final MemoryLinkHub hub = new MemoryLinkHub();

	private final RoomyPort port = new RoomyPort(this.hub.port());

	private final RecordingListener heard = new RecordingListener();

	private final LinkNode sender = new LinkNode(NodeRole.DISTRIBUTOR, "edge", OPTIONS, this.port);

	private final LinkNode receiver = new LinkNode(NodeRole.BACKEND, "chat", OPTIONS, this.hub.port());

	@BeforeEach
	void open() {
		this.sender.open(new RecordingListener());
		this.receiver.open(this.heard);
		await().until(() -> this.sender.nodes().size() == 1);
	}

	@AfterEach
	void close() {
		this.sender.close();
		this.receiver.close();
	}

	@Test
	void whoSendsLittleWritesIt() {
		await().until(() -> {
			send(1);
			return this.port.publishers.contains(Thread.currentThread());
		});
		await().until(() -> !this.heard.messages.isEmpty());
	}

	@Test
	void nobodyButTheWriterWritesWhereItMightWait() {
		this.port.room = false;
		this.port.publishers.clear();
		for (int i = 0; i < 200; i++) {
			send(i);
			pause();
		}
		await().until(() -> this.heard.messages.size() == 200);
		assertThat(this.port.publishers).extracting(Thread::getName).containsOnly("distributor-link-writer");
	}

	@Test
	void oneThreadAtATimeWritesAndTheOrderOfEachStays() throws Exception {
		List<Thread> threads = new ArrayList<>();
		for (int i = 0; i < 4; i++) {
			long first = i * 1_000_000L;
			threads.add(new Thread(() -> sendMany(first)));
		}
		threads.forEach(Thread::start);
		for (Thread thread : threads) {
			thread.join();
		}
		await().until(() -> this.heard.messages.size() == 8_000);
		assertThat(this.port.collisions).hasValue(0);
		for (int i = 0; i < 4; i++) {
			long first = i * 1_000_000L;
			assertThat(numbers()).filteredOn((number) -> number >= first && number < first + 1_000_000)
				.isEqualTo(LongStream.range(first, first + 2_000).boxed().toList());
		}
	}

	@Test
	void whatIsInNoHurryIsSentWithoutCompany() {
		LinkMessage handled = new EventsHandled("/chat", "a", 1, 1);
		this.sender.send(this.receiver.id(), Map.of(), handled);
		await().until(() -> this.heard.messages.contains(handled));
	}

	@Test
	void whatIsInNoHurryKeepsItsPlace() {
		for (int i = 0; i < 50; i++) {
			this.sender.send(this.receiver.id(), Map.of(), new EventsHandled("/chat", "a", 1, i));
			send(i);
		}
		await().until(() -> this.heard.messages.size() == 100);
		for (int i = 0; i < 50; i++) {
			assertThat(this.heard.messages.get(2 * i)).isEqualTo(new EventsHandled("/chat", "a", 1, i));
		}
	}

	/** Now and then pauses, so that others find the link quiet, too. */
	private void sendMany(long first) {
		for (long i = 0; i < 2_000; i++) {
			send(first + i);
			if (i % 20 == 0) {
				pause();
			}
		}
	}

	private static void pause() {
		LockSupport.parkNanos(500_000);
	}

	private void send(long number) {
		this.sender.send(this.receiver.id(), Map.of(), new RequestDone(number, 0));
	}

	private List<Long> numbers() {
		return List.copyOf(this.heard.messages).stream().map((message) -> ((RequestDone) message).requestId()).toList();
	}

}
