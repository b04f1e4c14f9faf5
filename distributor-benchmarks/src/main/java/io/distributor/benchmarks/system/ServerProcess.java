package io.distributor.benchmarks.system;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A process of a system: what it has cost, and its end. Started and closed by one thread.
 */
final class ServerProcess implements AutoCloseable {

	private static final int LINES_KEPT = 50;

	private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");

	private static final Pattern LIVE = Pattern.compile("live memory: (\\d+)");

	private static final byte[] ASK_LIVE = "memory\n".getBytes(StandardCharsets.US_ASCII);

	private static final long PATIENCE_SECONDS = 60;

	private final String name;

	private final Process process;

	private final Pattern ready;

	private final CountDownLatch readyOrEnded = new CountDownLatch(1);

	private final Deque<String> lines = new ArrayDeque<>();

	private final BlockingQueue<Long> live = new LinkedBlockingQueue<>();

	private String found = "";

	private ServerProcess(String name, Process process, Pattern ready) {
		this.name = name;
		this.process = process;
		this.ready = ready;
	}

	/**
	 * Starts a process and does not wait for it.
	 * @param name what it is called in messages
	 * @param ready what it writes when it is ready; its first group, if it has one, is
	 * the result of {@link #await}
	 * @param command the command
	 */
	static ServerProcess start(String name, String ready, List<String> command) {
		try {
			Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
			ServerProcess started = new ServerProcess(name, process, Pattern.compile(ready));
			Thread reader = new Thread(started::read, name + "-output");
			reader.setDaemon(true);
			reader.start();
			// Nothing is left behind by a comparison that is interrupted.
			Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
			return started;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void read() {
		try (BufferedReader reader = this.process.inputReader()) {
			for (String line = reader.readLine(); line != null; line = reader.readLine()) {
				keep(line);
			}
		}
		catch (IOException ex) {
			keep(ex.toString());
		}
		this.readyOrEnded.countDown();
	}

	private synchronized void keep(String line) {
		this.lines.add(line);
		if (this.lines.size() > LINES_KEPT) {
			this.lines.remove();
		}
		Matcher answer = LIVE.matcher(line);
		if (answer.find()) {
			this.live.add(Long.valueOf(answer.group(1)));
		}
		Matcher matcher = this.ready.matcher(line);
		if (this.found.isEmpty() && matcher.find()) {
			this.found = (matcher.groupCount() > 0) ? matcher.group(1) : line;
			this.readyOrEnded.countDown();
		}
	}

	/** Waits until the process is ready, and returns what it said. */
	String await(Duration patience) {
		try {
			this.readyOrEnded.await(patience.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		synchronized (this) {
			if (this.found.isEmpty()) {
				throw new IllegalStateException("Process " + this.name + " (" + state() + ") did not become ready:\n"
						+ String.join("\n", this.lines));
			}
			return this.found;
		}
	}

	private String state() {
		return this.process.isAlive() ? "running" : "ended with " + this.process.exitValue();
	}

	/** Returns the CPU time of all its threads so far. */
	Duration cpuTime() {
		return this.process.info().totalCpuDuration().orElse(Duration.ZERO);
	}

	/** Returns its resident memory, in bytes. */
	long residentBytes() {
		try {
			Matcher matcher = RESIDENT
				.matcher(Files.readString(Path.of("/proc", Long.toString(this.process.pid()), "status")));
			return matcher.find() ? 1024 * Long.parseLong(matcher.group(1)) : 0;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Lets it collect all garbage, and returns its heap and direct memory after that, in
	 * bytes. What it runs must answer that, as {@code MemoryAnswers} does.
	 */
	long liveBytes() {
		try {
			this.process.getOutputStream().write(ASK_LIVE);
			this.process.getOutputStream().flush();
			Long bytes = this.live.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
			if (bytes == null) {
				throw new IllegalStateException("Process " + this.name + " does not say how much memory is live");
			}
			return bytes;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("Interrupted", ex);
		}
	}

	@Override
	public void close() {
		this.process.destroy();
		try {
			if (!this.process.waitFor(20, TimeUnit.SECONDS)) {
				this.process.destroyForcibly().waitFor();
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			this.process.destroyForcibly();
		}
	}

}
