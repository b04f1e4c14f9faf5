package io.distributor.autoconfigure;

import io.distributor.engine.server.EngineOptionsBuilder;

/**
 * Changes the options of the server: its port, its transports, its limits. Called after
 * the properties were applied, in the order of the beans.
 */
@FunctionalInterface
public interface EngineOptionsCustomizer {

	/**
	 * Changes options.
	 * @param options the options so far
	 */
	void customize(EngineOptionsBuilder options);

}
