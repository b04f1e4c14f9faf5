package io.distributor.gateway;

import java.util.Map;
import java.util.Set;

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
 * Hears the link: keeps track of the backends and hands on what they say.
 */
final class LinkInbox implements LinkListener {

	private static final Logger logger = LoggerFactory.getLogger(LinkInbox.class);

	private final GatewayParts parts;

	private final BackendMessages messages;

	LinkInbox(GatewayParts parts) {
		this.parts = parts;
		this.messages = new BackendMessages(parts);
	}

	@Override
	public void onMessage(NodeId sender, Map<String, String> headers, LinkMessage message) {
		if (!(message instanceof BackendMessage backendMessage)) {
			this.parts.counters().ignoredMessages.increment();
			return;
		}
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
			Set<String> lost = this.parts.backends().update(node);
			lost.forEach((namespace) -> this.parts.directory().homeGone(namespace, node.id()));
			this.parts.waiting().wakeAll();
		}
	}

	@Override
	public void onNodeGone(Node node, Departure departure) {
		if (node.role() == NodeRole.BACKEND) {
			logger.info("Backend {} ({}) is gone by {}", node.name(), node.id(), departure);
			Set<String> lost = this.parts.backends().remove(node.id());
			lost.forEach((namespace) -> this.parts.directory().homeGone(namespace, node.id()));
			this.parts.waiting().wakeAll();
		}
	}

	@Override
	public void onUp() {
		this.parts.backends().complete(true);
		this.parts.waiting().wakeAll();
	}

	@Override
	public void onDown() {
		this.parts.backends().complete(false);
	}

}
