package io.distributor.test.socket;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

import io.distributor.backend.Arguments;
import org.jspecify.annotations.Nullable;

/**
 * What happened to a client so far. Written by the event loop, read by the thread of the
 * test, which may wait for it.
 */
final class ClientState {

	private final Duration timeout;

	private final List<ReceivedEvent> received = new ArrayList<>();

	private final List<ReceivedEvent> unseen = new ArrayList<>();

	private final Map<Long, CompletableFuture<Arguments>> answers = new HashMap<>();

	private @Nullable String id;

	private @Nullable Refusal refusal;

	private @Nullable String end;

	private long lastAnswer;

	ClientState(Duration timeout) {
		this.timeout = timeout;
	}

	// What happens

	synchronized void connected(String id) {
		this.id = id;
		notifyAll();
	}

	synchronized void refused(Refusal refusal) {
		this.refusal = refusal;
		notifyAll();
	}

	synchronized void received(ReceivedEvent event) {
		this.received.add(event);
		this.unseen.add(event);
		notifyAll();
	}

	synchronized void ended(String reason) {
		if (this.end == null) {
			this.end = reason;
			this.answers.values().forEach((answer) -> answer.completeExceptionally(lost(reason)));
			this.answers.clear();
			notifyAll();
		}
	}

	synchronized void answered(long id, Arguments arguments) {
		CompletableFuture<Arguments> answer = this.answers.remove(id);
		if (answer != null) {
			answer.complete(arguments);
		}
	}

	/**
	 * Expects an answer.
	 * @return the number to ask with
	 */
	synchronized long expect(CompletableFuture<Arguments> answer) {
		this.lastAnswer++;
		if (this.end != null) {
			answer.completeExceptionally(lost(this.end));
		}
		else {
			this.answers.put(this.lastAnswer, answer);
		}
		return this.lastAnswer;
	}

	private static AssertionError lost(String reason) {
		return new AssertionError("the client was disconnected: " + reason);
	}

	// What the test wants to know

	synchronized @Nullable String id() {
		return this.id;
	}

	synchronized @Nullable Refusal refusal() {
		return this.refusal;
	}

	synchronized @Nullable String end() {
		return this.end;
	}

	synchronized List<ReceivedEvent> received() {
		return List.copyOf(this.received);
	}

	private synchronized @Nullable ReceivedEvent take(String name) {
		for (ReceivedEvent event : this.unseen) {
			if (event.name().equals(name)) {
				this.unseen.remove(event);
				return event;
			}
		}
		return null;
	}

	ReceivedEvent awaitEvent(String name) {
		return await("event '" + name + "'", () -> take(name));
	}

	/**
	 * Waits for something; not longer than the client is connected.
	 */
	synchronized <T> T await(String what, Supplier<@Nullable T> wanted) {
		long deadline = System.nanoTime() + this.timeout.toNanos();
		T found = wanted.get();
		while (found == null) {
			long left = (deadline - System.nanoTime()) / 1_000_000;
			if (left <= 0 || this.end != null) {
				throw new AssertionError("no " + what
						+ ((this.end != null) ? ": the client was disconnected: " + this.end
								: " within " + this.timeout.toMillis() + " ms")
						+ "; received so far: " + this.received);
			}
			pause(left);
			found = wanted.get();
		}
		return found;
	}

	private void pause(long millis) {
		try {
			wait(millis);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new AssertionError("interrupted while waiting", ex);
		}
	}

}
