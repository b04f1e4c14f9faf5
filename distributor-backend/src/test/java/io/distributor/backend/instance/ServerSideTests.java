package io.distributor.backend.instance;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import io.distributor.backend.BackendOverloadedException;
import io.distributor.backend.Namespace;
import io.distributor.backend.ServerSideAnswers;
import io.distributor.backend.statistics.HandlerObserver;
import io.distributor.link.LinkOptions;
import io.distributor.link.memory.MemoryLinkHub;
import io.distributor.link.node.LinkNode;
import io.distributor.link.presence.NodeRole;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

/**
 * Instances of one backend talk with each other.
 */
class ServerSideTests {

	private static final LinkOptions LINK = LinkOptions.DEFAULT.withHeartbeat(Duration.ofMillis(50),
			Duration.ofSeconds(2), Duration.ofMillis(20));

	private static final Duration SOON = Duration.ofSeconds(5);

	private final MemoryLinkHub hub = new MemoryLinkHub();

	private final ExecutorService executor = Executors.newCachedThreadPool();

	private final List<String> heard = new CopyOnWriteArrayList<>();

	private final Instance one = new Instance("one", "/chat");

	private final Instance two = new Instance("two", "/chat");

	private final Instance three = new Instance("three", "/chat");

	private final Instance other = new Instance("other", "/other");

	@BeforeEach
	void start() {
		List<Instance> all = List.of(this.one, this.two, this.three, this.other);
		all.forEach((instance) -> instance.backend.start());
		for (Instance instance : all) {
			await().until(
					() -> instance.link.nodes().stream().filter((node) -> !node.namespaces().isEmpty()).count() == 3);
		}
	}

	@AfterEach
	void stop() {
		List.of(this.one, this.two, this.three, this.other).forEach((instance) -> instance.backend.stop());
		this.executor.shutdownNow();
	}

	@Test
	void reachesTheOtherInstancesOfTheNamespaceInOrder() {
		for (Instance instance : List.of(this.one, this.two, this.three, this.other)) {
			instance.io().onServerSide("reload", (event) -> {
				this.heard.add(instance.name + " " + event.arguments().get(0, int.class));
				return null;
			});
		}
		IntStream.range(0, 50).forEach((i) -> this.one.io().serverSideEmit("reload", i));
		await().until(() -> this.heard.size() == 100);
		assertThat(this.heard.stream().filter((line) -> line.startsWith("two ")).toList())
			.isEqualTo(IntStream.range(0, 50).mapToObj((i) -> "two " + i).toList());
		assertThat(this.heard.stream().filter((line) -> line.startsWith("three "))).hasSize(50);
	}

	@Test
	void givesTheAnswersOfEachInstance() {
		this.two.io()
			.onServerSide("sum", (event) -> event.arguments().get(0, int.class) + event.arguments().get(1, int.class));
		this.three.io().onServerSide("sum", (event) -> CompletableFuture.supplyAsync(() -> event.sender()));
		CompletableFuture<ServerSideAnswers> answers = this.one.io()
			.serverSideEmitWithAck("sum", 1, 2)
			.toCompletableFuture();
		assertThat(answers).succeedsWithin(SOON).satisfies((received) -> {
			assertThat(received.isComplete()).isTrue();
			assertThat(received.answers()).containsOnlyKeys(this.two.description(), this.three.description());
			assertThat(received.answers().get(this.two.description()).get(0, int.class)).isEqualTo(3);
			assertThat(received.answers().get(this.three.description()).get(0, String.class))
				.isEqualTo(this.one.description());
		});
		assertThat(this.one.backend.statistics().requestsPending()).isZero();
		assertThat(this.one.backend.statistics().answerBytesHeld()).isZero();
	}

	@Test
	void carriesBinaryBothWays() {
		this.two.io().onServerSide("bytes", (event) -> event.arguments().get(0, byte[].class));
		assertThat(this.one.io().serverSideEmitWithAck("bytes", new byte[] { 1, 2 })).succeedsWithin(SOON)
			.satisfies((received) -> assertThat(received.answers().get(this.two.description()).get(0, byte[].class))
				.containsExactly(1, 2));
	}

	@Test
	void namesInstancesWithoutAnAnswerAtOnce() {
		this.two.io().onServerSide("ask", (event) -> {
			throw new IllegalStateException("no");
		});
		assertThat(this.one.io().serverSideEmitWithAck(Duration.ofMinutes(1), "ask")).succeedsWithin(SOON)
			.satisfies((received) -> {
				assertThat(received.answers()).isEmpty();
				assertThat(received.silentInstances()).containsExactlyInAnyOrder(this.two.description(),
						this.three.description());
			});
	}

	@Test
	void namesInstancesThatAreTooSlowOrGone() {
		CompletableFuture<String> never = new CompletableFuture<>();
		this.two.io().onServerSide("ask", (event) -> never);
		this.three.io().onServerSide("ask", (event) -> never);
		assertThat(this.one.io().serverSideEmitWithAck(Duration.ofMillis(200), "ask")).succeedsWithin(SOON)
			.satisfies((received) -> assertThat(received.silentInstances())
				.containsExactlyInAnyOrder(this.two.description(), this.three.description()));
		this.two.io().onServerSide("ask again", (event) -> never);
		this.three.io().onServerSide("ask again", (event) -> "yes");
		CompletableFuture<ServerSideAnswers> answers = this.one.io()
			.serverSideEmitWithAck(Duration.ofMinutes(1), "ask again")
			.toCompletableFuture();
		String gone = this.two.description();
		this.two.backend.stop();
		assertThat(answers).succeedsWithin(SOON).satisfies((received) -> {
			assertThat(received.answers()).containsOnlyKeys(this.three.description());
			assertThat(received.silentInstances()).containsExactly(gone);
		});
	}

	@Test
	void completesAtOnceWithoutOtherInstances() {
		assertThat(this.other.io().serverSideEmitWithAck("ask")).succeedsWithin(SOON)
			.isEqualTo(new ServerSideAnswers(Map.of(), Set.of()));
	}

	@Test
	void dropsEventsBeyondThoseThatMayWait() {
		CountDownLatch begun = new CountDownLatch(1);
		CountDownLatch busy = new CountDownLatch(1);
		this.two.io().onServerSide("work", (event) -> {
			begun.countDown();
			busy.await();
			return "done";
		});
		this.three.io().onServerSide("work", (event) -> "done");
		this.one.io().serverSideEmit("work");
		await().until(() -> begun.getCount() == 0);
		for (int i = 0; i < 101; i++) {
			this.one.io().serverSideEmit("work");
		}
		await().until(() -> this.two.backend.statistics().serverSideDropped() == 1);
		CompletableFuture<ServerSideAnswers> dropped = this.one.io()
			.serverSideEmitWithAck(Duration.ofMinutes(1), "work")
			.toCompletableFuture();
		await().until(() -> this.two.backend.statistics().serverSideDropped() == 2);
		busy.countDown();
		assertThat(dropped).succeedsWithin(SOON)
			.satisfies((received) -> assertThat(received.silentInstances()).containsExactly(this.two.description()));
		await().untilAsserted(() -> assertThat(this.one.io().serverSideEmitWithAck("work")).succeedsWithin(SOON)
			.satisfies((received) -> assertThat(received.isComplete()).isTrue()));
	}

	@Test
	void boundsTheRequests() {
		this.two.io().onServerSide("ask", (event) -> new CompletableFuture<>());
		for (int i = 0; i < 8; i++) {
			this.one.io().serverSideEmitWithAck("ask");
		}
		assertThat(this.one.io().serverSideEmitWithAck("ask")).failsWithin(SOON)
			.withThrowableThat()
			.havingCause()
			.isInstanceOf(BackendOverloadedException.class);
	}

	@Test
	void wantsNamesThatAreFreeAndATimeoutLongerThanZero() {
		Namespace io = this.one.io();
		io.onServerSide("a", (event) -> null);
		assertThatIllegalArgumentException().isThrownBy(() -> io.onServerSide("a", (event) -> null))
			.withMessage("event between instances: a (expected: one that has no handler yet)");
		assertThatIllegalArgumentException().isThrownBy(() -> io.onServerSide("connect", (event) -> null));
		assertThatIllegalArgumentException().isThrownBy(() -> io.serverSideEmit("disconnect"));
		assertThatIllegalArgumentException().isThrownBy(() -> io.serverSideEmitWithAck(Duration.ZERO, "a"))
			.withMessage("timeout: PT0S (expected: > 0)");
	}

	private final class Instance {

		private final String name;

		private final LinkNode link;

		private final Backend backend;

		private Instance(String name, String namespace) {
			this.name = name;
			this.link = new LinkNode(NodeRole.BACKEND, name, LINK, ServerSideTests.this.hub.port());
			this.backend = new Backend(BackendOptions.builder(namespace)
				.maxRequests(8)
				.maxQueuedEvents(100)
				.requestTimeout(Duration.ofSeconds(30))
				.build(), JsonMapper.shared(), ServerSideTests.this.executor, this.link, HandlerObserver.NONE);
		}

		private Namespace io() {
			return this.backend.io();
		}

		private String description() {
			return this.name + " (" + this.link.id() + ")";
		}

	}

}
