package io.distributor.tests.reliability.verdict;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.distributor.tests.reliability.journal.EntryKind;
import io.distributor.tests.reliability.journal.Journal;
import io.distributor.tests.reliability.load.SocketLog;

/**
 * What all backend instances handled, by socket and in the order of time.
 */
public final class Handlings {

	private final Map<String, List<Handling>> bySocket = new HashMap<>();

	public Handlings(List<Journal> journals) {
		for (Journal journal : journals) {
			journal.entries(EntryKind.HANDLED)
				.forEach((entry) -> this.bySocket.computeIfAbsent(entry.subject(), (id) -> new ArrayList<>())
					.add(new Handling(journal.instance(), entry.micros(), (int) entry.number(),
							entry.isRedelivered())));
		}
		this.bySocket.values().forEach((list) -> list.sort(Comparator.comparingLong(Handling::micros)));
	}

	/**
	 * Returns what was handled of a socket.
	 * @param log the socket
	 * @return in the order of time
	 */
	public List<Handling> of(SocketLog log) {
		return this.bySocket.getOrDefault(String.valueOf(log.id()), List.of());
	}

}
