package io.distributor.tests.simulation;

import java.util.Collection;
import java.util.List;
import java.util.Random;

import tools.jackson.databind.json.JsonMapper;

/**
 * A fleet and what happens to it, all from one seed. At the end everything heals, and the
 * promises are checked.
 */
final class FleetSimulation {

	private static final int TROUBLED = 1_200;

	/** How long the fleet may take to come to rest, in each phase after the troubles. */
	private static final int HEALING = 2_000;

	private static final int PROBING = 250;

	private static final int LEAVING = 600;

	/** Long enough for what was on its way. */
	private static final int STEP = 50;

	private final Random random;

	private final Mood mood;

	private final Fleet fleet;

	private final FleetPromises promises;

	private final FleetRest rest;

	FleetSimulation(long seed, Sabotage sabotage, JsonMapper mapper, boolean traced) {
		this.random = new Random(seed * 0x9E3779B97F4A7C15L);
		this.mood = Mood.values()[this.random.nextInt(Mood.values().length)];
		double faults = this.random.nextInt(3) * 0.03;
		boolean tight = this.random.nextInt(4) == 0;
		this.fleet = new Fleet(this.random, faults, this.mood != Mood.GENTLE,
				tight ? SimulatedDistributor.TIGHT : SimulatedDistributor.ROOMY, sabotage, mapper, traced);
		this.promises = new FleetPromises(this.fleet, this.mood);
		this.rest = new FleetRest(this.fleet);
		this.fleet.trace().note("seed", seed + " " + this.mood + (tight ? ", tight" : "") + ", faults: " + faults);
	}

	/**
	 * Runs it.
	 * @return what was broken, empty if nothing was
	 */
	List<String> run() {
		try {
			begin();
			live();
			heal();
			runToRest(HEALING);
			if (this.fleet.record().broken().isEmpty()) {
				probe();
			}
		}
		catch (RuntimeException | AssertionError ex) {
			this.fleet.record().broken(ex.toString());
			if (this.fleet.trace().isOn()) {
				ex.printStackTrace();
			}
		}
		return this.fleet.record().broken();
	}

	FleetRecord record() {
		return this.fleet.record();
	}

	Collection<String> trace() {
		return this.fleet.trace().lines();
	}

	int handled() {
		return this.fleet.record().handled();
	}

	private boolean runFor(long time) {
		this.fleet.clock().runUntil(this.fleet.clock().now() + time);
		this.promises.checkWithinLimits();
		return this.fleet.record().broken().isEmpty();
	}

	/**
	 * What has not come to rest by then never does: the promises are checked all the
	 * same.
	 */
	private void runToRest(long limit) {
		long end = this.fleet.clock().now() + limit;
		runFor(STEP);
		while (this.fleet.clock().now() < end && !this.rest.isReached()) {
			runFor(Math.min(STEP, end - this.fleet.clock().now()));
		}
	}

	private void begin() {
		for (int i = 0; i < 3; i++) {
			this.fleet.addBackend();
		}
		this.fleet.addDistributor();
		this.fleet.addDistributor();
		int clients = 6 + this.random.nextInt(4);
		for (int i = 0; i < clients; i++) {
			this.fleet.later(this.random.nextInt(400), this.fleet::addClient);
		}
	}

	private void live() {
		Troubles troubles = new Troubles(this.fleet, this.mood, this.random);
		while (this.fleet.clock().now() < TROUBLED && runFor(10 + this.random.nextInt(100))) {
			if (this.random.nextInt(3) == 0) {
				troubles.next();
			}
		}
	}

	private void heal() {
		this.fleet.trace().note("network", "heals");
		this.fleet.network().heal();
		this.fleet.distributors().forEach((distributor) -> heal(distributor.process(), distributor.link()));
		this.fleet.backends().forEach((backend) -> heal(backend.process(), backend.link()));
		if (this.fleet.backends().stream().noneMatch(SimulatedBackend::isStaying)) {
			this.fleet.addBackend();
		}
		if (this.fleet.distributors().stream().noneMatch(SimulatedDistributor::takesConnections)) {
			this.fleet.addDistributor();
		}
		this.fleet.clients().forEach(SimulatedClient::quiet);
	}

	private static void heal(SimulatedProcess process, SimulatedLink link) {
		process.resume();
		link.mute(false);
		link.deaf(false);
		link.stuck(false);
		link.connect();
	}

	private void probe() {
		this.fleet.clients().forEach(SimulatedClient::probe);
		runToRest(PROBING);
		this.promises.checkConnected();
		this.fleet.clients().forEach(SimulatedClient::leaveForGood);
		runToRest(LEAVING);
		this.promises.checkGone();
	}

}
