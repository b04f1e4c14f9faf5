package io.distributor.interop.siod;

import java.util.Map;

import io.distributor.link.LinkListener;
import io.distributor.link.message.LinkMessage;
import io.distributor.link.presence.NodeId;

/**
 * Says something to the process as one of its nodes.
 *
 * @param id id of the node
 * @param listener who hears it
 */
record LocalSender(NodeId id, LinkListener listener) {

	void send(LinkMessage message) {
		this.listener.onMessage(this.id, Map.of(), message);
	}

}
