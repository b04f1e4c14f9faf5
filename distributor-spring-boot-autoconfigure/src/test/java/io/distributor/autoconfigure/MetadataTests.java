package io.distributor.autoconfigure;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What an editor knows of our keys.
 */
class MetadataTests {

	private static JsonNode metadata;

	@BeforeAll
	static void read() throws IOException {
		try (InputStream stream = MetadataTests.class
			.getResourceAsStream("/META-INF/spring-configuration-metadata.json")) {
			metadata = new JsonMapper().readTree(Objects.requireNonNull(stream));
		}
	}

	@Test
	void describesEveryKeyInASentence() {
		JsonNode properties = metadata.path("properties");
		assertThat(properties.size()).isGreaterThan(30);
		assertThat(properties).allSatisfy((property) -> {
			assertThat(property.path("name").asString()).matches("(distributor|management\\.endpoint\\.distributor).*");
			assertThat(property.path("description").asString()).as(property.path("name").asString())
				.matches("(?s)[A-Z].*\\.")
				.doesNotMatch("(?s)(The|A|An) .*");
		});
	}

	@Test
	void describesBooleansAsQuestions() {
		assertThat(metadata.path("properties"))
			.filteredOn((property) -> property.path("type").asString().equals("java.lang.Boolean"))
			.allSatisfy((property) -> assertThat(property.path("description").asString()).startsWith("Whether"));
	}

	@Test
	void knowsTheDefaults() {
		assertThat(defaultOf("distributor.server.port")).isEqualTo("8001");
		assertThat(defaultOf("distributor.server.backend-wait")).isEqualTo("10s");
		assertThat(defaultOf("distributor.link.prefix")).isEqualTo("distributor");
	}

	@Test
	void hintsAtTheRoles() {
		JsonNode values = metadata.path("hints").path(0).path("values");
		assertThat(values).extracting((value) -> value.path("value").asString())
			.containsExactly("distributor", "backend", "standalone");
	}

	private static String defaultOf(String key) {
		for (JsonNode property : metadata.path("properties")) {
			if (property.path("name").asString().equals(key)) {
				return property.path("defaultValue").asString();
			}
		}
		throw new AssertionError(key);
	}

}
