package io.distributor.tests.reliability.verdict;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import io.distributor.tests.reliability.journal.EntryKind;
import io.distributor.tests.reliability.journal.Journal;
import io.distributor.tests.reliability.journal.JournalEntry;
import io.distributor.tests.reliability.load.News;
import io.distributor.tests.reliability.load.SocketLog;
import io.distributor.tests.reliability.verdict.Fault.Permits;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests for {@link Verdict}: it sees what it is there for.
 */
class VerdictTests {

	private static final String SOCKET = "abc";

	private final SocketLog log = new SocketLog(0, 8001);

	private final List<JournalEntry> first = new ArrayList<>();

	private final List<JournalEntry> second = new ArrayList<>();

	private final List<Fault> faults = new ArrayList<>();

	private Verdict verdict() {
		return Verdict.of("test", List.of(this.log),
				List.of(new Journal("first", this.first), new Journal("second", this.second)), this.faults);
	}

	private EventCounts events() {
		return verdict().events();
	}

	private BroadcastCounts broadcasts() {
		return verdict().broadcasts();
	}

	private void send(int events) {
		this.log.connected(SOCKET);
		for (int i = 0; i < events; i++) {
			this.log.answered(this.log.nextEvent());
		}
	}

	private static JournalEntry handled(long micros, int number, String text) {
		return new JournalEntry(EntryKind.HANDLED, micros, SOCKET, number, text);
	}

	private static JournalEntry broadcast(int number) {
		return new JournalEntry(EntryKind.BROADCAST, Long.MAX_VALUE, "room", number, "");
	}

	@Test
	void findsNothingWrongWhereNothingIs() {
		send(2);
		this.first.add(handled(10, 1, ""));
		this.second.add(handled(20, 2, ""));
		this.first.add(new JournalEntry(EntryKind.ENDED, 30, SOCKET, 0, "transport close"));
		assertThat(events()).isEqualTo(new EventCounts(2, 2, 0, 0, 0, 0, 0, 0, 0));
		assertThat(verdict().sockets()).isEqualTo(new SocketCounts(1, 0, 0, 0));
	}

	@Test
	void seesALostEvent() {
		send(2);
		this.first.add(handled(10, 2, ""));
		assertThat(events().lost()).isOne();
	}

	@Test
	void seesALostEventOfADisconnectedClientOnlyIfItWasAnswered() {
		send(1);
		this.log.nextEvent();
		this.log.end();
		assertThat(events().lost()).isOne();
		assertThat(events().cutOff()).isOne();
	}

	@Test
	void seesADoubledEventUnlessItIsMarked() {
		send(2);
		this.first.add(handled(10, 1, ""));
		this.first.add(handled(20, 2, ""));
		this.second.add(handled(30, 1, EntryKind.REDELIVERED));
		this.second.add(handled(40, 2, ""));
		assertThat(events().doubled()).isOne();
		assertThat(events().redelivered()).isOne();
	}

	@Test
	void seesAReorderedEventAcrossInstances() {
		send(2);
		this.first.add(handled(20, 1, ""));
		this.second.add(handled(10, 2, ""));
		assertThat(events().reordered()).isOne();
	}

	@Test
	void seesAMissingAndADoubledAnswer() {
		send(1);
		this.log.nextEvent();
		this.log.answered(1);
		assertThat(events().unanswered()).isOne();
		assertThat(events().answeredTwice()).isOne();
	}

	@Test
	void seesMissingDoubledAndReorderedBroadcasts() {
		send(1);
		for (int i = 1; i <= 4; i++) {
			this.first.add(broadcast(i));
		}
		for (int number : new int[] { 3, 2, 2 }) {
			this.log.heard(new News("first", "room", number));
		}
		assertThat(broadcasts()).isEqualTo(new BroadcastCounts(4, 3, 2, 1, 1));
		fault(Permits.LOSS_OF_THE_END);
		assertThat(broadcasts().missing()).isOne();
		fault(Permits.LOSS);
		assertThat(broadcasts().missing()).isZero();
	}

	private void fault(Permits permits) {
		this.faults.add(new Fault("kill", 15, 15, Set.of("first"), permits));
	}

	@Test
	void seesEndsThatAreMissingOrDoubled() {
		send(1);
		assertThat(verdict().sockets().endsMissing()).isOne();
		this.first.add(new JournalEntry(EntryKind.ENDED, 30, SOCKET, 0, "transport close"));
		this.second.add(new JournalEntry(EntryKind.ENDED, 40, SOCKET, 0, "transport close"));
		assertThat(verdict().sockets()).isEqualTo(new SocketCounts(1, 0, 0, 1));
	}

	@Test
	void measuresTheTimeToTheFirstEventAtTheNewHome() {
		send(3);
		this.first.add(handled(10_000, 1, ""));
		this.second.add(handled(115_000, 2, ""));
		this.second.add(handled(120_000, 3, ""));
		this.faults.add(new Fault("kill", 15_000, 15_000, Set.of("first"), Permits.LOSS_OF_THE_END));
		assertThat(verdict().recoveries()).singleElement()
			.satisfies((recovery) -> assertThat(recovery.millis()).containsExactly(100L));
	}

	@Test
	void measuresTheTimeToTheEndOfAnOutage() {
		send(1);
		this.log.nextEvent();
		long over = this.log.sentAt(2) + 1;
		this.faults.add(new Fault("away", over - 1_000_000, over, Set.of(), Permits.NO_LOSS));
		this.log.answered(2);
		assertThat(verdict().recoveries()).singleElement()
			.satisfies((recovery) -> assertThat(recovery.millis())
				.containsExactly(Math.max(0, this.log.answeredAt(2) - over) / 1000));
	}

	@Test
	void measuresTheTimeToTheFirstAnswerOnANewConnection() {
		send(1);
		long now = JournalEntry.now();
		this.log.end();
		await().until(() -> JournalEntry.now() > this.log.lostAt());
		SocketLog next = new SocketLog(0, 8002);
		next.connected("def");
		next.answered(next.nextEvent());
		Fault fault = new Fault("kill", now, now, Set.of(), Permits.NO_LOSS);
		assertThat(Recovery.of(fault, List.of(this.log, next), new Handlings(List.of())).millis())
			.containsExactly((next.answeredAt(1) - now) / 1000);
	}

	@Test
	void saysWhatBackendsComplainOf() {
		this.first.add(new JournalEntry(EntryKind.WRONG, 30, SOCKET, 7, "kept 1"));
		assertThat(verdict().complaints()).containsExactly("first, socket abc, event 7: kept 1");
	}

}
