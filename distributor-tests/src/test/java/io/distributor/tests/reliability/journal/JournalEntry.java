package io.distributor.tests.reliability.journal;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * A line of a journal.
 *
 * @param kind what it tells of
 * @param micros when, in microseconds since the epoch; processes of one machine share
 * that clock
 * @param subject id of the socket, or name of the room; without spaces
 * @param number number of the event or the broadcast
 * @param text further text, may be empty
 */
public record JournalEntry(EntryKind kind, long micros, String subject, long number, String text) {

	/**
	 * Returns the time of entries.
	 * @return microseconds since the epoch
	 */
	public static long now() {
		return ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
	}

	public boolean isRedelivered() {
		return EntryKind.REDELIVERED.equals(this.text);
	}

	String line() {
		return this.kind + " " + this.micros + " " + this.subject + " " + this.number + " " + this.text + "\n";
	}

	/**
	 * Reads a line.
	 * @param line the line, without its end
	 * @return the entry, or empty if the process was killed in the middle of it
	 */
	static Optional<JournalEntry> parse(String line) {
		String[] parts = line.split(" ", 5);
		return (parts.length == 5) ? Optional.of(new JournalEntry(EntryKind.valueOf(parts[0]), Long.parseLong(parts[1]),
				parts[2], Long.parseLong(parts[3]), parts[4])) : Optional.empty();
	}

}
