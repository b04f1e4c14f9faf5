package io.distributor.tests.simulation;

import io.distributor.link.message.LinkMessage;
import io.distributor.link.presence.Departure;
import io.distributor.link.presence.NodeId;

/**
 * Sees what a process says and hears on its link.
 */
interface LinkObserver {

	/** The process sent a message. */
	void onSent(SimulatedLink link, NodeId receiver, LinkMessage message);

	/** The process is about to hear a message. */
	void onReceived(SimulatedLink link, NodeId sender, LinkMessage message);

	/** The process is about to hear that another one is gone. */
	void onGone(SimulatedLink link, NodeId node, Departure departure);

}
