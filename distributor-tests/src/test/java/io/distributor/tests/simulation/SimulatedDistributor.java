package io.distributor.tests.simulation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.distributor.engine.namespace.NamespaceOptions;
import io.distributor.engine.namespace.NamespaceServer;
import io.distributor.engine.session.CloseReason;
import io.distributor.gateway.Gateway;
import io.distributor.gateway.GatewayOptions;
import io.distributor.gateway.GatewayStatistics;
import io.distributor.link.presence.NodeRole;

/**
 * A distributor: the real gateway and the real Socket.IO layer on simulated connections.
 */
final class SimulatedDistributor {

	/** Limits of each socket, and none of all together that is ever reached. */
	static final GatewayOptions ROOMY = GatewayOptions.builder()
		.backendWait(Duration.ofSeconds(3))
		.adoptionWait(Duration.ofMillis(500))
		.maxUnhandledEvents(4)
		.maxUnhandledBytes(700)
		.namespaceLinger(Duration.ofMillis(200))
		.build();

	/** Limits of all sockets together that a few of them reach. */
	static final GatewayOptions TIGHT = ROOMY.toBuilder()
		.maxUnhandledTotal(1_200)
		.maxSocketDataTotal(30)
		.maxWaitingConnects(2)
		.build();

	private static final int SLICE = 40;

	private static final int LEAVE_AT_MOST = 1_200;

	private final SimulatedProcess process;

	private final SimulatedLink link;

	private final Gateway gateway;

	private final NamespaceServer server;

	private final List<SimulatedExecutor> loops;

	private final List<SimulatedSession> sessions = new ArrayList<>();

	private int sockets;

	private boolean leaving;

	private boolean crashed;

	private boolean gaveUp;

	SimulatedDistributor(SimulatedProcess process, SimulatedLink link, GatewayOptions options) {
		this.process = process;
		this.link = link;
		this.loops = List.of(new SimulatedExecutor(process, () -> 0), new SimulatedExecutor(process, () -> 0));
		this.gateway = new Gateway(link, (namespace) -> server().namespace(namespace), options);
		this.server = new NamespaceServer(NamespaceOptions.DEFAULTS, this.gateway,
				() -> () -> "s" + ++this.sockets + "-" + process.name());
		this.gateway.start();
	}

	static SimulatedDistributor start(Fleet fleet, String name) {
		SimulatedProcess process = new SimulatedProcess(name, fleet.clock());
		return new SimulatedDistributor(process, fleet.link(process, NodeRole.DISTRIBUTOR), fleet.limits());
	}

	private NamespaceServer server() {
		return this.server;
	}

	SimulatedProcess process() {
		return this.process;
	}

	SimulatedLink link() {
		return this.link;
	}

	GatewayStatistics statistics() {
		return this.gateway.statistics();
	}

	GatewayOptions limits() {
		return this.gateway.options();
	}

	/** Whether the unhandled events of all sockets are, or were just now, too many. */
	boolean hasTooMuchUnhandled() {
		return statistics().unhandledBytes() > limits().maxUnhandledTotal() / 4 * 3;
	}

	/** Returns what all sockets together have too much of, or {@code null}. */
	@Nullable String excess() {
		GatewayStatistics now = statistics();
		if (now.socketDataBytes() > limits().maxSocketDataTotal()) {
			return now.socketDataBytes() + " bytes of data";
		}
		return (now.waitingConnects() > limits().maxWaitingConnects()) ? now.waitingConnects() + " waiting clients"
				: null;
	}

	boolean takesConnections() {
		return !this.process.hasEnded() && !this.leaving;
	}

	SimulatedSession open(SimulatedClient client) {
		this.sessions.removeIf(SimulatedSession::isClosed);
		SimulatedExecutor loop = this.loops.get(this.sessions.size() % this.loops.size());
		SimulatedSession session = new SimulatedSession(this, loop, client);
		this.sessions.add(session);
		session.open(this.server);
		return session;
	}

	/** Whether it ended before it was done with its sockets. */
	boolean endedEarly() {
		return this.crashed || this.gaveUp;
	}

	/** Ends as by {@code kill -9}. */
	void crash() {
		this.crashed = true;
		this.process.end();
		this.sessions.forEach(SimulatedSession::tear);
	}

	/** Ends as it is meant to: sends its clients elsewhere, then says goodbye. */
	void leave() {
		this.leaving = true;
		this.process.after(0, () -> {
			// The gateway waits by the clock on the wall; here it is asked how far it is.
			this.gateway.drain(Duration.ofNanos(1));
			closeSlice();
		});
		awaitEmpty(this.process.clock().now() + LEAVE_AT_MOST);
	}

	private void closeSlice() {
		this.sessions.removeIf(SimulatedSession::isClosed);
		if (!this.sessions.isEmpty()) {
			this.sessions.get(0).close(CloseReason.SERVER_SHUTTING_DOWN, null);
			this.process.after(SLICE, this::closeSlice);
		}
	}

	private void awaitEmpty(long deadline) {
		this.process.after(SLICE, () -> {
			GatewayStatistics now = statistics();
			boolean empty = this.sessions.isEmpty() && now.sockets() == 0 && now.connecting() == 0
					&& now.heldMessages() == 0 && now.departedSockets() == 0;
			if (empty || this.process.clock().now() >= deadline) {
				this.gaveUp = !empty;
				this.gateway.stop();
			}
			else {
				awaitEmpty(deadline);
			}
		});
	}

	@Override
	public String toString() {
		return this.process.name();
	}

}
