package io.distributor.gateway;

import java.util.Map;

import io.distributor.link.Link;
import io.distributor.link.LinkOverloadedException;
import io.distributor.link.message.DistributorMessage;
import io.distributor.link.message.SocketEvent;
import io.distributor.link.presence.NodeId;

/**
 * Puts messages on the link. May be used from any thread.
 */
final class LinkOutlet {

	private final Link link;

	private final Backends backends;

	private final HeaderSource headers;

	private volatile boolean closed;

	LinkOutlet(Link link, Backends backends, HeaderSource headers) {
		this.link = link;
		this.backends = backends;
		this.headers = headers;
	}

	/**
	 * Sends a message. One for a backend that is gone has nowhere to go and counts as
	 * sent.
	 * @param receiver the backend
	 * @param message the message
	 * @return {@code false} if the link is overloaded and did not take it
	 */
	boolean offer(NodeId receiver, DistributorMessage message) {
		if (this.closed || !this.backends.topology().isLive(receiver)) {
			return true;
		}
		try {
			this.link.send(receiver, headers(message), message);
			return true;
		}
		catch (LinkOverloadedException ex) {
			return false;
		}
	}

	private Map<String, String> headers(DistributorMessage message) {
		return (message instanceof SocketEvent event) ? this.headers.forEvent(owned(event.namespace())) : Map.of();
	}

	private String owned(String namespace) {
		String pattern = (this.headers != HeaderSource.NONE) ? this.backends.topology().patternOf(namespace) : null;
		return (pattern != null) ? pattern : namespace;
	}

	/**
	 * Takes every message for sent from now on: the link is about to be closed.
	 */
	void close() {
		this.closed = true;
	}

}
