package io.distributor.gateway;

import io.distributor.link.presence.NodeId;

/**
 * The home of one socket.
 *
 * @param node the backend instance
 * @param adoption adoption number of the socket: 1 for its first home, one more with each
 * further one; a message with another number is of the past
 */
record Home(NodeId node, long adoption) {

	boolean matches(NodeId sender, long adoption) {
		return this.adoption == adoption && this.node.equals(sender);
	}

}
