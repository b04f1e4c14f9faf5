package io.distributor.backend.remote;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import io.distributor.backend.statistics.BackendCounters;
import io.distributor.link.Link;
import io.distributor.link.LinkListener;
import io.distributor.link.LinkOverloadedException;
import io.distributor.link.message.AcceptSocket;
import io.distributor.link.message.BackendMessage;
import io.distributor.link.message.EventAnswer;
import io.distributor.link.message.EventsHandled;
import io.distributor.link.message.LinkMessage;
import io.distributor.link.message.Payload;
import io.distributor.link.presence.Node;
import io.distributor.link.presence.NodeId;
import io.distributor.link.presence.NodeRole;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

class OutboxTests {

	private static final NodeId EDGE = new NodeId("edge-1");

	private static final NodeId OTHER = new NodeId("edge-2");

	private static final AcceptSocket MESSAGE = new AcceptSocket("/chat", "a", 1);

	private final FullLink link = new FullLink();

	private final Distributors distributors = new Distributors();

	private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();

	private final BackendCounters counters = new BackendCounters();

	private final Outbox outbox = new Outbox(this.link, this.distributors, Runnable::run, this.timer, this.counters);

	@BeforeEach
	void addDistributor() {
		this.distributors.add(new Node(EDGE, NodeRole.DISTRIBUTOR, "edge", Set.of(), false));
	}

	@AfterEach
	void stop() {
		this.timer.shutdownNow();
	}

	@Test
	void tellsTheApplicationThatTheLinkIsFull() {
		this.link.refusals.set(2);
		assertThatExceptionOfType(LinkOverloadedException.class).isThrownBy(() -> this.outbox.send(EDGE, MESSAGE));
		assertThatExceptionOfType(LinkOverloadedException.class)
			.isThrownBy(() -> this.outbox.broadcast("/chat", MESSAGE));
		assertThat(this.counters.linkOverloads()).isEqualTo(2);
		assertThat(this.link.sent).isEmpty();
	}

	@Test
	void reportsLaterWhatAFullLinkDoesNotTake() {
		this.link.refusals.set(3);
		this.outbox.report(EDGE, MESSAGE);
		assertThat(this.link.sent).isEmpty();
		await().untilAsserted(() -> assertThat(this.link.sent).containsExactly(MESSAGE));
	}

	@Test
	void keepsReportsInOrderWhenTheLinkIsFull() {
		this.link.refusals.set(4);
		List<LinkMessage> reports = IntStream.rangeClosed(1, 50)
			.mapToObj((number) -> (LinkMessage) new EventsHandled("/chat", "a", 1, number))
			.toList();
		reports.forEach((report) -> this.outbox.report(EDGE, (BackendMessage) report));
		this.distributors.add(new Node(OTHER, NodeRole.DISTRIBUTOR, "other", Set.of(), false));
		this.outbox.report(OTHER, MESSAGE);
		await().untilAsserted(() -> assertThat(this.link.sent).hasSize(51));
		assertThat(this.link.sent).filteredOn(EventsHandled.class::isInstance).isEqualTo(reports);
		await().until(this.outbox::isAllReported);
		assertThat(this.counters.reportBytesHeld()).isZero();
	}

	@Test
	void keepsReportsInOrderWhileTheyAreSentAgain() throws Exception {
		List<LinkMessage> reports = new ArrayList<>();
		for (int round = 0; round < 20; round++) {
			this.link.refusals.set(1);
			// Until some were sent again: those behind meet the ones that are under way.
			while (reports.isEmpty() || this.link.refusals.get() > 0 || !this.outbox.isAllReported()) {
				LinkMessage report = new EventsHandled("/chat", "a", 1, reports.size());
				reports.add(report);
				this.outbox.report(EDGE, (BackendMessage) report);
				TimeUnit.MICROSECONDS.sleep(100);
			}
		}
		await().until(() -> this.link.sent.size() == reports.size());
		assertThat(this.link.sent).isEqualTo(reports);
	}

	@Test
	void makesEventsWaitWhenTooMuchIsHeld() {
		this.link.refusals.set(Integer.MAX_VALUE);
		EventAnswer large = new EventAnswer("/chat", "a", 1, 1,
				new Payload(new byte[16 * 1024 * 1024], List.of(new byte[10])));
		this.outbox.report(EDGE, large);
		assertThat(this.outbox.whenRoom()).isNull();
		this.outbox.report(EDGE, large);
		CompletionStage<Void> room = this.outbox.whenRoom();
		assertThat(room).isNotNull().isNotCompleted();
		assertThat(this.counters.reportBytesHeld()).isGreaterThan(32 * 1024 * 1024);
		this.outbox.report(EDGE, MESSAGE);
		this.link.refusals.set(0);
		assertThat(room).succeedsWithin(Duration.ofSeconds(5));
		await().untilAsserted(() -> assertThat(this.link.sent).containsExactly(large, large, MESSAGE));
		assertThat(this.outbox.whenRoom()).isNull();
	}

	@Test
	void forgetsWhatIsHeldForADistributorThatIsGone() {
		this.link.refusals.set(Integer.MAX_VALUE);
		this.outbox.report(EDGE, MESSAGE);
		assertThat(this.outbox.isAllReported()).isFalse();
		this.outbox.onGone(EDGE);
		assertThat(this.outbox.isAllReported()).isTrue();
		this.link.refusals.set(0);
		EventsHandled later = new EventsHandled("/chat", "a", 1, 1);
		this.outbox.report(EDGE, later);
		assertThat(this.link.sent).containsExactly(later);
	}

	@Test
	void reportsNothingToADistributorThatIsGone() {
		this.link.refusals.set(Integer.MAX_VALUE);
		this.outbox.report(EDGE, MESSAGE);
		this.distributors.remove(EDGE);
		this.link.refusals.set(0);
		this.outbox.report(EDGE, MESSAGE);
		this.outbox.send(EDGE, MESSAGE);
		assertThat(this.link.sent).isEmpty();
	}

	/** A link that refuses as often as it is told, then takes everything. */
	private static final class FullLink implements Link {

		private final AtomicInteger refusals = new AtomicInteger();

		private final List<LinkMessage> sent = new CopyOnWriteArrayList<>();

		@Override
		public NodeId id() {
			return new NodeId("backend-1");
		}

		@Override
		public void open(LinkListener listener) {
		}

		@Override
		public void send(NodeId receiver, Map<String, String> headers, LinkMessage message) {
			if (this.refusals.getAndUpdate((left) -> Math.max(0, left - 1)) > 0) {
				throw new LinkOverloadedException("full");
			}
			this.sent.add(message);
		}

		@Override
		public void broadcast(String namespace, Map<String, String> headers, LinkMessage message) {
			send(id(), headers, message);
		}

		@Override
		public void listen(String namespace) {
		}

		@Override
		public void unlisten(String namespace) {
		}

		@Override
		public void announce(Set<String> namespaces, boolean draining) {
		}

		@Override
		public Collection<Node> nodes() {
			return List.of();
		}

		@Override
		public boolean isUp() {
			return true;
		}

		@Override
		public void close() {
		}

	}

}
