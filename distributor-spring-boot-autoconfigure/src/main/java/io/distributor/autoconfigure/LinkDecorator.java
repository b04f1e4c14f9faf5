package io.distributor.autoconfigure;

import io.distributor.link.Link;
import io.distributor.link.presence.NodeRole;

/**
 * Puts something around the links of this process, such as a bridge to others. Called
 * once for each link, before it is opened, in the order of the beans.
 */
@FunctionalInterface
public interface LinkDecorator {

	/**
	 * Decorates a link.
	 * @param role what the node of the link is
	 * @param link the link
	 * @return the link to use, which opens and closes the one given
	 */
	Link decorate(NodeRole role, Link link);

}
