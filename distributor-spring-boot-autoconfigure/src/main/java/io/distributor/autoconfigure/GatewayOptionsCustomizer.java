package io.distributor.autoconfigure;

import io.distributor.gateway.GatewayOptions;

/**
 * Changes the options of the gateway. Called after the properties were applied, in the
 * order of the beans.
 */
@FunctionalInterface
public interface GatewayOptionsCustomizer {

	/**
	 * Changes options.
	 * @param options the options so far
	 * @return the options to use
	 */
	GatewayOptions customize(GatewayOptions options);

}
