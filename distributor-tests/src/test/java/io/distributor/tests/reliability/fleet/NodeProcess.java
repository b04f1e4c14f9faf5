package io.distributor.tests.reliability.fleet;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import io.distributor.tests.reliability.journal.Journal;
import io.distributor.tests.reliability.node.NodeApplication;
import io.distributor.tests.support.ExternalProcess;

/**
 * A process of a fleet: a distributor or a backend. For one thread.
 */
public final class NodeProcess implements AutoCloseable {

	private static final Duration PATIENCE = Duration.ofMinutes(2);

	private static final Pattern PORT = Pattern.compile("listens on port (\\d+)");

	private static final Pattern READY = Pattern.compile(NodeApplication.READY);

	private final String name;

	private final ExternalProcess process;

	private final Path journal;

	private int port;

	private NodeProcess(String name, ExternalProcess process, Path journal) {
		this.name = name;
		this.process = process;
		this.journal = journal;
	}

	/**
	 * Starts a process and does not wait for it.
	 * @param name its name, unique in its fleet
	 * @param role value of {@code distributor.role}
	 * @param folder where its journal goes
	 * @param settings further settings
	 * @return the process
	 */
	static NodeProcess start(String name, String role, Path folder, Map<String, String> settings) {
		Path journal = folder.resolve(name + ".journal");
		List<String> command = new ArrayList<>(List.of(
				Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx128m", "-XX:+UseSerialGC",
				"-XX:TieredStopAtLevel=1", "-Xshare:auto", "-cp", classPath(), NodeApplication.class.getName(),
				"--spring.main.banner-mode=off", "--spring.application.name=" + name, "--distributor.role=" + role,
				"--" + NodeApplication.NAME + "=" + name, "--" + NodeApplication.JOURNAL + "=" + journal));
		settings.forEach((key, value) -> command.add("--" + key + "=" + value));
		return new NodeProcess(name, ExternalProcess.start(name, new ProcessBuilder(command)), journal);
	}

	/** Under Maven the class path of the JVM is a single jar that ends with the build. */
	private static String classPath() {
		return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
	}

	/**
	 * Waits until its link is up.
	 * @return this process
	 */
	public NodeProcess awaitReady() {
		this.process.await(READY, PATIENCE);
		return this;
	}

	public String name() {
		return this.name;
	}

	/**
	 * Returns the port that a distributor listens on; waits until it does.
	 * @return the port
	 */
	public int port() {
		if (this.port == 0) {
			this.port = Integer.parseInt(this.process.await(PORT, PATIENCE).group(1));
		}
		return this.port;
	}

	public Journal journal() {
		return Journal.read(this.name, this.journal);
	}

	/**
	 * Kills the process: {@code kill -9}.
	 */
	public void kill() {
		this.process.kill();
	}

	/**
	 * Stops the process as a deployment does, {@code SIGTERM}, and waits for its end.
	 */
	public void stop() {
		this.process.terminate();
		this.process.awaitEnd(PATIENCE);
	}

	/**
	 * Pauses the process: {@code SIGSTOP}.
	 */
	public void pause() {
		signal("STOP");
	}

	/**
	 * Lets the process go on: {@code SIGCONT}.
	 */
	public void resume() {
		signal("CONT");
	}

	private void signal(String signal) {
		ExternalProcess.start("kill", new ProcessBuilder("kill", "-" + signal, Long.toString(this.process.pid())))
			.awaitEnd(PATIENCE);
	}

	/**
	 * Returns what the process has written.
	 * @return the last lines
	 */
	public String output() {
		return this.process.output();
	}

	/**
	 * Kills the process: what it had to do gracefully was done before, or is not wanted.
	 */
	@Override
	public void close() {
		kill();
	}

}
