package io.distributor.test.redis;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;

import redis.embedded.RedisExecProvider;

/**
 * A {@code redis-server} that can be started.
 *
 * @param file the executable
 * @param origin where it is from, for the log
 */
record RedisProgram(Path file, String origin) {

	private static final String NAME = "redis-server";

	/**
	 * Returns the one of the machine, else the bundled one.
	 * @param environment variables of the environment
	 * @return the program
	 * @throws IllegalStateException if there is none
	 */
	static RedisProgram find(Map<String, String> environment) {
		try {
			return onPath(environment);
		}
		catch (RedisUnavailableException absent) {
			try {
				return bundled();
			}
			catch (RedisUnavailableException ex) {
				throw new IllegalStateException(
						"No redis-server for tests: " + absent.getMessage() + "; " + ex.getMessage()
								+ " (expected: one of these). Install redis-server: this test stops and starts it");
			}
		}
	}

	static RedisProgram onPath(Map<String, String> environment) throws RedisUnavailableException {
		return Pattern.compile(Pattern.quote(File.pathSeparator))
			.splitAsStream(environment.getOrDefault("PATH", ""))
			.filter((folder) -> !folder.isEmpty())
			.map((folder) -> Path.of(folder, NAME))
			.filter(Files::isExecutable)
			.findFirst()
			.map((file) -> new RedisProgram(file, file.toString()))
			.orElseThrow(() -> new RedisUnavailableException(NAME + " is not on the PATH"));
	}

	static RedisProgram bundled() throws RedisUnavailableException {
		try {
			return new RedisProgram(RedisExecProvider.defaultProvider().get().toPath(), "bundled " + NAME);
		}
		catch (IOException | RuntimeException ex) {
			throw new RedisUnavailableException("the bundled " + NAME + " is not for this machine (" + ex + ")");
		}
	}

}
