package io.distributor.link.frame;

import io.distributor.link.presence.NodeId;

/**
 * A node leaves.
 *
 * @param sender who leaves
 * @param abandoned whether it gives up its id because others took it for dead, and may
 * have left something undone
 */
public record GoodbyeFrame(NodeId sender, boolean abandoned) implements Frame {

	@Override
	public void deliverTo(Handler handler) {
		handler.onGoodbyeFrame(this);
	}

}
