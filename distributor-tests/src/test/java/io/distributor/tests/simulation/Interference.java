package io.distributor.tests.simulation;

import io.distributor.link.message.LinkMessage;
import io.distributor.link.presence.NodeId;

/**
 * Stands between the links of a fleet and who listens to them, to take a protection away.
 */
interface Interference {

	/** Hands on what was said. */
	Interference NONE = Delivery::onMessage;

	/**
	 * A message is to be heard.
	 * @param delivery hands it on, or answers it
	 * @param sender who said it
	 * @param message the message
	 */
	void deliver(Delivery delivery, NodeId sender, LinkMessage message);

	/**
	 * A message was sent.
	 * @param receiver who is to hear it
	 * @param message the message
	 */
	default void onSent(NodeId receiver, LinkMessage message) {
	}

	/**
	 * What can be done with a message.
	 */
	interface Delivery {

		/** Hands it on, or another one in its place. */
		void onMessage(NodeId sender, LinkMessage message);

		/** Answers it in the name of who was to hear it. */
		void answer(NodeId receiver, LinkMessage message);

	}

}
