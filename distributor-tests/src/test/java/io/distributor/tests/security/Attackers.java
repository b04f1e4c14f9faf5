package io.distributor.tests.security;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.LongAdder;

/**
 * Attacks of several kinds at once, each by some threads.
 */
final class Attackers implements AutoCloseable {

	private static final List<Attack> ATTACKS = List.of(new ComeAndGo(), new ComeAndGo(), new Malformed(),
			new Malformed(), new NeverRead(), new NeverRead(), new BigPayloads());

	private final ExecutorService threads = Executors.newFixedThreadPool(ATTACKS.size());

	private final LongAdder strikes = new LongAdder();

	private final int port;

	private final Random seeds;

	Attackers(int port, long seed) {
		this.port = port;
		this.seeds = new Random(seed);
	}

	/** Attacks for a while, and comes back when it is over. */
	void attack(Duration duration) throws Exception {
		long end = System.nanoTime() + duration.toNanos();
		List<Future<?>> running = new ArrayList<>();
		for (Attack attack : ATTACKS) {
			Random random = new Random(this.seeds.nextLong());
			running.add(this.threads.submit(() -> strikeUntil(attack, random, end)));
		}
		for (Future<?> one : running) {
			one.get();
		}
	}

	private void strikeUntil(Attack attack, Random random, long end) {
		while (System.nanoTime() - end < 0) {
			try {
				attack.strike(this.port, random);
			}
			catch (IOException | AssertionError ex) {
				// The distributor has closed the connection, or said no.
			}
			this.strikes.increment();
		}
	}

	long strikes() {
		return this.strikes.sum();
	}

	@Override
	public void close() {
		this.threads.shutdownNow();
	}

}
