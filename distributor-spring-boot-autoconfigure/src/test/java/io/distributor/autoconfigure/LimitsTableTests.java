package io.distributor.autoconfigure;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.distributor.engine.limit.Limit;
import io.distributor.link.presence.Node;
import io.distributor.link.presence.Presence;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The table of limits in {@code SECURITY.md} is complete, and names what is there.
 */
class LimitsTableTests {

	private static final Pattern ROW = Pattern.compile("(?m)^\\| ([^|*]+)\\|([^|]*)\\|[^|]*\\|([^|]*)\\|[^|]*\\|$");

	private static final Pattern CODE = Pattern.compile("`([^`]+)`");

	private static final String LIMITS = "distributor.server.limits.";

	@Test
	void namesEveryKeyOfALimitAndNoOther() throws IOException {
		Set<String> keys = keys();
		List<String> named = column(2).stream()
			.map((key) -> key.startsWith("server.") ? "distributor." + key : LIMITS + key)
			.toList();
		assertThat(keys).containsAll(named);
		assertThat(named).containsAll(keys.stream().filter((key) -> key.startsWith(LIMITS)).toList());
	}

	@Test
	void namesEveryLimitThatIsCounted() throws IOException {
		assertThat(column(3))
			.containsAll(Arrays.stream(Limit.values()).map((limit) -> limit.name().toLowerCase(Locale.ROOT)).toList());
	}

	@Test
	void givesTheLimitsOfWhatProcessesSayOfThemselves() throws IOException {
		assertThat(section()).contains("| processes | | " + text(Presence.MAX_NODES) + " |",
				"| name of a process | | " + text(Node.MAX_NAME_LENGTH) + " characters |",
				"| namespaces of a backend, each of " + text(Node.MAX_NAMESPACE_LENGTH) + " characters | | "
						+ text(Node.MAX_NAMESPACES) + " |");
	}

	private static String text(int number) {
		return String.format(Locale.ROOT, "%,d", number).replace(',', ' ');
	}

	private static String section() throws IOException {
		String page = Files.readString(Path.of("..", "SECURITY.md"));
		return page.substring(page.indexOf("## Limits"), page.indexOf("## Checklist"));
	}

	private static List<String> column(int index) throws IOException {
		return ROW.matcher(section())
			.results()
			.map((row) -> row.group(index))
			.flatMap((cell) -> CODE.matcher(cell).results().map((MatchResult code) -> code.group(1)))
			.toList();
	}

	private static Set<String> keys() throws IOException {
		try (InputStream stream = LimitsTableTests.class
			.getResourceAsStream("/META-INF/spring-configuration-metadata.json")) {
			JsonNode metadata = new JsonMapper().readTree(Objects.requireNonNull(stream));
			return metadata.path("properties")
				.valueStream()
				.map((property) -> property.path("name").asString())
				.collect(Collectors.toSet());
		}
	}

}
