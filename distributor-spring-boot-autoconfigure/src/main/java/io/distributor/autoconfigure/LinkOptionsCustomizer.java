package io.distributor.autoconfigure;

import io.distributor.link.LinkOptions;

/**
 * Changes the options of a link, of each one when this process has several. Called after
 * the properties were applied, in the order of the beans.
 */
@FunctionalInterface
public interface LinkOptionsCustomizer {

	/**
	 * Changes options.
	 * @param options the options so far
	 * @return the options to use
	 */
	LinkOptions customize(LinkOptions options);

}
