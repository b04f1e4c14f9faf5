package io.distributor.link.frame;

import io.distributor.link.presence.Node;
import io.distributor.link.presence.NodeId;

/**
 * Tells that a node is alive, and what it is.
 *
 * @param node the node
 * @param hello whether the receivers shall introduce themselves at once
 */
public record HeartbeatFrame(Node node, boolean hello) implements Frame {

	@Override
	public NodeId sender() {
		return this.node.id();
	}

	@Override
	public void deliverTo(Handler handler) {
		handler.onHeartbeatFrame(this);
	}

}
