package io.distributor.link.protocol;

import io.distributor.link.presence.NodeId;

/**
 * What the receiver half asks of the node around it.
 */
public interface ReceiverOutput {

	/**
	 * Gives the sender half something to do.
	 * @param task what to do
	 */
	void tell(SenderTask task);

	/**
	 * The node goes on under a new id. The sender half is told separately.
	 * @param old the id until now
	 * @param fresh the new id
	 */
	void onNewId(NodeId old, NodeId fresh);

}
