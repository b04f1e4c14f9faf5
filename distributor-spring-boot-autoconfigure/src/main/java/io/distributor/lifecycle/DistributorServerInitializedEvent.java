package io.distributor.lifecycle;

import org.springframework.context.ApplicationContext;
import org.springframework.context.event.ApplicationContextEvent;

/**
 * A distributor listens on its port.
 */
public final class DistributorServerInitializedEvent extends ApplicationContextEvent {

	private static final long serialVersionUID = 1L;

	private final int port;

	DistributorServerInitializedEvent(ApplicationContext applicationContext, int port) {
		super(applicationContext);
		this.port = port;
	}

	/**
	 * Returns the port.
	 * @return the port it listens on, the real one when any was asked for
	 */
	public int port() {
		return this.port;
	}

}
