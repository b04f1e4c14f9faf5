package io.distributor.link.protocol;

import io.distributor.link.presence.NodeId;

/**
 * Names of the channels.
 *
 * @param prefix what all names begin with
 */
public record Channels(String prefix) {

	/**
	 * Returns the channel on which all nodes tell that they are there.
	 * @return its name
	 */
	public String presence() {
		return this.prefix + ":presence";
	}

	/**
	 * Returns the channel that one node hears.
	 * @param node the node
	 * @return its name
	 */
	public String inbox(NodeId node) {
		return this.prefix + ":node:" + node;
	}

	/**
	 * Returns whether a channel is the inbox of another node, such as one that this node
	 * gave up.
	 * @param channel name of the channel
	 * @param node the node
	 * @return whether it is an inbox, but not that of the node
	 */
	boolean isInboxOfOther(String channel, NodeId node) {
		String start = this.prefix + ":node:";
		return channel.startsWith(start) && !channel.substring(start.length()).equals(node.value());
	}

	/**
	 * Returns the channel of the broadcasts of a namespace.
	 * @param namespace name of the namespace
	 * @return its name
	 */
	public String namespace(String namespace) {
		return this.prefix + ":ns:" + namespace;
	}

}
