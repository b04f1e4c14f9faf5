package io.distributor.engine;

import java.time.Duration;
import java.util.function.Consumer;
import java.util.stream.Stream;

import io.distributor.engine.compression.CompressionOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

class ServerOptionsTests {

	@Test
	void hasTheDefaultsOfTheReferenceServer() {
		ServerOptions options = ServerOptions.builder().build();
		assertThat(options.engine().path()).isEqualTo("/socket.io/");
		assertThat(options.engine().session().maxPayload()).isEqualTo(1_000_000);
		assertThat(options.namespaces().connectTimeout()).isEqualTo(Duration.ofSeconds(45));
		assertThat(options.namespaces().decoderLimits().maxAttachments()).isEqualTo(10);
	}

	@Test
	void compressesNothingUnlessToldTo() {
		CompressionOptions compression = ServerOptions.builder().build().engine().session().compression();
		assertThat(compression).isEqualTo(CompressionOptions.OFF);
		assertThat(compression.webSocket()).isFalse();
		assertThat(compression.http()).isFalse();
		assertThat(compression.threshold()).isEqualTo(1024);
		assertThatIllegalArgumentException().isThrownBy(() -> new CompressionOptions(true, true, -1, 1))
			.withMessage("threshold: -1 (expected: >= 0)");
		assertThatIllegalArgumentException().isThrownBy(() -> new CompressionOptions(true, true, 0, 0))
			.withMessage("maxInflatedPerSecond: 0 (expected: > 0)");
	}

	@Test
	void attachmentsMayHaveFourPayloads() {
		ServerOptions options = ServerOptions.builder().engine((engine) -> engine.maxPayload(50)).build();
		assertThat(options.namespaces().decoderLimits().maxAttachmentBytes()).isEqualTo(200);
	}

	@ParameterizedTest
	@MethodSource
	void saysWhatIsWrong(Consumer<ServerOptionsBuilder> change, String message) {
		ServerOptionsBuilder builder = ServerOptions.builder();
		change.accept(builder);
		assertThatIllegalArgumentException().isThrownBy(builder::build).withMessage(message);
	}

	static Stream<Arguments> saysWhatIsWrong() {
		return Stream.of(
				wrong((builder) -> builder.connectTimeout(Duration.ZERO), "connectTimeout: PT0S (expected: > 0)"),
				wrong((builder) -> builder.maxNamespaces(0), "maxNamespaces: 0 (expected: > 0)"),
				wrong((builder) -> builder.maxRooms(0), "maxRooms: 0 (expected: > 0)"),
				wrong((builder) -> builder.maxHeldBytes(-1), "maxHeldBytes: -1 (expected: >= 0)"),
				wrong((builder) -> builder.maxAttachments(-1), "maxAttachments: -1 (expected: >= 0)"),
				wrong((builder) -> builder.maxAttachmentBytes(-1), "maxAttachmentBytes: -1 (expected: >= 0)"),
				wrong((builder) -> builder.maxDepth(0), "maxDepth: 0 (expected: > 0)"),
				wrong((builder) -> builder.maxNumberLength(0), "maxNumberLength: 0 (expected: > 0)"),
				wrong((builder) -> builder.maxNameLength(0), "maxNameLength: 0 (expected: > 0)"),
				wrong((builder) -> builder.maxNamespaceLength(0), "maxNamespaceLength: 0 (expected: > 0)"),
				wrong((builder) -> builder.stopTimeout(Duration.ofMillis(-1)),
						"stopTimeout: PT-0.001S (expected: >= 0)"));
	}

	private static Arguments wrong(Consumer<ServerOptionsBuilder> change, String message) {
		return arguments(change, message);
	}

}
