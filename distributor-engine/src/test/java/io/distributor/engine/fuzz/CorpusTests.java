package io.distributor.engine.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

import io.distributor.engine.server.HttpTarget;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the coverage-guided fuzzer has found interesting or wrong, see
 * {@code CONTRIBUTING.md}: each input that takes a path of its own.
 */
class CorpusTests {

	private static final Path CORPORA = Path.of("src/test/resources/fuzz");

	@Test
	void readsPayloads() throws IOException {
		replay(PayloadTarget.class, PayloadTarget::fuzzerTestOneInput);
	}

	@Test
	void readsMessagesOfWebSockets() throws IOException {
		replay(MessageTarget.class, MessageTarget::fuzzerTestOneInput);
	}

	@Test
	void readsPackets() throws IOException {
		replay(PacketTarget.class, PacketTarget::fuzzerTestOneInput);
	}

	@Test
	void answersRequests() throws IOException {
		replay(HttpTarget.class, HttpTarget::fuzzerTestOneInput);
	}

	private static void replay(Class<?> target, Consumer<byte[]> test) throws IOException {
		try (Stream<Path> files = Files.list(CORPORA.resolve(target.getName()))) {
			List<Path> inputs = files.sorted().toList();
			assertThat(inputs).isNotEmpty().allSatisfy((input) -> test.accept(Files.readAllBytes(input)));
		}
	}

}
