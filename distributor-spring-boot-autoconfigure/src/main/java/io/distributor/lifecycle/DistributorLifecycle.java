package io.distributor.lifecycle;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

import io.distributor.engine.ServerEngine;
import io.distributor.engine.forward.SessionForwarding;
import io.distributor.gateway.Gateway;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.ApplicationContext;

/**
 * The life of a distributor: the link before the port, and the other way round at the
 * end. The threads of the server keep the JVM alive.
 * <p>
 * It leaves when it is stopped, or before that when it is told to, which cannot be taken
 * back: its clients have gone elsewhere.
 */
public final class DistributorLifecycle extends RoleLifecycle {

	private static final Logger logger = LoggerFactory.getLogger(DistributorLifecycle.class);

	private final Gateway gateway;

	private final ServerEngine server;

	private final @Nullable SessionForwarding forwarding;

	private final DrainTime drain;

	private final ApplicationContext applicationContext;

	private final AtomicBoolean leaving = new AtomicBoolean();

	/**
	 * Creates the lifecycle.
	 * @param gateway the gateway, not started
	 * @param server the server, not started
	 * @param forwarding forwards requests for sessions of others, {@code null} if nothing
	 * does
	 * @param drain how long clients have to leave: in slices during the first half, with
	 * time to report them to their backends in the second
	 * @param shutdownPhase {@code spring.lifecycle.timeout-per-shutdown-phase}; a drain
	 * that does not fit is shortened
	 * @param applicationContext hears of the start
	 */
	public DistributorLifecycle(Gateway gateway, ServerEngine server, @Nullable SessionForwarding forwarding,
			Duration drain, Duration shutdownPhase, ApplicationContext applicationContext) {
		super("distributor", DISTRIBUTOR_PHASE);
		this.gateway = gateway;
		this.server = server;
		this.forwarding = forwarding;
		this.drain = DrainTime.within(drain, shutdownPhase);
		this.applicationContext = applicationContext;
	}

	@Override
	void doStart() {
		this.gateway.start();
		try {
			this.server.start();
			announceForwarding();
			this.applicationContext
				.publishEvent(new DistributorServerInitializedEvent(this.applicationContext, this.server.port()));
			logger.info("Distributor {} listens on port {}", this.gateway.id(), this.server.port());
		}
		catch (RuntimeException ex) {
			this.server.stop();
			this.gateway.stop();
			throw ex;
		}
	}

	private void announceForwarding() {
		InetSocketAddress address = this.server.forwardingAddress();
		if (this.forwarding != null && address != null) {
			this.gateway.announceForwarding(this.forwarding.tag(), address);
			logger.info("Distributor {} takes forwarded requests on {} port {}", this.gateway.id(),
					address.getAddress().getHostAddress(), address.getPort());
		}
	}

	/**
	 * Begins to leave, and does not wait for its end. Without effect when it does
	 * already, or does not run. May be called from any thread.
	 */
	public void leave() {
		if (isRunning()) {
			letClientsGo();
		}
	}

	private void letClientsGo() {
		if (this.leaving.compareAndSet(false, true)) {
			this.gateway.drain(this.drain.value());
			this.server.drain(this.drain.value().dividedBy(2));
		}
	}

	@Override
	public boolean isLeaving() {
		return this.leaving.get() || super.isLeaving();
	}

	@Override
	void doStop() {
		try {
			letClientsGo();
			this.gateway.drain(this.drain.value()).toCompletableFuture().join();
			logger.info("Distributor {} leaves with {} sockets still connected and {} not handled to their end",
					this.gateway.id(), this.gateway.statistics().sockets(),
					this.gateway.statistics().departedSockets());
		}
		finally {
			this.server.stop();
			this.gateway.stop();
		}
	}

}
