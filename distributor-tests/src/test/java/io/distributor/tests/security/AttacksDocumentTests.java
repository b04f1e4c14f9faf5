package io.distributor.tests.security;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The tests that {@code docs/attacks.md} names exist.
 */
class AttacksDocumentTests {

	private static final Path ROOT = Path.of("..");

	private static final Pattern ROW = Pattern.compile("^\\| (\\d+) \\|.*\\| (.*) \\|$", Pattern.MULTILINE);

	private static final Pattern TEST = Pattern.compile("`(\\w+Tests)#(\\w+)`");

	@Test
	void namesAnExistingTestForEachAttackOrSaysWhyItCannotApply() throws IOException {
		List<Integer> numbers = new ArrayList<>();
		Matcher row = ROW.matcher(Files.readString(ROOT.resolve("docs/attacks.md")));
		while (row.find()) {
			numbers.add(Integer.valueOf(row.group(1)));
			Matcher test = TEST.matcher(row.group(2));
			boolean named = false;
			while (test.find()) {
				named = true;
				assertThat(source(test.group(1))).as(test.group()).contains(" " + test.group(2) + "(");
			}
			assertThat(named || row.group(2).startsWith("cannot apply: ")).as(row.group()).isTrue();
		}
		assertThat(numbers).isEqualTo(IntStream.rangeClosed(1, 41).boxed().toList());
	}

	private static String source(String name) throws IOException {
		try (Stream<Path> modules = Files.list(ROOT)) {
			for (Path module : modules.filter((path) -> Files.isDirectory(path.resolve("src/test/java"))).toList()) {
				try (Stream<Path> files = Files.walk(module.resolve("src/test/java"))) {
					List<Path> found = files.filter((file) -> file.endsWith(name + ".java")).toList();
					if (!found.isEmpty()) {
						return Files.readString(found.get(0));
					}
				}
			}
		}
		throw new AssertionError("no " + name);
	}

}
