package io.distributor.tests.security;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Clients that ask and wait for the answer, and measure how long it takes.
 */
final class GoodClients implements AutoCloseable {

	private static final long PAUSE_MILLIS = 10;

	private final List<Attacker> clients = new ArrayList<>();

	private final List<Thread> threads = new ArrayList<>();

	private final List<Long> micros = Collections.synchronizedList(new ArrayList<>());

	private final List<Throwable> failures = Collections.synchronizedList(new ArrayList<>());

	private volatile boolean closed;

	GoodClients(int port, int count) throws IOException {
		for (int i = 0; i < count; i++) {
			Attacker client = Attacker.of(port);
			client.join("/chat");
			this.clients.add(client);
			Thread thread = new Thread(() -> ask(client), "good client " + i);
			this.threads.add(thread);
			thread.start();
		}
	}

	private void ask(Attacker client) {
		try {
			for (int i = 0; !this.closed; i++) {
				long start = System.nanoTime();
				client.send("42/chat," + i + "[\"echo\",\"text " + i + "\"]");
				awaitAnswer(client, "43/chat," + i + "[\"text " + i + "\"]");
				this.micros.add(TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - start));
				Thread.sleep(PAUSE_MILLIS);
			}
		}
		catch (IOException | InterruptedException | AssertionError ex) {
			if (!this.closed) {
				this.failures.add(ex);
			}
		}
	}

	private static void awaitAnswer(Attacker client, String answer) throws IOException {
		String text = client.readText();
		while (text.equals("2")) {
			client.send("3");
			text = client.readText();
		}
		if (!text.equals(answer)) {
			throw new AssertionError("answer: " + text + " (expected: " + answer + ")");
		}
	}

	/** Returns the 99th percentile since the last call, in milliseconds. */
	double takePercentile() {
		List<Long> taken;
		synchronized (this.micros) {
			taken = new ArrayList<>(this.micros);
			this.micros.clear();
		}
		Collections.sort(taken);
		return taken.isEmpty() ? Double.NaN : taken.get(taken.size() * 99 / 100) / 1000.0;
	}

	List<Throwable> failures() {
		return this.failures;
	}

	@Override
	public void close() {
		this.closed = true;
		this.threads.forEach(Thread::interrupt);
		for (Attacker client : this.clients) {
			try {
				client.close();
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}
	}

}
