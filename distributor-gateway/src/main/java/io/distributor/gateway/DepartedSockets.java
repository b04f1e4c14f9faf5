package io.distributor.gateway;

import io.netty.util.concurrent.EventExecutor;

/**
 * The sockets whose clients have left and whose homes have not handled everything. Their
 * number is limited, because a home that lives but handles nothing keeps them here for as
 * long as it lives. May be used from any thread.
 */
final class DepartedSockets {

	private final int limit;

	private final GatewayCounters counters;

	private final BurstLog forgotten;

	DepartedSockets(int limit, GatewayCounters counters) {
		this.limit = limit;
		this.counters = counters;
		this.forgotten = new BurstLog("Forgot {} sockets whose clients have left: the backends of more than " + limit
				+ " such sockets have not handled their last events and disconnects. What these backends do not "
				+ "handle is not given to others; look at why they are behind");
	}

	/**
	 * A client has left.
	 * @return whether there are too many, so that the socket is not to be kept
	 */
	boolean enter() {
		return this.counters.departedSockets.incrementAndGet() > this.limit;
	}

	/**
	 * A socket is over.
	 */
	void exit() {
		this.counters.departedSockets.decrementAndGet();
	}

	void countForgotten(EventExecutor executor) {
		this.counters.forgottenSockets.increment();
		this.forgotten.count(executor);
	}

}
