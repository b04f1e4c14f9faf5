package io.distributor.tests.simulation;

import java.time.Duration;
import java.util.Random;

import io.distributor.backend.instance.Backend;
import io.distributor.backend.instance.BackendOptions;
import io.distributor.backend.statistics.BackendStatistics;
import io.distributor.backend.statistics.HandlerObserver;
import io.distributor.link.presence.NodeRole;
import tools.jackson.databind.json.JsonMapper;

/**
 * A backend instance: all real but its link, its executor and its timer.
 */
final class SimulatedBackend {

	static final String NAMESPACE = "/chat";

	static final Duration ACK_TIMEOUT = Duration.ofSeconds(2);

	private static final BackendOptions OPTIONS = BackendOptions.builder(NAMESPACE)
		.drainTimeout(Duration.ofMillis(1_200))
		.requestTimeout(Duration.ofSeconds(2))
		.ackTimeout(ACK_TIMEOUT)
		.handledBatch(3)
		.build();

	private final SimulatedProcess process;

	private final SimulatedLink link;

	private final Backend backend;

	private final boolean drains;

	private boolean leaving;

	SimulatedBackend(SimulatedProcess process, SimulatedLink link, JsonMapper mapper, Random random, boolean drains) {
		this.drains = drains;
		this.process = process;
		this.link = link;
		SimulatedExecutor handlers = new SimulatedExecutor(process, () -> random.nextInt(3));
		SimulatedExecutor timer = new SimulatedExecutor(process, () -> 0);
		this.backend = new Backend(OPTIONS, mapper, handlers, timer, link, HandlerObserver.NONE);
	}

	static SimulatedBackend start(Fleet fleet, String name) {
		SimulatedProcess process = new SimulatedProcess(name, fleet.clock());
		SimulatedBackend backend = new SimulatedBackend(process, fleet.link(process, NodeRole.BACKEND), fleet.mapper(),
				fleet.random(), fleet.backendsDrain());
		new FleetHandlers(backend, fleet).register(backend.backend.io());
		backend.backend.start();
		return backend;
	}

	SimulatedProcess process() {
		return this.process;
	}

	SimulatedLink link() {
		return this.link;
	}

	BackendStatistics statistics() {
		return this.backend.statistics();
	}

	boolean isStaying() {
		return !this.process.hasEnded() && !this.leaving;
	}

	/** Ends as by {@code kill -9}. */
	void crash() {
		this.process.end();
	}

	/** Ends as it is meant to: by draining, then saying goodbye. */
	void leave() {
		this.leaving = true;
		this.process.after(0, () -> {
			if (this.drains) {
				this.backend.drain().whenComplete((nothing, failure) -> this.process.after(0, this.backend::stopNow));
			}
			else {
				this.backend.stopNow();
			}
		});
	}

	@Override
	public String toString() {
		return this.process.name();
	}

}
