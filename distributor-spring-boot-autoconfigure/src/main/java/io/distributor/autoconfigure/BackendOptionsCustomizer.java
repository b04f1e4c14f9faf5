package io.distributor.autoconfigure;

import io.distributor.backend.instance.BackendOptions;

/**
 * Changes the options of the backend. Called after the properties were applied, in the
 * order of the beans.
 */
@FunctionalInterface
public interface BackendOptionsCustomizer {

	/**
	 * Changes options.
	 * @param options the options so far
	 */
	void customize(BackendOptions.Builder options);

}
