package io.distributor.tests.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * The scripts for Node.js and the packages they use.
 */
public final class NodeProject {

	private static final Path FOLDER = Path.of(System.getProperty("distributor.tests.node", "src/test/node"));

	private static final Path INSTALLED = FOLDER.resolve("node_modules/.package-lock.json");

	private NodeProject() {
	}

	/**
	 * Returns where the scripts are.
	 * @return the folder
	 */
	public static Path folder() {
		return FOLDER;
	}

	/**
	 * Installs the packages, unless those of the lock file are there.
	 */
	public static void install() {
		if (isInstalled()) {
			return;
		}
		ProcessBuilder npm = new ProcessBuilder("npm", "ci", "--no-audit", "--no-fund");
		try (ExternalProcess process = ExternalProcess.start("npm ci", npm.directory(FOLDER.toFile()))) {
			if (process.awaitEnd(Duration.ofMinutes(3)) != 0) {
				throw new IllegalStateException("npm ci failed and wrote:\n" + process.output());
			}
		}
	}

	private static boolean isInstalled() {
		try {
			return Files.exists(INSTALLED) && Files.getLastModifiedTime(INSTALLED)
				.compareTo(Files.getLastModifiedTime(FOLDER.resolve("package-lock.json"))) >= 0;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Prepares to run a script.
	 * @param script the script
	 * @param arguments what it gets
	 * @return how to start it
	 */
	public static ProcessBuilder node(String script, String... arguments) {
		ProcessBuilder node = new ProcessBuilder(Program.NODE.require().toString(), script);
		node.command().addAll(List.of(arguments));
		return node.directory(FOLDER.toFile());
	}

}
