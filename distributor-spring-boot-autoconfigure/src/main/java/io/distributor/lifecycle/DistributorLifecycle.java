package io.distributor.lifecycle;

import java.time.Duration;
import java.util.concurrent.CompletionStage;

import io.distributor.engine.SocketIoServer;
import io.distributor.gateway.Gateway;

import org.springframework.context.ApplicationContext;

/**
 * The life of a distributor: the link before the port, and the other way round at the
 * end. The threads of the server keep the JVM alive.
 */
public final class DistributorLifecycle extends RoleLifecycle {

	private final Gateway gateway;

	private final SocketIoServer server;

	private final Duration drain;

	private final ApplicationContext applicationContext;

	/**
	 * Creates the lifecycle.
	 * @param gateway the gateway, not started
	 * @param server the server, not started
	 * @param drain how long clients have to leave: in slices during the first half, with
	 * time to report them to their backends in the second
	 * @param applicationContext hears of the start
	 */
	public DistributorLifecycle(Gateway gateway, SocketIoServer server, Duration drain,
			ApplicationContext applicationContext) {
		super("distributor", DISTRIBUTOR_PHASE);
		this.gateway = gateway;
		this.server = server;
		this.drain = drain;
		this.applicationContext = applicationContext;
	}

	@Override
	void doStart() {
		this.gateway.start();
		try {
			this.server.start();
			this.applicationContext
				.publishEvent(new DistributorServerInitializedEvent(this.applicationContext, this.server.port()));
		}
		catch (RuntimeException ex) {
			this.server.stop();
			this.gateway.stop();
			throw ex;
		}
	}

	@Override
	void doStop() {
		try {
			CompletionStage<Void> left = this.gateway.drain(this.drain);
			this.server.drain(this.drain.dividedBy(2));
			left.toCompletableFuture().join();
		}
		finally {
			this.server.stop();
			this.gateway.stop();
		}
	}

}
