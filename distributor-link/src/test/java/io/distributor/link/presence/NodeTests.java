package io.distributor.link.presence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class NodeTests {

	@Test
	void hasANameOfBoundedLength() {
		assertThat(node("x".repeat(255), Set.of()).name()).hasSize(255);
		assertThatIllegalArgumentException().isThrownBy(() -> node("x".repeat(256), Set.of()))
			.withMessage("Node name: 256 characters (expected: <= 255)");
	}

	@Test
	void ownsABoundedNumberOfNamespaces() {
		assertThat(node("chat", namespaces(1_000)).namespaces()).hasSize(1_000);
		assertThatIllegalArgumentException().isThrownBy(() -> node("chat", namespaces(1_001)))
			.withMessage("Namespaces of a node: 1001 (expected: <= 1000)");
	}

	@Test
	void ownsNamespacesOfBoundedLength() {
		assertThat(node("chat", Set.of("/" + "x".repeat(511))).namespaces()).hasSize(1);
		assertThatIllegalArgumentException().isThrownBy(() -> node("chat", Set.of("/" + "x".repeat(512))))
			.withMessage("Namespace: 513 characters (expected: <= 512)");
	}

	@Test
	void hasTheLimitsThatAreDocumented() throws IOException {
		String page = Files.readString(Path.of("..", "docs", "link-protocol.md"));
		assertThat(page).contains("| nodes heard | " + text(Presence.MAX_NODES) + " |",
				"| name of a node | " + text(Node.MAX_NAME_LENGTH) + " characters |", "| namespaces of a node | "
						+ text(Node.MAX_NAMESPACES) + ", each of " + text(Node.MAX_NAMESPACE_LENGTH) + " characters |");
	}

	private static String text(int number) {
		return String.format(Locale.ROOT, "%,d", number).replace(',', ' ');
	}

	private static Node node(String name, Set<String> namespaces) {
		return new Node(new NodeId("a"), NodeRole.BACKEND, name, namespaces, false);
	}

	private static Set<String> namespaces(int count) {
		return IntStream.range(0, count).mapToObj((number) -> "/n" + number).collect(Collectors.toSet());
	}

}
