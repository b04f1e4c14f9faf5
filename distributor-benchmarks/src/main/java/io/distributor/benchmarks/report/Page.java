package io.distributor.benchmarks.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The page of a comparison. Whatever is on it comes from the comparison, or from the file
 * of notes, which is appended as it is: nothing has to be written by hand afterwards.
 */
public final class Page {

	private static final String HEAD = """
			# Benchmarks

			Socket.IO servers side by side, under the same load in the same run. Each row is the median of its runs, whose number stands
			behind the system; a ratio below 1 is in favour of the row. What is measured and how is told in
			`distributor-benchmarks/README.md`. This page is written by

			```
			./mvnw -q -pl distributor-benchmarks -am -Pcomparison process-classes \\
			  "-Dcomparison=%s"
			```

			%s%s
			%s""";

	private final Path file;

	private final Path notes;

	private final Machine machine;

	private final String command;

	/**
	 * Creates the page.
	 * @param file where it goes
	 * @param notes what is appended, if it is there
	 * @param peers folder of the servers that are not of this project
	 * @param command arguments of the comparison
	 */
	public Page(Path file, Path notes, Path peers, String command) {
		this.file = file;
		this.notes = notes;
		this.machine = new Machine(peers);
		this.command = command;
	}

	/**
	 * Writes the page.
	 * @param results what goes on it
	 * @return the file
	 * @throws IOException if it cannot be written
	 */
	public Path write(Results results) throws IOException {
		String notes = Files.exists(this.notes) ? Files.readString(this.notes) : "";
		return Files.writeString(this.file, HEAD.formatted(this.command, this.machine.text(), results.text(), notes));
	}

}
