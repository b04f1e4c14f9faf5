package io.distributor.backend.remote;

import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.distributor.link.presence.Node;
import io.distributor.link.presence.NodeId;

/**
 * The live distributors. Changed by the thread of the link, read by any.
 */
public final class Distributors {

	private final Map<NodeId, Node> live = new ConcurrentHashMap<>();

	/**
	 * Adds a distributor, or what it now says of itself.
	 * @param node the distributor
	 */
	public void add(Node node) {
		this.live.put(node.id(), node);
	}

	/**
	 * Removes a distributor.
	 * @param id its id
	 */
	public void remove(NodeId id) {
		this.live.remove(id);
	}

	/**
	 * Returns whether a distributor lives.
	 * @param id its id
	 * @return whether it does
	 */
	public boolean isLive(NodeId id) {
		return this.live.containsKey(id);
	}

	/**
	 * Returns the live distributors.
	 * @return their ids
	 */
	public Collection<NodeId> ids() {
		return this.live.keySet();
	}

	/**
	 * Describes a distributor for people.
	 * @param id its id
	 * @return name and id
	 */
	public String describe(NodeId id) {
		Node node = this.live.get(id);
		return (node != null) ? node.name() + " (" + id + ")" : id.value();
	}

}
