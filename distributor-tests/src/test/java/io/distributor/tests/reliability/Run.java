package io.distributor.tests.reliability;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.distributor.tests.reliability.fleet.NodeProcess;
import io.distributor.tests.reliability.fleet.ProcessFleet;
import io.distributor.tests.reliability.journal.JournalEntry;
import io.distributor.tests.reliability.load.Load;
import io.distributor.tests.reliability.verdict.Fault;
import io.distributor.tests.reliability.verdict.Fault.Permits;
import io.distributor.tests.reliability.verdict.SocketCounts;
import io.distributor.tests.reliability.verdict.Verdict;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/**
 * A fleet under load to which something happens. For one thread.
 */
final class Run implements AutoCloseable {

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	private final String name;

	private final Size size;

	private final ProcessFleet fleet;

	private final Load load;

	private final List<Fault> faults = new ArrayList<>();

	/**
	 * Creates a run without processes.
	 * @param name name of the run
	 * @param folder where journals go
	 * @param settings settings of all processes, {@code key=value}
	 * @param size what it is made of
	 */
	Run(String name, Path folder, List<String> settings, Size size) {
		this.name = name;
		this.size = size;
		this.fleet = new ProcessFleet(folder, settings);
		this.load = new Load(size.clients(), this.fleet);
	}

	/**
	 * Starts the fleet, connects the clients and lets them send.
	 * @return this run
	 */
	Run start() {
		this.fleet.start(this.size.distributors(), this.size.backends());
		this.load.connect(PATIENCE);
		this.load.send(this.size.eventsPerSecond());
		return this;
	}

	ProcessFleet fleet() {
		return this.fleet;
	}

	Load load() {
		return this.load;
	}

	/**
	 * Lets the load go on.
	 * @param seconds how long
	 */
	void goOn(double seconds) {
		try {
			new CountDownLatch(1).await((long) (seconds * 1000), TimeUnit.MILLISECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("Interrupted while the load goes on", ex);
		}
	}

	/**
	 * Does something to the fleet at once.
	 * @param what what is done
	 * @param permits what may become of what the victims broadcast
	 * @param fault does it
	 * @param victims backend instances
	 */
	void strike(String what, Permits permits, Runnable fault, NodeProcess... victims) {
		long now = JournalEntry.now();
		fault.run();
		this.faults.add(new Fault(what, now, now, names(victims), permits));
	}

	/**
	 * Does something to the fleet that lasts, and takes it back.
	 * @param what what is done
	 * @param permits what may become of what the victims broadcast
	 * @param fault does it, and takes as long as it lasts
	 * @param victims backend instances
	 */
	void outage(String what, Permits permits, Runnable fault, NodeProcess... victims) {
		long begun = JournalEntry.now();
		fault.run();
		this.faults.add(new Fault(what, begun, JournalEntry.now(), names(victims), permits));
	}

	private static Set<String> names(NodeProcess... victims) {
		return Stream.of(victims).map(NodeProcess::name).collect(Collectors.toSet());
	}

	/**
	 * Stops the load, waits for answers, lets the clients leave and judges.
	 * @return the verdict, printed
	 */
	Verdict finish() {
		this.load.finish(PATIENCE);
		this.load.leave();
		awaitEnds();
		Verdict verdict = Verdict.of(this.name, this.load.logs(), this.fleet.journals(), this.faults);
		System.out.println(verdict.text());
		return verdict;
	}

	/** What is missing after that is missing in the verdict. */
	private void awaitEnds() {
		try {
			Awaitility.await()
				.pollInterval(Duration.ofMillis(500))
				.atMost(Duration.ofSeconds(10))
				.until(() -> SocketCounts.of(this.load.logs(), this.fleet.journals()).endsMissing() == 0);
		}
		catch (ConditionTimeoutException ex) {
			return;
		}
	}

	/**
	 * Ends everything, and leaves what the processes said in the folder of the build.
	 */
	@Override
	public void close() {
		this.load.close();
		this.fleet.close();
		try {
			Files.writeString(Path.of("target", this.name.replace(' ', '-') + ".log"), this.fleet.output());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * What a fleet is made of, beside what was added to it before.
	 *
	 * @param distributors number of distributors
	 * @param backends number of backends
	 * @param clients number of clients
	 * @param eventsPerSecond events of all clients together
	 */
	record Size(int distributors, int backends, int clients, int eventsPerSecond) {

	}

}
