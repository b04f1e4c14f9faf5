package io.distributor.tests.reliability.verdict;

import java.util.ArrayList;
import java.util.List;

import io.distributor.tests.reliability.load.SocketLog;

/**
 * How long a fault was felt.
 *
 * @param fault the fault
 * @param millis for each socket that had its home at a victim: from the fault to the
 * first event handled by another one; for a fault that lasted and had no victims: from
 * its end until the events sent before were answered, for each socket; sorted
 */
public record Recovery(Fault fault, List<Long> millis) {

	/**
	 * Measures.
	 * @param fault the fault
	 * @param logs what the clients saw
	 * @param handlings what the backends did
	 * @return the recovery
	 */
	public static Recovery of(Fault fault, List<SocketLog> logs, Handlings handlings) {
		List<Long> micros = new ArrayList<>();
		for (SocketLog log : logs) {
			long time = fault.victims().isEmpty() ? caughtUp(fault, log) : newHome(fault, handlings.of(log));
			if (time >= 0) {
				micros.add(time);
			}
		}
		return new Recovery(fault, micros.stream().map((time) -> time / 1000).sorted().toList());
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
		if (!fault.lasted()) {
			return -1;
		}
		long last = -1;
		for (int number = 1; number <= log.sent() && log.sentAt(number) < fault.over(); number++) {
			last = Math.max(last, log.answeredAt(number) - fault.over());
		}
		return last;
	}

	public long median() {
		return this.millis.isEmpty() ? 0 : this.millis.get(this.millis.size() / 2);
	}

	public long worst() {
		return this.millis.isEmpty() ? 0 : this.millis.get(this.millis.size() - 1);
	}

}
