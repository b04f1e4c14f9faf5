package io.distributor.benchmarks.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * On what was measured, and what.
 *
 * @param peers folder of the servers that are not of this project
 */
record Machine(Path peers) {

	private static final Pattern MODEL = Pattern.compile("model name\\s*:\\s*(.+)");

	private static final Pattern MEMORY = Pattern.compile("MemTotal:\\s+(\\d+) kB");

	private static final Pattern VERSION = Pattern.compile("\"version\":\\s*\"([^\"]+)\"");

	private static final Pattern JAR = Pattern.compile("(netty-socketio|redisson)-(\\d[\\w.]*)\\.jar");

	String text() {
		return """
				| | |
				|---|---|
				| date | %s |
				| machine | %d processors, %s, %s GB |
				| system | %s %s |
				| Java | %s %s |
				| Redis | %s |
				| Node | %s, socket.io %s, @socket.io/redis-adapter %s |
				| netty-socketio | %s |
				""".formatted(LocalDate.now(), Runtime.getRuntime().availableProcessors(),
				find(MODEL, read(Path.of("/proc/cpuinfo"))), gigabytes(), System.getProperty("os.name"),
				System.getProperty("os.version"), System.getProperty("java.vm.name"),
				System.getProperty("java.version"),
				find(Pattern.compile("v=(\\S+)"), output("redis-server", "--version")), output("node", "--version"),
				npmVersion("socket.io"), npmVersion("@socket.io/redis-adapter"), jars());
	}

	private static String gigabytes() {
		String kilobytes = find(MEMORY, read(Path.of("/proc/meminfo")));
		return kilobytes.isEmpty() ? "?" : Long.toString(Math.round(Long.parseLong(kilobytes) / 1024.0 / 1024.0));
	}

	private String npmVersion(String name) {
		return find(VERSION, read(this.peers.resolve("node/node_modules").resolve(name).resolve("package.json")));
	}

	private String jars() {
		try (Stream<Path> files = Files.list(this.peers.resolve("netty-socketio/target/lib"))) {
			List<String> found = files.map((file) -> JAR.matcher(file.getFileName().toString()))
				.filter(Matcher::matches)
				.map((matcher) -> matcher.group(1) + " " + matcher.group(2))
				.sorted()
				.toList();
			return String.join(", ", found);
		}
		catch (IOException ex) {
			return "";
		}
	}

	private static String find(Pattern pattern, String text) {
		Matcher matcher = pattern.matcher(text);
		return matcher.find() ? matcher.group(1).strip() : "";
	}

	private static String read(Path file) {
		try {
			return Files.exists(file) ? Files.readString(file) : "";
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String output(String... command) {
		try {
			Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
			String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
			return process.waitFor(10, TimeUnit.SECONDS) ? text.strip() : "";
		}
		catch (IOException ex) {
			return "not there";
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return "";
		}
	}

}
