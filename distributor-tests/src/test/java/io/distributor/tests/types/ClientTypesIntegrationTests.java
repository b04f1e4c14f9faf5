package io.distributor.tests.types;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import io.distributor.tests.support.ExternalProcess;
import io.distributor.tests.support.NodeProject;
import io.distributor.tests.support.Program;
import io.distributor.tests.support.RequiresProgram;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Compiles clients against the type definitions of a backend, and validates its AsyncAPI
 * document.
 */
@RequiresProgram(Program.NODE)
class ClientTypesIntegrationTests {

	private static final Duration TIMEOUT = Duration.ofMinutes(3);

	@TempDir
	static Path output;

	@BeforeAll
	static void write() {
		NodeProject.install();
		SpringApplication application = new SpringApplication(TypesApplication.class);
		application.setWebApplicationType(WebApplicationType.NONE);
		application.run("--distributor.backend.namespace=/chat", "--distributor.types.output=" + output).close();
	}

	@Test
	void compilesAClientThatKeepsToTheContract() {
		assertThat(check(List.of(Path.of("types/good-client.ts")))).isEmpty();
	}

	@Test
	void doesNotCompileClientsThatDoNot() throws IOException {
		List<Path> clients = wrongClients();
		Map<String, List<String>> mistakes = check(clients);
		assertThat(clients).hasSizeGreaterThan(9).allSatisfy((client) -> {
			String name = client.getFileName().toString();
			assertThat(mistakes.get(name)).as(name).isNotNull().allMatch((mistake) -> mistake.contains(name + ": "));
		});
	}

	@Test
	void isAValidAsyncApiDocument() {
		ProcessBuilder node = NodeProject.node("types/check-asyncapi.js", output.resolve("asyncapi.json").toString());
		try (ExternalProcess process = ExternalProcess.start("check-asyncapi", node)) {
			assertThat(process.awaitEnd(TIMEOUT)).as(process::output).isZero();
		}
	}

	private static List<Path> wrongClients() throws IOException {
		try (Stream<Path> files = Files.list(NodeProject.folder().resolve("types/wrong"))) {
			return files.map((file) -> NodeProject.folder().relativize(file)).sorted().toList();
		}
	}

	/**
	 * Returns what the compiler says of each client with mistakes.
	 */
	private static Map<String, List<String>> check(List<Path> clients) {
		List<String> arguments = new ArrayList<>(List.of(output.resolve("events.d.ts").toString()));
		clients.forEach((client) -> arguments.add(client.toString()));
		ProcessBuilder node = NodeProject.node("types/check-types.js", arguments.toArray(String[]::new));
		try (ExternalProcess process = ExternalProcess.start("check-types", node)) {
			assertThat(process.awaitEnd(TIMEOUT)).as(process::output).isZero();
			Map<String, List<String>> mistakes = new TreeMap<>();
			Arrays.stream(process.output().split("\n"))
				.filter((line) -> !line.isBlank())
				.forEach((line) -> mistakes.computeIfAbsent(line.split(": ")[0], (name) -> new ArrayList<>())
					.add(line.substring(line.indexOf(": ") + 2)));
			return mistakes;
		}
	}

}
