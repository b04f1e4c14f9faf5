package io.distributor.tests.support;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A process of one of the samples, started from its executable jar on free ports.
 */
public final class Sample implements AutoCloseable {

	private static final Duration START = Duration.ofSeconds(180);

	private static final Pattern DISTRIBUTOR_PORT = Pattern.compile("listens on port (\\d+)");

	private static final Pattern PAGE = Pattern.compile("Chat: (http://\\S+)");

	private final ExternalProcess process;

	private Sample(ExternalProcess process) {
		this.process = process;
	}

	/**
	 * Starts a distributor. It listens when {@link #distributorPort()} is known.
	 * @param link what joins its fleet
	 * @param arguments further arguments
	 * @return the distributor
	 */
	public static Sample distributor(FleetLink link, String... arguments) {
		return start("sample-distributor", link, List.of(arguments));
	}

	/**
	 * Starts the chat. It is ready when {@link #page()} is known.
	 * @param link what joins its fleet
	 * @param arguments further arguments
	 * @return the chat
	 */
	public static Sample backend(FleetLink link, String... arguments) {
		return start("sample-backend", link, List.of(arguments));
	}

	/**
	 * Returns the port of the distributor.
	 * @return the port
	 */
	public int distributorPort() {
		return Integer.parseInt(this.process.await(DISTRIBUTOR_PORT, START).group(1));
	}

	/**
	 * Returns the address of the page of the chat.
	 * @return the address
	 */
	public String page() {
		return this.process.await(PAGE, START).group(1);
	}

	/**
	 * Kills the process, as {@code kill -9} does.
	 */
	public void kill() {
		this.process.kill();
	}

	/**
	 * Returns what the process has written.
	 * @return the last lines
	 */
	public String output() {
		return this.process.output();
	}

	@Override
	public void close() {
		this.process.close();
	}

	/**
	 * Ends processes at the same time.
	 * @param samples the processes
	 */
	public static void close(List<Sample> samples) {
		samples.forEach((sample) -> sample.process.terminate());
		samples.forEach(Sample::close);
	}

	private static Sample start(String module, FleetLink link, List<String> arguments) {
		List<String> command = new ArrayList<>(
				List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx192m",
						"-XX:TieredStopAtLevel=1", "-jar", jar(module).toString(), "--server.port=0",
						"--distributor.server.port=0"));
		command.addAll(link.arguments());
		command.addAll(arguments);
		return new Sample(ExternalProcess.start(module, new ProcessBuilder(command)));
	}

	private static Path jar(String module) {
		Path jar = Path.of(System.getProperty("distributor.tests.root", ".."), module, "target",
				module + "-" + System.getProperty("distributor.tests.version", "0.1.0-SNAPSHOT") + "-exec.jar");
		if (!Files.isRegularFile(jar)) {
			throw new IllegalStateException(
					jar + " is missing: build it with './mvnw -pl distributor-tests -am verify'");
		}
		return jar;
	}

}
