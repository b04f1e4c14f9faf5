package io.distributor.autoconfigure;

import io.distributor.engine.ServerOptionsBuilder;

/**
 * Changes the options of the Socket.IO server. Called after the properties were applied,
 * in the order of the beans.
 */
@FunctionalInterface
public interface ServerOptionsCustomizer {

	/**
	 * Changes options.
	 * @param options the options so far
	 */
	void customize(ServerOptionsBuilder options);

}
