package io.distributor.tests.simulation;

import java.util.Map;

import io.distributor.link.LinkListener;
import io.distributor.link.message.LinkMessage;
import io.distributor.link.presence.NodeId;

/**
 * Stands between a link and who listens to it, to take a protection away.
 */
interface Interference {

	/** Hands on what was said. */
	Interference NONE = (link, listener, sender, message) -> listener.onMessage(sender, Map.of(), message);

	void deliver(SimulatedLink link, LinkListener listener, NodeId sender, LinkMessage message);

}
