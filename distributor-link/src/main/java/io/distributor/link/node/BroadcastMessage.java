package io.distributor.link.node;

import io.distributor.link.frame.MessageEntry;
import io.distributor.link.protocol.SenderHalf;
import io.distributor.link.protocol.SenderTask;

/**
 * A message for all listeners of a namespace, on its way to the writer.
 */
record BroadcastMessage(String namespace, MessageEntry entry, int bytes, boolean droppable) implements SenderTask {

	@Override
	public void runOn(SenderHalf sender) {
		sender.broadcast(this.namespace, this.entry, this.bytes, this.droppable);
	}

}
