package io.distributor.tests.reliability.verdict;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.distributor.tests.reliability.load.SocketLog;

/**
 * What became of the events that clients sent.
 *
 * @param sent events sent
 * @param handled events handled at least once
 * @param redelivered handlings beyond the first of an event, where all but one are
 * marked: after a kill, a hang or a cut
 * @param doubled handlings beyond the first that are not marked: must be 0
 * @param lost events of clients that stayed connected, never handled: must be 0; those
 * that were answered count for disconnected clients too
 * @param reordered events handled first when a later one had been, or again by the same
 * instance after a later one: must be 0
 * @param cutOff events of disconnected clients, never handled: they went with the
 * connection
 * @param unanswered events of clients that stayed connected, never answered: must be 0
 * @param answeredTwice answers beyond the first: must be 0
 */
public record EventCounts(long sent, long handled, long redelivered, long doubled, long lost, long reordered,
		long cutOff, long unanswered, long answeredTwice) {

	private static final EventCounts NONE = new EventCounts(0, 0, 0, 0, 0, 0, 0, 0, 0);

	/**
	 * Counts.
	 * @param logs what the clients saw
	 * @param handlings what the backends did
	 * @return the counts
	 */
	public static EventCounts of(List<SocketLog> logs, Handlings handlings) {
		return logs.stream().map((log) -> of(log, handlings.of(log))).reduce(NONE, EventCounts::plus);
	}

	private static EventCounts of(SocketLog log, List<Handling> handlings) {
		Map<Integer, Integer> unmarked = new HashMap<>();
		Set<Integer> handled = new HashSet<>();
		for (Handling handling : handlings) {
			handled.add(handling.number());
			unmarked.merge(handling.number(), handling.redelivered() ? 0 : 1, Integer::sum);
		}
		long doubled = unmarked.values().stream().filter((times) -> times > 1).mapToLong((times) -> times - 1L).sum();
		long missing = 0;
		long missingThoughAnswered = 0;
		for (int number = 1; number <= log.sent(); number++) {
			if (!handled.contains(number)) {
				missing++;
				missingThoughAnswered += (log.answeredAt(number) > 0) ? 1 : 0;
			}
		}
		long lost = log.isLost() ? missingThoughAnswered : missing;
		return new EventCounts(log.sent(), handled.size(), handlings.size() - handled.size() - doubled, doubled, lost,
				reordered(handlings), missing - lost, log.isLost() ? 0 : log.unanswered(), log.answeredTwice());
	}

	private static long reordered(List<Handling> handlings) {
		Map<String, Integer> lastOfInstance = new HashMap<>();
		Set<Integer> seen = new HashSet<>();
		int highest = 0;
		long reordered = 0;
		for (Handling handling : handlings) {
			boolean first = seen.add(handling.number());
			boolean late = first && handling.number() < highest;
			Integer last = lastOfInstance.put(handling.instance(), handling.number());
			reordered += (late || last != null && last > handling.number()) ? 1 : 0;
			highest = Math.max(highest, handling.number());
		}
		return reordered;
	}

	private EventCounts plus(EventCounts other) {
		return new EventCounts(this.sent + other.sent, this.handled + other.handled,
				this.redelivered + other.redelivered, this.doubled + other.doubled, this.lost + other.lost,
				this.reordered + other.reordered, this.cutOff + other.cutOff, this.unanswered + other.unanswered,
				this.answeredTwice + other.answeredTwice);
	}

}
