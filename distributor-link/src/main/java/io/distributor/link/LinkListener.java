package io.distributor.link;

import java.util.Map;

import io.distributor.link.message.LinkMessage;
import io.distributor.link.presence.Departure;
import io.distributor.link.presence.Node;
import io.distributor.link.presence.NodeId;

/**
 * Hears a link. All methods are called by one thread at a time, in the order of what
 * happened, and must not block.
 */
public interface LinkListener {

	/**
	 * A message arrived.
	 * @param sender who sent it
	 * @param headers tracing and the like
	 * @param message the message
	 */
	void onMessage(NodeId sender, Map<String, String> headers, LinkMessage message);

	/**
	 * A node appeared, or says something else of itself than before. Always before the
	 * first message of that node.
	 * @param node the node
	 */
	void onNode(Node node);

	/**
	 * A node is gone; nothing more will be heard of it. A node that was taken for dead
	 * comes back under a new id, as another node. When this node was taken for dead, all
	 * others are gone by {@link Departure#FENCED} and appear again under their ids.
	 * @param node the node
	 * @param departure how it left
	 */
	void onNodeGone(Node node, Departure departure);

	/**
	 * The link can send, and since it came up long enough to have heard every live node.
	 */
	void onUp();

	/**
	 * The link is cut off.
	 */
	void onDown();

}
