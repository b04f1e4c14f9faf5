package io.distributor.tests.simulation;

import java.util.List;
import java.util.Random;

/**
 * What happens to a fleet.
 */
final class Troubles {

	private static final int SHORT = 250;

	private static final int LONG = 1_500;

	private final Fleet fleet;

	private final Mood mood;

	private final Random random;

	Troubles(Fleet fleet, Mood mood, Random random) {
		this.fleet = fleet;
		this.mood = mood;
		this.random = random;
	}

	void next() {
		int choices = switch (this.mood) {
			case GENTLE -> 3;
			case SHAKY -> 6;
			case HARSH -> 11;
		};
		switch (this.random.nextInt(choices)) {
			case 0 -> replace();
			case 1 -> this.fleet.addClient();
			case 3, 4 -> hurt(this.random.nextInt(10) < 7);
			case 5 -> cutEverybodyOff();
			case 2 -> leave();
			case 6 -> crashBackend();
			case 7 -> crashDistributor();
			case 8 -> leaveNoBackend();
			default -> hurt(true);
		}
	}

	/** A deployment: a new instance comes, an old one leaves. */
	private void replace() {
		List<SimulatedBackend> staying = staying();
		if (!staying.isEmpty()) {
			SimulatedBackend old = any(staying);
			this.fleet.trace().note(old, "is replaced");
			this.fleet.addBackend();
			this.fleet.later(this.random.nextInt(500), old::leave);
		}
	}

	private void hurt(boolean backend) {
		if (backend && !this.fleet.backends().isEmpty()) {
			SimulatedBackend hurt = any(this.fleet.backends());
			hurt(hurt.process(), hurt.link());
		}
		else if (!this.fleet.distributors().isEmpty()) {
			SimulatedDistributor hurt = any(this.fleet.distributors());
			hurt(hurt.process(), hurt.link());
		}
	}

	private void hurt(SimulatedProcess process, SimulatedLink link) {
		int time = 20 + this.random.nextInt(time());
		switch (this.random.nextInt(5)) {
			case 0 -> cutOff(link, time);
			case 1 -> {
				this.fleet.trace().note(process.name(), "is paused for " + time);
				process.pause();
				this.fleet.clock().after(time, process::resume);
			}
			case 2 -> {
				this.fleet.trace().note(process.name(), "is mute for " + time);
				link.mute(true);
				this.fleet.clock().after(time, () -> link.mute(false));
			}
			case 3 -> {
				this.fleet.trace().note(process.name(), "is stuck for " + time);
				link.stuck(true);
				this.fleet.clock().after(time, () -> link.stuck(false));
			}
			default -> {
				this.fleet.trace().note(process.name(), "is deaf for " + time);
				link.deaf(true);
				this.fleet.clock().after(time, () -> link.deaf(false));
			}
		}
	}

	private int time() {
		return (this.mood == Mood.HARSH) ? LONG : SHORT;
	}

	private void cutOff(SimulatedLink link, int time) {
		this.fleet.trace().note(link.process().name(), "is cut off for " + time);
		link.disconnect();
		this.fleet.clock().after(time, link::connect);
	}

	/** As when Redis is restarted. */
	private void cutEverybodyOff() {
		int time = 20 + this.random.nextInt(time());
		this.fleet.backends().forEach((backend) -> cutOff(backend.link(), time));
		this.fleet.distributors().forEach((distributor) -> cutOff(distributor.link(), time));
	}

	private void leave() {
		List<SimulatedDistributor> open = this.fleet.distributors()
			.stream()
			.filter(SimulatedDistributor::takesConnections)
			.toList();
		if (!open.isEmpty()) {
			SimulatedDistributor old = any(open);
			this.fleet.trace().note(old, "leaves");
			this.fleet.addDistributor();
			old.leave();
		}
	}

	private void crashBackend() {
		if (!this.fleet.backends().isEmpty()) {
			SimulatedBackend killed = any(this.fleet.backends());
			this.fleet.trace().note(killed, "is killed");
			killed.crash();
			this.fleet.later(this.random.nextInt(1_000), this.fleet::addBackend);
		}
	}

	/** All sockets are without a home until another instance comes. */
	private void leaveNoBackend() {
		boolean crash = this.random.nextBoolean();
		this.fleet.trace().note("backends", crash ? "are all killed" : "all leave");
		for (SimulatedBackend backend : List.copyOf(staying())) {
			if (crash) {
				backend.crash();
			}
			else {
				backend.leave();
			}
		}
		this.fleet.later(200 + this.random.nextInt(1_400), this.fleet::addBackend);
	}

	private void crashDistributor() {
		if (!this.fleet.distributors().isEmpty()) {
			SimulatedDistributor killed = any(this.fleet.distributors());
			this.fleet.trace().note(killed, "is killed");
			killed.crash();
			this.fleet.later(this.random.nextInt(500), this.fleet::addDistributor);
		}
	}

	private List<SimulatedBackend> staying() {
		return this.fleet.backends().stream().filter(SimulatedBackend::isStaying).toList();
	}

	private <T> T any(List<T> list) {
		return list.get(this.random.nextInt(list.size()));
	}

}
