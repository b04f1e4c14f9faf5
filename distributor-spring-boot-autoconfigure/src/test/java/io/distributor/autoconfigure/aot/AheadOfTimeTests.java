package io.distributor.autoconfigure.aot;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import javax.tools.ToolProvider;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.SpringApplicationAotProcessor;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An application that is processed ahead of time, and then run on the JVM with what was
 * generated.
 */
class AheadOfTimeTests {

	private static final List<String> ARGUMENTS = List.of("--distributor.role=standalone",
			"--distributor.server.port=0", "--distributor.server.drain=500ms", "--distributor.backend.namespace=/chat",
			"--distributor.link.settle=50ms", "--spring.main.web-application-type=none");

	@TempDir
	private Path directory;

	@Test
	void runsAStandaloneWithItsHandlers() throws Exception {
		process();
		compile();
		assertThat(run()).contains("generated=true answer=[5]");
	}

	private void process() throws Exception {
		List<String> arguments = new ArrayList<>(List.of(AheadOfTimeApplication.class.getName(), source().toString(),
				target().toString(), target().toString(), "io.distributor", "test"));
		arguments.addAll(ARGUMENTS);
		SpringApplicationAotProcessor.main(arguments.toArray(String[]::new));
	}

	private void compile() throws IOException {
		Files.createDirectories(target());
		List<String> arguments = new ArrayList<>(List.of("-proc:none", "-nowarn", "-parameters", "-d",
				target().toString(), "-cp", target() + File.pathSeparator + classPath()));
		try (Stream<Path> files = Files.walk(source())) {
			files.map(Path::toString).filter((file) -> file.endsWith(".java")).forEach(arguments::add);
		}
		assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new)))
			.isZero();
	}

	private String run() throws Exception {
		List<String> command = new ArrayList<>(
				List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Dspring.aot.enabled=true",
						"-cp", target() + File.pathSeparator + classPath(), AheadOfTimeApplication.class.getName()));
		command.addAll(ARGUMENTS);
		Path output = this.directory.resolve("output.txt");
		Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile()).start();
		try {
			assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
		}
		finally {
			process.destroyForcibly();
		}
		return Files.readString(output, StandardCharsets.UTF_8);
	}

	private Path source() {
		return this.directory.resolve("source");
	}

	private Path target() {
		return this.directory.resolve("target");
	}

	private static String classPath() {
		return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
	}

}
