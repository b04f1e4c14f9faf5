package io.distributor.tests.support;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A program of the machine that some tests run.
 */
public enum Program {

	/**
	 * The Redis of the machine, for what no other one can do, such as to be a Sentinel.
	 */
	REDIS("redis-server"),

	/**
	 * Node.js.
	 */
	NODE("node"),

	/**
	 * The proxy nginx.
	 */
	NGINX("nginx"),

	/**
	 * Chromium's driver; it knows where the browser is.
	 */
	BROWSER("chromedriver");

	private final String command;

	Program(String command) {
		this.command = command;
	}

	/**
	 * Returns where the program is.
	 * @return the executable, or empty if it is not on the {@code PATH}
	 */
	public Optional<Path> find() {
		String path = System.getenv().getOrDefault("PATH", "");
		return Pattern.compile(Pattern.quote(File.pathSeparator))
			.splitAsStream(path)
			.map((folder) -> Path.of(folder, this.command))
			.filter(Files::isExecutable)
			.findFirst();
	}

	/**
	 * Returns where the program is.
	 * @return the executable
	 * @throws IllegalStateException if it is not on the {@code PATH}
	 */
	public Path require() {
		return find().orElseThrow(() -> new IllegalStateException(absence()));
	}

	String absence() {
		return this.command + " is not on the PATH";
	}

}
