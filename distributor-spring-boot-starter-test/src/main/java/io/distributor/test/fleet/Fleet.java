package io.distributor.test.fleet;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.springframework.context.ConfigurableApplicationContext;

/**
 * Distributors of this process, each listening on a free port, with the application under
 * test as their backend and a link over memory between them: real clients may connect.
 * <p>
 * Each distributor is an application context of its own, below that of the application:
 * it has the keys {@code distributor.server.*} of the application, but for the port and
 * the time to leave, and sees its beans. May be used from any thread.
 */
public final class Fleet implements AutoCloseable {

	private final ConfigurableApplicationContext application;

	private final List<FleetDistributor> distributors = new CopyOnWriteArrayList<>();

	/**
	 * Creates a fleet without distributors.
	 * @param application the application under test
	 */
	public Fleet(ConfigurableApplicationContext application) {
		this.application = application;
	}

	/**
	 * Starts one more distributor.
	 * @return the distributor, listening
	 */
	public FleetDistributor add() {
		FleetDistributor distributor = FleetDistributor.start("distributor-" + (this.distributors.size() + 1),
				this.application);
		this.distributors.add(distributor);
		return distributor;
	}

	/**
	 * Returns a distributor.
	 * @param index its position, from 0, in the order they were started
	 * @return the distributor
	 */
	public FleetDistributor distributor(int index) {
		return this.distributors.get(index);
	}

	/**
	 * Returns all distributors, those that have left among them.
	 * @return the distributors, a snapshot
	 */
	public List<FleetDistributor> distributors() {
		return List.copyOf(this.distributors);
	}

	/**
	 * Lets all distributors leave, and waits for it.
	 */
	@Override
	public void close() {
		this.distributors.forEach(FleetDistributor::leave);
	}

}
