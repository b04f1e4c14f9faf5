package io.distributor.tests.support;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A process whose output is read and whose end is certain. May be used from any thread.
 */
public final class ExternalProcess implements AutoCloseable {

	private static final int LINES_KEPT = 10_000;

	private static final Duration PATIENCE = Duration.ofSeconds(10);

	private final String name;

	private final Process process;

	private final Thread reader;

	private final Deque<String> lines = new ArrayDeque<>();

	private ExternalProcess(String name, Process process) {
		this.name = name;
		this.process = process;
		this.reader = new Thread(this::read, name + " output");
		this.reader.setDaemon(true);
		this.reader.start();
	}

	/**
	 * Starts a process. Its errors are read with its output.
	 * @param name what to call it in messages
	 * @param builder how to start it
	 * @return the process
	 */
	public static ExternalProcess start(String name, ProcessBuilder builder) {
		try {
			return new ExternalProcess(name, builder.redirectErrorStream(true).start());
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Could not start " + name, ex);
		}
	}

	/**
	 * Waits until the process has written something.
	 * @param pattern what to wait for, in one line
	 * @param timeout how long to wait
	 * @return where it was found
	 * @throws IllegalStateException if the process ended before or the time is over
	 */
	public synchronized MatchResult await(Pattern pattern, Duration timeout) {
		long deadline = System.nanoTime() + timeout.toNanos();
		Optional<MatchResult> found = find(pattern);
		while (found.isEmpty()) {
			long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
			if (left <= 0 || !this.reader.isAlive()) {
				throw new IllegalStateException(this.name + " did not write '" + pattern + "' in " + timeout.toSeconds()
						+ " s or before its end, but:\n" + output());
			}
			waitFor(Math.min(left, 500));
			found = find(pattern);
		}
		return found.get();
	}

	/**
	 * Waits until the process ends by itself.
	 * @param timeout how long to wait
	 * @return its exit value
	 * @throws IllegalStateException if it is still running
	 */
	public int awaitEnd(Duration timeout) {
		try {
			if (!this.process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
				throw new IllegalStateException(
						this.name + " runs after " + timeout.toSeconds() + " s, and wrote:\n" + output());
			}
			this.reader.join(PATIENCE.toMillis());
			return this.process.exitValue();
		}
		catch (InterruptedException ex) {
			throw interrupted(ex);
		}
	}

	/**
	 * Returns what the process has written.
	 * @return the last lines
	 */
	public synchronized String output() {
		return String.join("\n", this.lines);
	}

	/**
	 * Returns the id of the process.
	 * @return the id
	 */
	public long pid() {
		return this.process.pid();
	}

	/**
	 * Asks the process to end, as {@code kill} does, and does not wait for it.
	 */
	public void terminate() {
		this.process.destroy();
	}

	/**
	 * Kills the process, as {@code kill -9} does.
	 */
	public void kill() {
		this.process.destroyForcibly();
		awaitEnd(PATIENCE);
	}

	/**
	 * Asks the process to end, and kills it when it does not.
	 */
	@Override
	public void close() {
		this.process.destroy();
		try {
			if (!this.process.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
				kill();
			}
		}
		catch (InterruptedException ex) {
			throw interrupted(ex);
		}
	}

	private void read() {
		try (BufferedReader output = this.process.inputReader()) {
			output.lines().forEach(this::add);
		}
		catch (IOException | UncheckedIOException ex) {
			add("(output ended: " + ex.getMessage() + ")");
		}
	}

	private synchronized void add(String line) {
		this.lines.addLast(line);
		if (this.lines.size() > LINES_KEPT) {
			this.lines.removeFirst();
		}
		notifyAll();
	}

	private Optional<MatchResult> find(Pattern pattern) {
		return this.lines.stream().flatMap((line) -> pattern.matcher(line).results()).findFirst();
	}

	private void waitFor(long millis) {
		try {
			wait(millis);
		}
		catch (InterruptedException ex) {
			throw interrupted(ex);
		}
	}

	private IllegalStateException interrupted(InterruptedException ex) {
		Thread.currentThread().interrupt();
		return new IllegalStateException("Interrupted while waiting for " + this.name, ex);
	}

}
