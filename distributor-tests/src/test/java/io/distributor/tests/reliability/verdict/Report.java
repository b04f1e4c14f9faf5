package io.distributor.tests.reliability.verdict;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Verdicts as tables of Markdown, for {@code docs/reliability.md}. For one thread.
 */
public final class Report {

	private static final String COUNTS = """
			| run | sent | handled | lost | doubled | handled twice (marked) | reordered | answers missing | cut off | \
			sockets disconnected | broadcasts heard | broadcasts missing, doubled, reordered |
			|---|---|---|---|---|---|---|---|---|---|---|---|
			""";

	private static final String TIMES = """
			| fault | sockets concerned | median | worst | longest wait for an answer |
			|---|---|---|---|---|
			""";

	private final List<Verdict> verdicts = new ArrayList<>();

	public void add(Verdict verdict) {
		this.verdicts.add(verdict);
	}

	/**
	 * Writes all verdicts so far.
	 * @param file where to
	 */
	public void write(Path file) {
		StringBuilder text = new StringBuilder(COUNTS);
		this.verdicts.forEach((verdict) -> text.append(counts(verdict)));
		text.append('\n').append(TIMES);
		this.verdicts.forEach(
				(verdict) -> verdict.recoveries()
					.forEach((recovery) -> text.append("| %s | %d | %d ms | %d ms | %d ms |%n".formatted(
							recovery.fault().what(), recovery.millis().size(), recovery.median(), recovery.worst(),
							verdict.longestWait()))));
		try {
			Files.writeString(file, text);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String counts(Verdict verdict) {
		EventCounts events = verdict.events();
		BroadcastCounts broadcasts = verdict.broadcasts();
		return "| %s | %d | %d | %d | %d | %d | %d | %d | %d | %d of %d | %d | %d, %d, %d |%n".formatted(verdict.run(),
				events.sent(), events.handled(), events.lost(), events.doubled(), events.redelivered(),
				events.reordered(), events.unanswered(), events.cutOff(), verdict.sockets().disconnected(),
				verdict.sockets().connected(), broadcasts.heard(), broadcasts.missing(), broadcasts.doubled(),
				broadcasts.reordered());
	}

}
