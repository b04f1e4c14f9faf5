package io.distributor.tests.reliability.verdict;

import java.util.List;

import io.distributor.tests.reliability.load.SocketLog;

/**
 * How long a fault was felt.
 *
 * @param fault the fault
 * @param millis sorted, for each socket concerned. With victims: those that had their
 * home there, from the fault to the first event handled by another instance. Without, if
 * the fault lasted: from its end until the events sent before it were answered. Else:
 * those that were disconnected, from the fault to the first answer on a new connection
 * @param longestWait longest time between an event and its answer, of the events sent
 * from a second before the fault to two seconds after it, in milliseconds
 */
public record Recovery(Fault fault, List<Long> millis, long longestWait) {

	/** A disconnect that comes later has another cause. */
	private static final long AFTERMATH_MICROS = 4_000_000;

	private static final long SECOND_MICROS = 1_000_000;

	/**
	 * Measures.
	 * @param fault the fault
	 * @param logs what the clients saw
	 * @param handlings what the backends did
	 * @return the recovery
	 */
	public static Recovery of(Fault fault, List<SocketLog> logs, Handlings handlings) {
		return new Recovery(fault,
				logs.stream()
					.map((log) -> of(fault, log, logs, handlings))
					.filter((micros) -> micros >= 0)
					.map((micros) -> micros / 1000)
					.sorted()
					.toList(),
				logs.stream().mapToLong((log) -> longestWait(fault, log)).max().orElse(0) / 1000);
	}

	private static long longestWait(Fault fault, SocketLog log) {
		long longest = 0;
		for (int number = 1; number <= log.sent(); number++) {
			long sent = log.sentAt(number);
			if (sent > fault.begun() - SECOND_MICROS && sent < fault.over() + 2 * SECOND_MICROS) {
				longest = Math.max(longest, log.answeredAt(number) - sent);
			}
		}
		return longest;
	}

	private static long of(Fault fault, SocketLog log, List<SocketLog> logs, Handlings handlings) {
		if (!fault.victims().isEmpty()) {
			return newHome(fault, handlings.of(log));
		}
		if (log.isLost()) {
			return reconnected(fault, log, logs);
		}
		return fault.lasted() ? caughtUp(fault, log) : -1;
	}

	private static long newHome(Fault fault, List<Handling> handlings) {
		boolean victim = false;
		for (Handling handling : handlings) {
			boolean byVictim = fault.victims().contains(handling.instance());
			if (handling.micros() < fault.begun()) {
				victim = byVictim;
			}
			else if (victim && !byVictim) {
				return handling.micros() - fault.begun();
			}
		}
		return -1;
	}

	private static long caughtUp(Fault fault, SocketLog log) {
		long last = -1;
		for (int number = 1; number <= log.sent() && log.sentAt(number) < fault.over(); number++) {
			last = Math.max(last, log.answeredAt(number) - fault.over());
		}
		return last;
	}

	private static long reconnected(Fault fault, SocketLog log, List<SocketLog> logs) {
		if (log.lostAt() < fault.begun() || log.lostAt() > fault.over() + AFTERMATH_MICROS) {
			return -1;
		}
		return logs.stream()
			.filter((next) -> next.client() == log.client() && next.connectedAt() > log.lostAt() && next.sent() > 0)
			.mapToLong((next) -> next.answeredAt(1) - fault.over())
			.findFirst()
			.orElse(-1);
	}

	public long median() {
		return this.millis.isEmpty() ? 0 : this.millis.get(this.millis.size() / 2);
	}

	public long worst() {
		return this.millis.isEmpty() ? 0 : this.millis.get(this.millis.size() - 1);
	}

}
