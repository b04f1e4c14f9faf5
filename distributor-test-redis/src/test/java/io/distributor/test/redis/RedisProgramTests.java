package io.distributor.test.redis;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link RedisProgram}.
 */
class RedisProgramTests {

	@TempDir
	private Path folder;

	@Test
	void isTheFirstExecutableOnThePath() throws Exception {
		Path noProgram = Files.createDirectory(this.folder.resolve("no-program"));
		Files.createFile(noProgram.resolve("redis-server"));
		Path first = program("first");
		Path second = program("second");
		String path = String.join(File.pathSeparator, "", noProgram.toString(), first.toString(), second.toString());
		assertThat(RedisProgram.onPath(Map.of("PATH", path)).file()).isEqualTo(first.resolve("redis-server"));
		assertThat(RedisProgram.find(Map.of("PATH", path)).file()).isEqualTo(first.resolve("redis-server"));
	}

	@Test
	void isTheBundledOneWhereNoneIsOnThePath() {
		Map<String, String> environment = Map.of("PATH", this.folder.toString());
		assertThatExceptionOfType(RedisUnavailableException.class).isThrownBy(() -> RedisProgram.onPath(environment))
			.withMessage("redis-server is not on the PATH");
		assertThat(RedisProgram.find(environment).origin()).isEqualTo("bundled redis-server");
	}

	private Path program(String name) throws IOException {
		Path program = Files.createDirectory(this.folder.resolve(name)).resolve("redis-server");
		assertThat(Files.createFile(program).toFile().setExecutable(true)).isTrue();
		return program.getParent();
	}

}
