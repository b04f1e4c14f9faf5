package io.distributor.tests.reliability.verdict;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import io.distributor.tests.reliability.journal.EntryKind;
import io.distributor.tests.reliability.journal.Journal;
import io.distributor.tests.reliability.journal.JournalEntry;
import io.distributor.tests.reliability.load.News;
import io.distributor.tests.reliability.load.SocketLog;
import io.distributor.tests.reliability.verdict.Fault.Permits;

/**
 * What became of the broadcasts to rooms.
 *
 * @param made broadcasts made
 * @param heard times that one was heard by a client
 * @param missing times that a client which was connected and stayed so did not hear one,
 * though no fault permits it: must be 0
 * @param doubled times that a client heard one again: must be 0
 * @param reordered times that a client heard one after a later one of the same instance:
 * must be 0
 */
public record BroadcastCounts(long made, long heard, long missing, long doubled, long reordered) {

	/**
	 * Counts.
	 * @param logs what the clients saw
	 * @param journals what the backends did
	 * @param faults what may have taken broadcasts away
	 * @return the counts
	 */
	public static BroadcastCounts of(List<SocketLog> logs, List<Journal> journals, List<Fault> faults) {
		long made = journals.stream().mapToLong((journal) -> journal.entries(EntryKind.BROADCAST).count()).sum();
		long heard = 0;
		long missing = 0;
		long doubled = 0;
		long reordered = 0;
		for (SocketLog log : logs) {
			Map<String, List<News>> byInstance = log.news().stream().collect(Collectors.groupingBy(News::instance));
			heard += log.news().size();
			for (List<News> news : byInstance.values()) {
				doubled += news.size() - new HashSet<>(news).size();
				reordered += reordered(news);
			}
			missing += log.isLost() ? 0 : missing(log, byInstance, journals, faults);
		}
		return new BroadcastCounts(made, heard, missing, doubled, reordered);
	}

	private static long reordered(List<News> news) {
		long reordered = 0;
		for (int i = 1; i < news.size(); i++) {
			reordered += (news.get(i).number() < news.get(i - 1).number()) ? 1 : 0;
		}
		return reordered;
	}

	private static long missing(SocketLog log, Map<String, List<News>> byInstance, List<Journal> journals,
			List<Fault> faults) {
		Set<String> rooms = log.news().stream().map(News::room).collect(Collectors.toSet());
		Map<String, Permits> permits = permits(faults);
		long missing = 0;
		for (Journal journal : journals) {
			Set<Long> heard = byInstance.getOrDefault(journal.instance(), List.of())
				.stream()
				.map(News::number)
				.collect(Collectors.toSet());
			long last = heard.stream().mapToLong(Long::longValue).max().orElse(0);
			Permits permitted = permits.getOrDefault(journal.instance(), Permits.NO_LOSS);
			missing += journal.entries(EntryKind.BROADCAST)
				.filter((entry) -> rooms.contains(entry.subject()) && entry.micros() > log.connectedAt())
				.filter((entry) -> !heard.contains(entry.number()) && !isPermitted(permitted, entry, last))
				.count();
		}
		return missing;
	}

	private static Map<String, Permits> permits(List<Fault> faults) {
		Map<String, Permits> permits = new HashMap<>();
		faults.forEach((fault) -> fault.victims().forEach((victim) -> permits.put(victim, fault.permits())));
		return permits;
	}

	private static boolean isPermitted(Permits permitted, JournalEntry broadcast, long last) {
		return permitted == Permits.LOSS || permitted == Permits.LOSS_OF_THE_END && broadcast.number() > last;
	}

}
