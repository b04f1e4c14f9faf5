package io.distributor.engine.namespace;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import io.netty.channel.DefaultEventLoop;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.distributor.engine.session.OutboundMessage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class NamespaceTests {

	private static final Duration SOON = Duration.ofSeconds(5);

	private final List<CountingLoop> loops = List.of(new CountingLoop(), new CountingLoop(), new CountingLoop());

	private final RecordedConnects connects = RecordedConnects.accepting();

	private final NamespaceServer server = new NamespaceServer(NamespaceOptions.DEFAULTS, this.connects);

	private final Namespace namespace = this.server.namespace("/");

	@AfterEach
	void stop() {
		this.loops.forEach((loop) -> loop.shutdownGracefully(0, 1, TimeUnit.SECONDS));
	}

	@Test
	void broadcastsToAllSocketsOfTheNamespace() {
		List<TestSession> sessions = open(5);
		TestSession other = TestSession.open(this.server, this.loops.get(0));
		other.receive("0/other,");
		this.namespace.broadcast(RoomSelector.ALL, Packets.event("/", "[\"a\"]"));
		assertThat(sessions).allSatisfy((session) -> assertThat(session.lastSent()).isEqualTo("2[\"a\"]"));
		assertThat(other.sent()).hasSize(1);
		assertThat(this.namespace.size()).isEqualTo(5);
	}

	@Test
	void sharesOneEncodedMessage() {
		List<TestSession> sessions = open(4);
		this.namespace.broadcast(RoomSelector.ALL, Packets.event("/", "[\"a\"]"));
		List<OutboundMessage> messages = new ArrayList<>();
		sessions.forEach((session) -> messages.add(session.messages().get(1)));
		assertThat(messages).allSatisfy((message) -> assertThat(message).isSameAs(messages.get(0)));
	}

	@Test
	void hopsOncePerEventLoopThatHasSockets() {
		TestSession first = open(this.loops.get(0));
		TestSession second = open(this.loops.get(0));
		TestSession third = open(this.loops.get(1));
		first.settle();
		third.settle();
		int[] before = this.loops.stream().mapToInt(CountingLoop::tasks).toArray();
		this.namespace.broadcast(RoomSelector.ALL, Packets.event("/", "[\"a\"]"));
		assertThat(this.loops.get(0).tasks() - before[0]).isEqualTo(1);
		assertThat(this.loops.get(1).tasks() - before[1]).isEqualTo(1);
		assertThat(this.loops.get(2).tasks() - before[2]).isZero();
		assertThat(second.sent()).hasSize(2);
	}

	@Test
	void selectsByRoom() {
		List<TestSession> sessions = open(4);
		join(0, "a", "b");
		join(1, "b");
		join(2, "c");
		this.namespace.broadcast(selector(Set.of("a", "b"), Set.of()), Packets.event("/", "[\"to a or b\"]"));
		this.namespace.broadcast(selector(Set.of(), Set.of("b")), Packets.event("/", "[\"not b\"]"));
		this.namespace.broadcast(selector(Set.of("b", "c"), Set.of("a")), Packets.event("/", "[\"b or c, not a\"]"));
		this.namespace.broadcast(selector(Set.of("nobody"), Set.of()), Packets.event("/", "[\"nobody\"]"));
		assertThat(heard(sessions.get(0))).containsExactly("2[\"to a or b\"]");
		assertThat(heard(sessions.get(1))).containsExactly("2[\"to a or b\"]", "2[\"b or c, not a\"]");
		assertThat(heard(sessions.get(2))).containsExactly("2[\"not b\"]", "2[\"b or c, not a\"]");
		assertThat(heard(sessions.get(3))).containsExactly("2[\"not b\"]");
	}

	@Test
	void eachSocketIsInTheRoomOfItsOwnId() {
		List<TestSession> sessions = open(3);
		String id = this.connects.all().get(1).socket().id();
		this.namespace.broadcast(selector(Set.of(id), Set.of()), Packets.event("/", "[\"you\"]"));
		this.namespace.broadcast(selector(Set.of(), Set.of(id)), Packets.event("/", "[\"not you\"]"));
		assertThat(heard(sessions.get(0))).containsExactly("2[\"not you\"]");
		assertThat(heard(sessions.get(1))).containsExactly("2[\"you\"]");
	}

	@Test
	void keepsTheOrderOfTheCallingThread() {
		List<TestSession> sessions = open(3);
		for (int i = 0; i < 200; i++) {
			this.connects.all().get(1).socket().join(List.of("room"));
			this.namespace.broadcast(selector(Set.of("room"), Set.of()), Packets.event("/", "[\"" + i + "\"]"));
			this.connects.all().get(1).socket().leave(List.of("room"));
			this.namespace.broadcast(selector(Set.of("room"), Set.of()), Packets.event("/", "[\"missed\"]"));
		}
		List<String> heard = heard(sessions.get(1));
		assertThat(heard).hasSize(200).endsWith("2[\"199\"]").doesNotContain("2[\"missed\"]");
	}

	@Test
	void keepsTheOrderOfCallbacksAndBroadcasts() {
		List<TestSession> sessions = open(3);
		join(1, "room");
		for (int i = 0; i < 200; i++) {
			this.namespace.forEach(selector(Set.of("room"), Set.of()), (socket) -> socket.join(List.of("next")));
			this.namespace.broadcast(selector(Set.of("next"), Set.of()), Packets.event("/", "[\"" + i + "\"]"));
			this.namespace.forEach(selector(Set.of("next"), Set.of()), (socket) -> socket.leave(List.of("next")));
			this.namespace.broadcast(selector(Set.of("next"), Set.of()), Packets.event("/", "[\"missed\"]"));
		}
		List<String> heard = heard(sessions.get(1));
		assertThat(heard).hasSize(200).endsWith("2[\"199\"]").doesNotContain("2[\"missed\"]");
	}

	@Test
	void aSocketThatLeftIsForgottenByItsRooms() {
		List<TestSession> sessions = open(6);
		for (int i = 0; i < 6; i++) {
			join(i, "room");
		}
		sessions.get(0).receive("1");
		this.connects.all().get(3).socket().leave(List.of("room"));
		sessions.forEach(TestSession::settle);
		this.namespace.broadcast(selector(Set.of("room"), Set.of()), Packets.event("/", "[\"a\"]"));
		assertThat(sessions).extracting((session) -> heard(session).size()).containsExactly(0, 1, 1, 0, 1, 1);
	}

	@Test
	void membersLeaveARoomInAnyOrder() {
		List<TestSession> sessions = new ArrayList<>();
		for (int i = 0; i < 5; i++) {
			sessions.add(open(this.loops.get(0)));
			join(i, "room");
		}
		for (int i : new int[] { 0, 4, 1 }) {
			this.connects.all().get(i).socket().leave(List.of("room"));
		}
		this.namespace.broadcast(selector(Set.of("room"), Set.of()), Packets.event("/", "[\"a\"]"));
		assertThat(sessions).extracting((session) -> heard(session).size()).containsExactly(0, 0, 1, 1, 0);
	}

	@Test
	void sendsToTheRestWhenASessionClosesWithinABroadcast() {
		List<TestSession> sessions = new ArrayList<>();
		for (int i = 0; i < 5; i++) {
			sessions.add(open(this.loops.get(0)));
			join(i, "room");
		}
		sessions.get(2).closeAfter(1);
		this.namespace.broadcast(RoomSelector.ALL, Packets.event("/", "[\"a\"]"));
		this.namespace.broadcast(selector(Set.of("room"), Set.of()), Packets.event("/", "[\"b\"]"));
		assertThat(sessions).extracting((session) -> heard(session).size()).containsExactly(2, 2, 0, 2, 2);
		assertThat(this.connects.all().get(2).heard()).containsExactly("disconnect SLOW_CONSUMER");
		this.connects.all().get(2).socket().send(Packets.event("/", "[\"c\"]"));
		sessions.get(2).settle();
		assertThat(this.server.statistics().droppedGone()).isPositive();
	}

	@Test
	void callsBackOnTheEventLoopOfEachSocket() {
		open(6);
		join(4, "room");
		ConcurrentLinkedQueue<String> visited = new ConcurrentLinkedQueue<>();
		assertThat(this.namespace.forEach(selector(Set.of(), Set.of("room")), (socket) -> {
			assertThat(socket.executor().inEventLoop()).isTrue();
			visited.add(socket.id());
			socket.join(List.of("visited"));
			socket.disconnect(false);
		})).succeedsWithin(Duration.ofSeconds(5));
		assertThat(visited).hasSize(5).doesNotContain(this.connects.all().get(4).socket().id());
		assertThat(this.namespace.forEach(RoomSelector.ALL, (socket) -> visited.add("left")))
			.succeedsWithin(Duration.ofSeconds(5));
		assertThat(this.namespace.size()).isEqualTo(1);
	}

	@Test
	void tellsWhenACallbackFailed() {
		open(2);
		assertThat(this.namespace.forEach(RoomSelector.ALL, (socket) -> {
			throw new IllegalStateException("expected by this test");
		})).failsWithin(Duration.ofSeconds(5)).withThrowableThat().havingCause().withMessage("expected by this test");
	}

	@Test
	void completesWithoutSocketsAndOnStoppedLoops() throws Exception {
		assertThat(this.namespace.forEach(RoomSelector.ALL, (socket) -> {
		})).isCompleted();
		open(3);
		for (CountingLoop loop : this.loops) {
			loop.shutdownGracefully(0, 5, TimeUnit.SECONDS).sync();
		}
		this.namespace.broadcast(RoomSelector.ALL, Packets.event("/", "[\"a\"]"));
		assertThat(this.namespace.forEach(RoomSelector.ALL, (socket) -> {
		})).isCompleted();
	}

	@Test
	void boundsTheRoomsOfASocket() throws Exception {
		NamespaceServer narrow = new NamespaceServer(options(Duration.ofSeconds(45), 64, 2, 10), this.connects);
		TestSession.open(narrow, this.loops.get(0)).receive("0");
		ClientSocket socket = this.connects.last().socket();
		socket.join(List.of("a", "b", "c"));
		assertThat(this.loops.get(0).submit(socket::rooms).get()).containsExactlyInAnyOrder("a", "b", socket.id());
		assertThat(narrow.statistics().roomsRefused()).isEqualTo(1);
	}

	@Test
	void saysWhichRoomsASocketJoinedAndLeft() throws Exception {
		open(1);
		ClientSocket socket = this.connects.all().get(0).socket();
		join(0, "a");
		List<List<String>> changes = socket.executor()
			.submit(() -> List.of(socket.joinNow(List.of("a", "b", socket.id(), "b")),
					socket.leaveNow(List.of("a", "c", socket.id()))))
			.get();
		assertThat(changes).containsExactly(List.of("b"), List.of("a"));
		assertThat(socket.executor().submit(socket::rooms).get()).containsExactlyInAnyOrder(socket.id(), "b");
	}

	@Test
	void countsSocketsAndRooms() {
		open(4);
		join(0, "a", "b");
		join(1, "b");
		join(2, "b");
		assertThat(this.namespace.count(RoomSelector.ALL)).succeedsWithin(SOON).isEqualTo(4);
		assertThat(this.namespace.count(selector(Set.of("a", "b"), Set.of()))).succeedsWithin(SOON).isEqualTo(3);
		assertThat(this.namespace.count(selector(Set.of("b"), Set.of("a")))).succeedsWithin(SOON).isEqualTo(2);
		assertThat(this.namespace.count(selector(Set.of("c"), Set.of()))).succeedsWithin(SOON).isEqualTo(0);
		Map<String, Integer> rooms = new ConcurrentHashMap<>();
		assertThat(this.namespace.forEachRoom((room, sockets) -> rooms.merge(room, sockets, Integer::sum)))
			.succeedsWithin(SOON);
		assertThat(rooms).isEqualTo(Map.of("a", 1, "b", 3));
	}

	@Test
	void selectsAHiddenRoomAndKeepsItOutOfSight() throws Exception {
		List<TestSession> sessions = open(2);
		ClientSocket socket = this.connects.all().get(0).socket();
		String[] names = IntStream.range(0, NamespaceOptions.DEFAULTS.maxRooms())
			.mapToObj((i) -> "r" + i)
			.toArray(String[]::new);
		socket.executor().submit(() -> socket.joinHidden("\u0000h")).get();
		join(0, names);
		join(0, "\u0000other");
		socket.leave(List.of("\u0000h"));
		this.namespace.broadcast(selector(Set.of("\u0000h"), Set.of()), Packets.event("/", "[\"hidden\"]"));
		this.namespace.broadcast(selector(Set.of("\u0000other"), Set.of()), Packets.event("/", "[\"other\"]"));
		assertThat(heard(sessions.get(0))).containsExactly("2[\"hidden\"]");
		assertThat(heard(sessions.get(1))).isEmpty();
		List<String> rooms = new CopyOnWriteArrayList<>();
		assertThat(this.namespace.forEachRoom((room, sockets) -> rooms.add(room))).succeedsWithin(SOON);
		assertThat(rooms).containsExactlyInAnyOrder(names);
		assertThat(socket.executor().submit(socket::rooms).get()).hasSize(names.length + 1).doesNotContain("\u0000h");
		assertThat(this.server.statistics().roomsRefused()).isZero();
		assertThatIllegalArgumentException().isThrownBy(() -> socket.joinHidden("seen"))
			.withMessage("room: seen (expected: a name that begins with NUL)");
	}

	@Test
	void aNamespaceOutlivesItsSockets() {
		TestSession session = open(this.loops.get(0));
		session.receive("1");
		session.settle();
		session.receive("0");
		this.namespace.broadcast(RoomSelector.ALL, Packets.event("/", "[\"a\"]"));
		assertThat(session.lastSent()).isEqualTo("2[\"a\"]");
	}

	private void join(int socket, String... rooms) {
		this.connects.all().get(socket).socket().join(List.of(rooms));
	}

	private static RoomSelector selector(Set<String> rooms, Set<String> except) {
		return new RoomSelector(rooms, except);
	}

	private List<TestSession> open(int count) {
		List<TestSession> sessions = new ArrayList<>();
		for (int i = 0; i < count; i++) {
			sessions.add(open(this.loops.get(i % this.loops.size())));
		}
		return sessions;
	}

	private TestSession open(CountingLoop loop) {
		TestSession session = TestSession.open(this.server, loop);
		session.receive("0");
		session.settle();
		return session;
	}

	private static List<String> heard(TestSession session) {
		return session.sent().stream().filter((text) -> text.startsWith("2")).toList();
	}

	private static final class CountingLoop extends DefaultEventLoop {

		private final AtomicInteger tasks = new AtomicInteger();

		int tasks() {
			return this.tasks.get();
		}

		@Override
		public void execute(Runnable task) {
			this.tasks.incrementAndGet();
			super.execute(task);
		}

	}

	private static NamespaceOptions options(Duration connectTimeout, int maxNamespaces, int maxRooms,
			long maxHeldBytes) {
		NamespaceOptions defaults = NamespaceOptions.DEFAULTS;
		return new NamespaceOptions(connectTimeout, maxNamespaces, maxRooms, maxHeldBytes, defaults.attachmentTimeout(),
				defaults.maxIncompleteBytes(), defaults.events(), defaults.connects(), defaults.decoderLimits());
	}

}
