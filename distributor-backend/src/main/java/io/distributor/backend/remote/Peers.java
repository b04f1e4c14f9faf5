package io.distributor.backend.remote;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

import io.distributor.backend.statistics.BackendCounters;
import io.distributor.link.Link;
import io.distributor.link.LinkOverloadedException;
import io.distributor.link.message.PeerEvent;
import io.distributor.link.message.PeerMessage;
import io.distributor.link.presence.Node;
import io.distributor.link.presence.NodeId;

/**
 * The other live backend instances. Changed by the thread of the link, used by any.
 */
public final class Peers implements Receivers<PeerMessage> {

	private final Map<NodeId, Node> live = new ConcurrentHashMap<>();

	private final Link link;

	private final BackendCounters counters;

	private final Supplier<Map<String, String>> headers;

	/**
	 * Creates the peers, none yet.
	 * @param link carries the messages
	 * @param counters count
	 * @param headers gives what travels beside events
	 */
	public Peers(Link link, BackendCounters counters, Supplier<Map<String, String>> headers) {
		this.link = link;
		this.counters = counters;
		this.headers = headers;
	}

	/**
	 * Adds an instance, or what it now says of itself.
	 * @param node the instance
	 */
	public void add(Node node) {
		this.live.put(node.id(), node);
	}

	/**
	 * Removes an instance.
	 * @param id its id
	 */
	public void remove(NodeId id) {
		this.live.remove(id);
	}

	/**
	 * Returns the instances that own a namespace.
	 * @param namespace name of the namespace
	 * @return their ids
	 */
	public List<NodeId> owners(String namespace) {
		return this.live.values()
			.stream()
			.filter((node) -> node.namespaces().contains(namespace))
			.map(Node::id)
			.toList();
	}

	@Override
	public Collection<NodeId> ids() {
		return this.live.keySet();
	}

	@Override
	public boolean isLive(NodeId id) {
		return this.live.containsKey(id);
	}

	@Override
	public String describe(NodeId id) {
		Node node = this.live.get(id);
		return (node != null) ? node.name() + " (" + id + ")" : id.value();
	}

	@Override
	public void send(NodeId receiver, PeerMessage message) {
		if (!isLive(receiver)) {
			return;
		}
		try {
			this.link.send(receiver, (message instanceof PeerEvent) ? this.headers.get() : Map.of(), message);
		}
		catch (LinkOverloadedException ex) {
			this.counters.linkOverloads.increment();
			throw ex;
		}
	}

}
