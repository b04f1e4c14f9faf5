package io.distributor.benchmarks;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.distributor.link.Link;
import io.distributor.link.LinkListener;
import io.distributor.link.message.LinkMessage;
import io.distributor.link.presence.Node;
import io.distributor.link.presence.NodeId;
import io.distributor.link.presence.NodeRole;
import org.openjdk.jmh.infra.Blackhole;

/**
 * A link that leads nowhere.
 */
final class NoLink implements Link {

	private final NodeId id = new NodeId("nowhere");

	private final Blackhole blackhole;

	NoLink(Blackhole blackhole) {
		this.blackhole = blackhole;
	}

	@Override
	public NodeId id() {
		return this.id;
	}

	@Override
	public void open(LinkListener listener) {
	}

	@Override
	public void send(NodeId receiver, Map<String, String> headers, LinkMessage message) {
		this.blackhole.consume(message);
	}

	@Override
	public void broadcast(String namespace, Map<String, String> headers, LinkMessage message) {
		this.blackhole.consume(message);
	}

	@Override
	public void listen(String namespace) {
	}

	@Override
	public void unlisten(String namespace) {
	}

	@Override
	public void announce(Set<String> namespaces, boolean draining) {
	}

	@Override
	public Collection<Node> nodes() {
		return List.of();
	}

	@Override
	public boolean isUp() {
		return true;
	}

	@Override
	public void close() {
	}

}
