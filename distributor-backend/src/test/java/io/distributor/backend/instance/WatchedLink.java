package io.distributor.backend.instance;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

import io.distributor.link.Link;
import io.distributor.link.LinkListener;
import io.distributor.link.LinkOverloadedException;
import io.distributor.link.message.LinkMessage;
import io.distributor.link.presence.Node;
import io.distributor.link.presence.NodeId;

/**
 * The backend's end of a link, which a test may watch, fill and cut off.
 */
final class WatchedLink implements Link {

	/** How often the backend found the link cut off. */
	final AtomicInteger foundDown = new AtomicInteger();

	volatile Consumer<LinkMessage> onSend = (message) -> {
	};

	volatile boolean full;

	volatile boolean down;

	private final Link link;

	WatchedLink(Link link) {
		this.link = link;
	}

	@Override
	public NodeId id() {
		return this.link.id();
	}

	@Override
	public void open(LinkListener listener) {
		this.link.open(listener);
	}

	@Override
	public void send(NodeId receiver, Map<String, String> headers, LinkMessage message) {
		if (this.full) {
			throw new LinkOverloadedException("the test says so");
		}
		this.onSend.accept(message);
		this.link.send(receiver, headers, message);
	}

	@Override
	public void broadcast(String namespace, Map<String, String> headers, LinkMessage message) {
		this.link.broadcast(namespace, headers, message);
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
	}

	@Override
	public Collection<Node> nodes() {
		return this.link.nodes();
	}

	@Override
	public boolean isUp() {
		if (this.down) {
			this.foundDown.incrementAndGet();
			return false;
		}
		return this.link.isUp();
	}

	@Override
	public void close() {
		this.link.close();
	}

}
