package io.distributor.engine.namespace;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import io.distributor.engine.limit.Limit;
import io.distributor.engine.limit.Pace;
import io.distributor.engine.session.CloseReason;
import io.netty.channel.DefaultEventLoop;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests of clients that send too fast, or too slowly.
 */
class SessionPaceTests {

	private static final Pace FAST = new Pace(1_000_000, 1_000_000);

	private long maxIncompleteBytes = 1_000_000;

	private final DefaultEventLoop loop = new DefaultEventLoop();

	private final RecordedConnects connects = RecordedConnects.accepting();

	@AfterEach
	void stop() {
		this.loop.shutdownGracefully(0, 1, TimeUnit.SECONDS);
	}

	@Test
	void readsMoreSlowlyFromASocketThatSendsEventsTooFast() {
		NamespaceServer server = server(Duration.ofSeconds(30), new Pace(20, 5), FAST);
		TestSession session = open(server, "0");
		session.receive(events(5));
		assertThat(session.isPaused()).isFalse();
		session.receive("2[\"e\"]");
		assertThat(session.isPaused()).isTrue();
		assertThat(this.connects.last().heard()).as("nothing is lost").hasSize(6);
		assertThat(server.statistics().reached(Limit.EVENTS)).isOne();
		Awaitility.await().untilAsserted(() -> assertThat(session.isPaused()).isFalse());
		assertThat(session.closeReason()).isNull();
	}

	@Test
	void countsAcknowledgementsAsEvents() {
		TestSession session = open(server(Duration.ofSeconds(30), new Pace(1, 2), FAST), "0");
		session.receive("31[]", "32[]");
		assertThat(session.isPaused()).isFalse();
		session.receive("33[]");
		assertThat(session.isPaused()).isTrue();
	}

	@Test
	void givesEachSocketItsOwnPace() {
		TestSession session = open(server(Duration.ofSeconds(30), new Pace(1, 2), FAST), "0", "0/a,");
		session.receive("2[\"e\"]", "2[\"e\"]", "2/a,[\"e\"]", "2/a,[\"e\"]");
		assertThat(session.isPaused()).isFalse();
	}

	@Test
	void readsMoreSlowlyFromAClientThatComesAndGoes() {
		NamespaceServer server = server(Duration.ofSeconds(30), FAST, new Pace(1, 3));
		TestSession session = open(server, "0/a,", "1/a,", "0/a,", "1/a,", "0/a,", "1/a,");
		assertThat(session.isPaused()).isFalse();
		session.receive("0/a,");
		assertThat(session.isPaused()).isTrue();
		assertThat(server.statistics().reached(Limit.NAMESPACE_CONNECTS)).isOne();
	}

	@Test
	void closesWhenAttachmentsAreNotCompleteInTime() {
		NamespaceServer server = server(Duration.ofMillis(100), FAST, FAST);
		TestSession session = open(server, "0");
		session.receive(twoAttachments());
		session.receive(new byte[] { 1 });
		Awaitility.await().untilAsserted(() -> assertThat(session.closeReason()).isEqualTo(CloseReason.PARSE_ERROR));
		assertThat(server.statistics().reached(Limit.ATTACHMENT_TIME)).isOne();
		assertThat(this.connects.last().heard()).containsExactly("disconnect PARSE_ERROR");
	}

	@Test
	void leavesAClientAloneWhoseAttachmentsCome() {
		TestSession session = open(server(Duration.ofMillis(300), FAST, FAST), "0");
		long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(900);
		while (System.nanoTime() < end) {
			session.receive(twoAttachments());
			session.receive(new byte[] { 1 });
			session.receive(new byte[] { 2 });
			assertThat(session.closeReason()).isNull();
		}
		assertThat(this.connects.last().arguments()).isNotEmpty();
	}

	@Test
	void closesWhoHoldsMostOfWhatIsNotComplete() {
		this.maxIncompleteBytes = 50_000;
		NamespaceServer server = server(Duration.ofSeconds(30), FAST, FAST);
		TestSession small = open(server, "0", twoAttachments());
		TestSession first = open(server, "0", twoAttachments());
		TestSession second = open(server, "0", twoAttachments());
		first.receive(new byte[30_000]);
		small.receive(new byte[10_000]);
		second.receive(new byte[30_000]);
		assertThat(second.closeReason()).isEqualTo(CloseReason.TRANSPORT_ERROR);
		assertThat(server.statistics().reached(Limit.INCOMPLETE)).isOne();
		first.receive(new byte[15_000]);
		small.receive(new byte[6_000]);
		assertThat(first.closeReason()).isNull();
		assertThat(small.closeReason()).isNull();
		TestSession third = open(server, "0", twoAttachments());
		third.receive(new byte[45_000]);
		assertThat(third.closeReason()).isNull();
	}

	@Test
	void countsTheLimitsOfPackets() {
		NamespaceServer server = server(Duration.ofSeconds(30), FAST, FAST);
		open(server, "0", "511-[\"a\"]");
		open(server, "0", "2[\"a\"," + "[".repeat(300) + "]".repeat(300) + "]");
		open(server, "0/" + "n".repeat(600) + ",");
		open(server, "0", "2rubbish");
		assertThat(server.statistics().reached(Limit.ATTACHMENTS)).isOne();
		assertThat(server.statistics().reached(Limit.JSON)).isOne();
		assertThat(server.statistics().reached(Limit.NAMESPACE_LENGTH)).isOne();
		assertThat(server.statistics().malformedPackets()).isEqualTo(4);
	}

	private static String twoAttachments() {
		return "52-[\"a\",{\"_placeholder\":true,\"num\":0},{\"_placeholder\":true,\"num\":1}]";
	}

	private static String[] events(int count) {
		String[] events = new String[count];
		java.util.Arrays.fill(events, "2[\"e\"]");
		return events;
	}

	private NamespaceServer server(Duration attachmentTimeout, Pace events, Pace connects) {
		NamespaceOptions defaults = NamespaceOptions.DEFAULTS;
		return new NamespaceServer(new NamespaceOptions(defaults.connectTimeout(), defaults.maxNamespaces(),
				defaults.maxRooms(), defaults.maxHeldBytes(), attachmentTimeout, this.maxIncompleteBytes, events,
				connects, defaults.decoderLimits()), this.connects);
	}

	private TestSession open(NamespaceServer server, String... texts) {
		TestSession session = TestSession.open(server, this.loop);
		session.receive(texts);
		return session;
	}

}
