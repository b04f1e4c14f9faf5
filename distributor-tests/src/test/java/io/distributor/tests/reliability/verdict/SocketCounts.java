package io.distributor.tests.reliability.verdict;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.distributor.tests.reliability.journal.EntryKind;
import io.distributor.tests.reliability.journal.Journal;
import io.distributor.tests.reliability.load.SocketLog;

/**
 * What became of the sockets.
 *
 * @param connected sockets that were accepted
 * @param disconnected sockets that ended though their client wanted to stay
 * @param endsMissing sockets of whose end no backend instance heard: must be 0
 * @param endsDoubled times that an end was told again
 */
public record SocketCounts(long connected, long disconnected, long endsMissing, long endsDoubled) {

	/**
	 * Counts, after all clients left.
	 * @param logs what the clients saw
	 * @param journals what the backends did
	 * @return the counts
	 */
	public static SocketCounts of(List<SocketLog> logs, List<Journal> journals) {
		Map<String, Integer> ends = new HashMap<>();
		journals.forEach((journal) -> journal.entries(EntryKind.ENDED)
			.forEach((entry) -> ends.merge(entry.subject(), 1, Integer::sum)));
		long missing = logs.stream().filter((log) -> !ends.containsKey(String.valueOf(log.id()))).count();
		long doubled = ends.values().stream().mapToLong((times) -> times - 1L).sum();
		return new SocketCounts(logs.size(), logs.stream().filter(SocketLog::isLost).count(), missing, doubled);
	}

}
