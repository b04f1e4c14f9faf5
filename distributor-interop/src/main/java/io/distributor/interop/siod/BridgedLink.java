package io.distributor.interop.siod;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.distributor.link.Link;
import io.distributor.link.LinkListener;
import io.distributor.link.message.LinkMessage;
import io.distributor.link.presence.Departure;
import io.distributor.link.presence.ForwardingAddress;
import io.distributor.link.presence.Node;
import io.distributor.link.presence.NodeId;
import org.jspecify.annotations.Nullable;

/**
 * A link with one node more, which lives in this process. May be used from any thread.
 */
final class BridgedLink implements Link {

	private final Link link;

	private final LocalNode local;

	BridgedLink(Link link, LocalNode local) {
		this.link = link;
		this.local = local;
	}

	@Override
	public NodeId id() {
		return this.link.id();
	}

	@Override
	public void open(LinkListener listener) {
		LinkListener serial = new SerialListener(listener);
		serial.onNode(this.local.node());
		this.local.open(serial);
		this.link.open(new Others(serial));
	}

	@Override
	public void send(NodeId receiver, Map<String, String> headers, LinkMessage message) {
		if (receiver.equals(this.local.node().id())) {
			this.local.receive(headers, message);
		}
		else {
			this.link.send(receiver, headers, message);
		}
	}

	@Override
	public void broadcast(String namespace, Map<String, String> headers, LinkMessage message) {
		this.link.broadcast(namespace, headers, message);
		this.local.receiveBroadcast(namespace, message);
	}

	@Override
	public void listen(String namespace) {
		this.link.listen(namespace);
	}

	@Override
	public void unlisten(String namespace) {
		this.link.unlisten(namespace);
	}

	@Override
	public void announce(Set<String> namespaces, boolean draining) {
		this.link.announce(namespaces, draining);
		this.local.onAnnounced(namespaces, draining);
	}

	@Override
	public void announceForwarding(@Nullable ForwardingAddress forwarding) {
		this.link.announceForwarding(forwarding);
	}

	@Override
	public Collection<Node> nodes() {
		List<Node> nodes = new ArrayList<>();
		this.link.nodes().forEach((node) -> nodes.add(this.local.beside(node)));
		nodes.add(this.local.node());
		return nodes;
	}

	@Override
	public boolean isUp() {
		return this.link.isUp();
	}

	@Override
	public void close() {
		this.local.close();
		this.link.close();
	}

	/** Hears of the other nodes. */
	private final class Others implements LinkListener {

		private final LinkListener listener;

		private Others(LinkListener listener) {
			this.listener = listener;
		}

		@Override
		public void onMessage(NodeId sender, Map<String, String> headers, LinkMessage message) {
			this.listener.onMessage(sender, headers, message);
		}

		@Override
		public void onNode(Node node) {
			this.listener.onNode(BridgedLink.this.local.beside(node));
		}

		@Override
		public void onNodeGone(Node node, Departure departure) {
			this.listener.onNodeGone(node, departure);
			if (departure == Departure.FENCED) {
				BridgedLink.this.local.onFenced();
				this.listener.onNode(BridgedLink.this.local.node());
			}
		}

		@Override
		public void onUp() {
			this.listener.onUp();
		}

		@Override
		public void onDown() {
			this.listener.onDown();
		}

	}

}
