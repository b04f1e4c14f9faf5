package io.distributor.tests.reliability.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The journal of a backend instance.
 *
 * @param instance name of the instance
 * @param entries its entries, in the order they were written
 */
public record Journal(String instance, List<JournalEntry> entries) {

	/**
	 * Reads a journal, whether or not its process lives.
	 * @param instance name of the instance
	 * @param file where it is; may be missing
	 * @return the journal
	 */
	public static Journal read(String instance, Path file) {
		if (!Files.exists(file)) {
			return new Journal(instance, List.of());
		}
		try (Stream<String> lines = Files.lines(file)) {
			return new Journal(instance, lines.map(JournalEntry::parse).flatMap(Optional::stream).toList());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	public Stream<JournalEntry> entries(EntryKind kind) {
		return this.entries.stream().filter((entry) -> entry.kind() == kind);
	}

}
