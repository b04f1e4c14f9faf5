package io.distributor.tests.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.jspecify.annotations.Nullable;

import io.distributor.gateway.GatewayOptions;
import io.distributor.link.presence.NodeRole;
import tools.jackson.databind.json.JsonMapper;

/**
 * The processes of a simulation and what they share.
 */
final class Fleet {

	private final SimulatedClock clock = new SimulatedClock();

	private final Random random;

	private final Trace trace;

	private final FleetRecord record;

	private final SimulatedNetwork network;

	private final GatewayOptions limits;

	private final Sabotage sabotage;

	private final JsonMapper mapper;

	private final List<SimulatedDistributor> distributors = new ArrayList<>();

	private final List<SimulatedBackend> backends = new ArrayList<>();

	private final List<SimulatedClient> clients = new ArrayList<>();

	private int names;

	private long emissions;

	private int planned;

	Fleet(Random random, double faults, boolean losesPresence, GatewayOptions limits, Sabotage sabotage,
			JsonMapper mapper, boolean traced) {
		this.random = random;
		this.limits = limits;
		this.trace = new Trace(this.clock, traced);
		this.record = new FleetRecord(this.trace, this.clock);
		this.network = new SimulatedNetwork(this.clock, random, faults, losesPresence);
		this.sabotage = sabotage;
		this.mapper = mapper;
	}

	SimulatedClock clock() {
		return this.clock;
	}

	Random random() {
		return this.random;
	}

	Trace trace() {
		return this.trace;
	}

	FleetRecord record() {
		return this.record;
	}

	SimulatedNetwork network() {
		return this.network;
	}

	/** Returns how distributors work. */
	GatewayOptions limits() {
		return this.limits;
	}

	JsonMapper mapper() {
		return this.mapper;
	}

	SimulatedLink link(SimulatedProcess process, NodeRole role) {
		SimulatedLink link = new SimulatedLink(process, role, this.network, this.record, this.sabotage);
		this.record.add(link);
		return link;
	}

	boolean backendsDrain() {
		return this.sabotage.drains();
	}

	long nextEmission() {
		return ++this.emissions;
	}

	/** Changes the fleet at a later time. */
	void later(int delay, Runnable change) {
		this.planned++;
		this.clock.after(delay, () -> {
			this.planned--;
			change.run();
		});
	}

	/** Whether a change of the fleet is still to come. */
	boolean isChanging() {
		return this.planned > 0;
	}

	void addDistributor() {
		SimulatedDistributor distributor = SimulatedDistributor.start(this, "d" + ++this.names);
		this.distributors.add(distributor);
		this.record.add(distributor);
	}

	void addBackend() {
		this.backends.add(SimulatedBackend.start(this, "b" + ++this.names));
	}

	void addClient() {
		SimulatedClient client = new SimulatedClient("c" + ++this.names, this, new Random(this.random.nextLong()));
		this.clients.add(client);
		client.start();
	}

	/** Returns those that have not ended, be they leaving or not. */
	List<SimulatedDistributor> distributors() {
		this.distributors.removeIf((distributor) -> distributor.process().hasEnded());
		return this.distributors;
	}

	/** Returns those that have not ended, be they leaving or not. */
	List<SimulatedBackend> backends() {
		this.backends.removeIf((backend) -> backend.process().hasEnded());
		return this.backends;
	}

	List<SimulatedClient> clients() {
		return this.clients;
	}

	@Nullable SimulatedDistributor anyDistributor(Random random) {
		List<SimulatedDistributor> open = distributors().stream()
			.filter(SimulatedDistributor::takesConnections)
			.toList();
		return open.isEmpty() ? null : open.get(random.nextInt(open.size()));
	}

}
