package io.distributor.tests.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;

/**
 * A folder with scripts for Node.js and the packages they use.
 *
 * @param folder the folder
 */
public record NodePackages(Path folder) {

	private static final Path INSTALLING = Path.of("target", "npm.lock");

	/**
	 * Returns a folder beside the one of the clients, with packages of its own.
	 * @param name name of the folder
	 * @return the folder
	 */
	public static NodePackages of(String name) {
		return new NodePackages(NodeProject.folder().resolve(name));
	}

	/**
	 * Installs the packages, unless those of the lock file are there. Other JVMs that
	 * want them too wait.
	 */
	public void install() {
		try (FileChannel file = FileChannel.open(INSTALLING, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
				FileLock lock = file.lock()) {
			if (!isInstalled()) {
				runNpm();
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void runNpm() {
		ProcessBuilder npm = new ProcessBuilder("npm", "ci", "--no-audit", "--no-fund");
		try (ExternalProcess process = ExternalProcess.start("npm ci", npm.directory(this.folder.toFile()))) {
			if (process.awaitEnd(Duration.ofMinutes(3)) != 0) {
				throw new IllegalStateException("npm ci failed and wrote:\n" + process.output());
			}
		}
	}

	private boolean isInstalled() throws IOException {
		Path installed = this.folder.resolve("node_modules/.package-lock.json");
		return Files.exists(installed) && Files.getLastModifiedTime(installed)
			.compareTo(Files.getLastModifiedTime(this.folder.resolve("package-lock.json"))) >= 0;
	}

	/**
	 * Prepares to run a script.
	 * @param script the script
	 * @param arguments what it gets
	 * @return how to start it
	 */
	public ProcessBuilder node(String script, String... arguments) {
		ProcessBuilder node = new ProcessBuilder(Program.NODE.require().toString(), script);
		node.command().addAll(List.of(arguments));
		return node.directory(this.folder.toFile());
	}

}
