package io.distributor.tests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The tests that {@code docs/socketio-api.md} names are there.
 */
class SocketIoApiPageTests {

	private static final Path ROOT = Path.of("..");

	private static final Pattern REFERENCE = Pattern.compile("`(\\w+Tests)\\.(\\w+)`");

	@Test
	void eachTestItNamesExists() throws IOException {
		Map<String, String> sources = sourcesOfTests();
		List<MatchResult> references = references();
		assertThat(references).isNotEmpty();
		assertThat(references)
			.allSatisfy((reference) -> assertThat(sources.get(reference.group(1))).as("source of %s", reference.group())
				.contains("void " + reference.group(2) + "("));
	}

	private static List<MatchResult> references() throws IOException {
		return REFERENCE.matcher(Files.readString(ROOT.resolve("docs/socketio-api.md"))).results().toList();
	}

	private static Map<String, String> sourcesOfTests() throws IOException {
		try (Stream<Path> files = Files.find(ROOT, 32,
				(path, attributes) -> attributes.isRegularFile() && path.toString().endsWith("Tests.java"))) {
			return files.collect(Collectors.toMap((path) -> path.getFileName().toString().replace(".java", ""),
					SocketIoApiPageTests::read, String::concat));
		}
	}

	private static String read(Path path) {
		try {
			return Files.readString(path);
		}
		catch (IOException ex) {
			throw new IllegalStateException(path.toString(), ex);
		}
	}

}
