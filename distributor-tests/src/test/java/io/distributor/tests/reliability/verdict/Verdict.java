package io.distributor.tests.reliability.verdict;

import java.util.List;
import java.util.stream.Stream;

import io.distributor.tests.reliability.journal.EntryKind;
import io.distributor.tests.reliability.journal.Journal;
import io.distributor.tests.reliability.load.SocketLog;

/**
 * What a run showed.
 *
 * @param run name of the run
 * @param events what became of the events
 * @param broadcasts what became of the broadcasts
 * @param sockets what became of the sockets
 * @param complaints what backends found wrong with rooms and data of sockets: must be
 * empty
 * @param longestWait longest time between an event and its answer, in milliseconds
 * @param recoveries how long each fault was felt
 */
public record Verdict(String run, EventCounts events, BroadcastCounts broadcasts, SocketCounts sockets,
		List<String> complaints, long longestWait, List<Recovery> recoveries) {

	/**
	 * Judges a run, after all clients left.
	 * @param run name of the run
	 * @param logs what the clients saw
	 * @param journals what the backends did
	 * @param faults what was done to the fleet
	 * @return the verdict
	 */
	public static Verdict of(String run, List<SocketLog> logs, List<Journal> journals, List<Fault> faults) {
		Handlings handlings = new Handlings(journals);
		return new Verdict(run, EventCounts.of(logs, handlings), BroadcastCounts.of(logs, journals, faults),
				SocketCounts.of(logs, journals), journals.stream().flatMap(Verdict::complaints).toList(),
				logs.stream().mapToLong(Verdict::longestWait).max().orElse(0),
				faults.stream().map((fault) -> Recovery.of(fault, logs, handlings)).toList());
	}

	private static Stream<String> complaints(Journal journal) {
		return journal.entries(EntryKind.WRONG)
			.map((entry) -> "%s, socket %s, event %d: %s".formatted(journal.instance(), entry.subject(), entry.number(),
					entry.text()));
	}

	private static long longestWait(SocketLog log) {
		long longest = 0;
		for (int number = 1; number <= log.sent(); number++) {
			longest = Math.max(longest, log.answeredAt(number) - log.sentAt(number));
		}
		return longest / 1000;
	}

	/**
	 * Says everything.
	 * @return some lines for people
	 */
	public String text() {
		StringBuilder text = new StringBuilder();
		text.append("%n== %s%n%s%n%s%n%s%nlongest wait of a client: %d ms%n".formatted(this.run, this.events,
				this.broadcasts, this.sockets, this.longestWait));
		this.complaints.forEach((complaint) -> text.append(complaint).append('\n'));
		for (Recovery recovery : this.recoveries) {
			text.append("%s: %d sockets, median %d ms, worst %d ms, longest wait then %d ms%n".formatted(
					recovery.fault().what(), recovery.millis().size(), recovery.median(), recovery.worst(),
					recovery.longestWait()));
		}
		return text.toString();
	}

}
