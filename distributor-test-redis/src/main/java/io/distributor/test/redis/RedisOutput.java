package io.distributor.test.redis;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * What a {@code redis-server} writes; read to its end by a thread of its own, so that the
 * server never waits for a reader.
 */
final class RedisOutput {

	/** What a line has in it when the server accepts connections. */
	static final String READY = "Ready to accept connections";

	private static final int LINES_KEPT = 50;

	private final Deque<String> lines = new ArrayDeque<>();

	private final CompletableFuture<Void> ready = new CompletableFuture<>();

	private RedisOutput() {
	}

	static RedisOutput of(Process process) {
		RedisOutput output = new RedisOutput();
		Thread thread = new Thread(() -> output.read(process), "test-redis-output");
		thread.setDaemon(true);
		thread.start();
		return output;
	}

	/**
	 * Waits until the server accepts connections.
	 * @param patience how long to wait
	 * @throws IllegalStateException if the server ended before, or the time is over
	 */
	void awaitReady(Duration patience) {
		try {
			this.ready.get(patience.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (ExecutionException | TimeoutException ex) {
			throw new IllegalStateException("it did not write '" + READY + "' in " + patience.toSeconds()
					+ " s or before its end, but:\n" + kept());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("interrupted while it starts", ex);
		}
	}

	private void read(Process process) {
		try (BufferedReader output = process.inputReader()) {
			output.lines().forEach(this::add);
		}
		catch (IOException | UncheckedIOException ex) {
			add("(output ended: " + ex.getMessage() + ")");
		}
		this.ready.completeExceptionally(new IllegalStateException("ended"));
	}

	private void add(String line) {
		keep(line);
		if (line.contains(READY)) {
			this.ready.complete(null);
		}
	}

	private synchronized void keep(String line) {
		this.lines.addLast(line);
		if (this.lines.size() > LINES_KEPT) {
			this.lines.removeFirst();
		}
	}

	private synchronized String kept() {
		return String.join("\n", this.lines);
	}

}
