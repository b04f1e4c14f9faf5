package io.distributor.link.node;

import io.distributor.link.frame.MessageEntry;
import io.distributor.link.presence.NodeId;
import io.distributor.link.protocol.SenderHalf;
import io.distributor.link.protocol.SenderTask;

/**
 * A message for one node, on its way to the writer.
 */
record SendMessage(NodeId receiver, MessageEntry entry, int bytes, boolean droppable) implements SenderTask {

	@Override
	public void runOn(SenderHalf sender) {
		sender.send(this.receiver, this.entry, this.bytes, this.droppable);
	}

}
