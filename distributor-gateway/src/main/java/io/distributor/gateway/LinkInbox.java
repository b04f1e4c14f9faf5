package io.distributor.gateway;

import java.util.Map;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.distributor.link.LinkListener;
import io.distributor.link.message.BackendMessage;
import io.distributor.link.message.LinkMessage;
import io.distributor.link.presence.Departure;
import io.distributor.link.presence.Node;
import io.distributor.link.presence.NodeId;
import io.distributor.link.presence.NodeRole;

/**
 * Hears the link: hands on who is there and what backends say.
 */
final class LinkInbox implements LinkListener {

	private static final Logger logger = LoggerFactory.getLogger(LinkInbox.class);

	private final GatewayParts parts;

	private final HomeChanges homeChanges;

	private final BackendMessages messages;

	LinkInbox(GatewayParts parts) {
		this.parts = parts;
		this.homeChanges = new HomeChanges(parts);
		this.messages = new BackendMessages(parts, this.homeChanges);
	}

	@Override
	public void onMessage(NodeId sender, Map<String, String> headers, LinkMessage message) {
		if (!(message instanceof BackendMessage backendMessage)) {
			this.parts.counters().ignoredMessages.increment();
			return;
		}
		this.parts.reports().retry();
		try {
			this.messages.deliver(sender, backendMessage);
		}
		catch (RuntimeException ex) {
			// The next message must not suffer from this one.
			logger.error("Message {} of backend {} could not be carried out", message.getClass().getSimpleName(),
					sender, ex);
		}
	}

	@Override
	public void onNode(Node node) {
		if (node.role() == NodeRole.BACKEND) {
			this.homeChanges.update(node);
		}
	}

	@Override
	public void onNodeGone(Node node, Departure departure) {
		if (node.role() == NodeRole.BACKEND) {
			this.homeChanges.remove(node, departure);
		}
	}

	@Override
	public void onUp() {
		this.parts.reports().retry();
		this.homeChanges.complete(true);
	}

	@Override
	public void onDown() {
		this.homeChanges.complete(false);
	}

}
