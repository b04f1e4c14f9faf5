package io.distributor.link.frame;

import io.distributor.link.presence.NodeId;

/**
 * Tells a node that its id was declared dead: it has to go on under a new one.
 *
 * @param sender who declared it dead
 * @param fenced the id declared dead
 */
public record FenceFrame(NodeId sender, NodeId fenced) implements Frame {

	@Override
	public void deliverTo(Handler handler) {
		handler.onFenceFrame(this);
	}

}
