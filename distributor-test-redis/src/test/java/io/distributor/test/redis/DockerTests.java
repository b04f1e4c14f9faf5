package io.distributor.test.redis;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.testcontainers.containers.GenericContainer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Docker}.
 */
class DockerTests {

	@Test
	void asksForTheImageThatTestcontainersRuns() throws IOException {
		try (InputStream code = GenericContainer.class
			.getResourceAsStream("/org/testcontainers/utility/RyukContainer.class")) {
			assertThat(new String(code.readAllBytes(), StandardCharsets.ISO_8859_1)).contains(Docker.RYUK);
		}
	}

}
