package io.distributor.link.protocol;

import io.distributor.link.presence.NodeId;

/**
 * Names of the channels. May be used from any thread.
 */
public final class Channels {

	private final String presence;

	private final String inboxes;

	private final String namespaces;

	/**
	 * Creates the names.
	 * @param prefix what all of them begin with
	 */
	public Channels(String prefix) {
		this.presence = prefix + ":presence";
		this.inboxes = prefix + ":node:";
		this.namespaces = prefix + ":ns:";
	}

	/**
	 * Returns the channel on which all nodes tell that they are there.
	 * @return its name
	 */
	public String presence() {
		return this.presence;
	}

	/**
	 * Returns the channel that one node hears.
	 * @param node the node
	 * @return its name
	 */
	public String inbox(NodeId node) {
		return this.inboxes + node;
	}

	/**
	 * Returns whether a channel is the inbox of another node, such as one that this node
	 * gave up.
	 * @param channel name of the channel
	 * @param node the node
	 * @return whether it is an inbox, but not that of the node
	 */
	boolean isInboxOfOther(String channel, NodeId node) {
		return channel.startsWith(this.inboxes) && !(channel.length() == this.inboxes.length() + node.value().length()
				&& channel.endsWith(node.value()));
	}

	/**
	 * Returns the channel of the broadcasts of a namespace.
	 * @param namespace name of the namespace
	 * @return its name
	 */
	public String namespace(String namespace) {
		return this.namespaces + namespace;
	}

}
