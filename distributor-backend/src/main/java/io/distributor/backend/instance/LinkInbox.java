package io.distributor.backend.instance;

import java.util.HashMap;
import java.util.Map;

import io.distributor.backend.namespace.Namespaces;
import io.distributor.backend.remote.Distributors;
import io.distributor.backend.remote.PendingRequests;
import io.distributor.link.LinkListener;
import io.distributor.link.message.DistributorMessage;
import io.distributor.link.message.LinkMessage;
import io.distributor.link.presence.Departure;
import io.distributor.link.presence.Node;
import io.distributor.link.presence.NodeId;
import io.distributor.link.presence.NodeRole;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes what the link brings to whom it concerns. Called by the thread of the link; runs
 * no user code.
 */
final class LinkInbox implements LinkListener {

	private static final Logger logger = LoggerFactory.getLogger(LinkInbox.class);

	private final Namespaces namespaces;

	private final Distributors distributors;

	private final PendingRequests requests;

	private final Map<NodeId, DistributorInbox> inboxes = new HashMap<>();

	LinkInbox(Namespaces namespaces, Distributors distributors, PendingRequests requests) {
		this.namespaces = namespaces;
		this.distributors = distributors;
		this.requests = requests;
	}

	@Override
	public void onMessage(NodeId sender, Map<String, String> headers, LinkMessage message) {
		DistributorInbox inbox = this.inboxes.get(sender);
		if (inbox != null && message instanceof DistributorMessage received) {
			received.deliverTo(inbox);
		}
		else {
			logger.debug("A {} of {} is ignored", message.getClass().getSimpleName(), sender);
		}
	}

	@Override
	public void onNode(Node node) {
		if (node.role() == NodeRole.DISTRIBUTOR) {
			this.distributors.add(node);
			this.inboxes.computeIfAbsent(node.id(), (id) -> new DistributorInbox(id, this.namespaces, this.requests));
		}
	}

	@Override
	public void onNodeGone(Node node, Departure departure) {
		if (node.role() != NodeRole.DISTRIBUTOR) {
			return;
		}
		String description = "distributor " + this.distributors.describe(node.id())
				+ ((departure == Departure.GOODBYE) ? " has left" : " fell silent");
		this.distributors.remove(node.id());
		this.inboxes.remove(node.id());
		this.namespaces.all().forEach((sockets) -> sockets.onDistributorGone(node.id(), description));
		this.requests.onGone(node.id());
	}

	@Override
	public void onUp() {
		logger.debug("The link is up");
	}

	@Override
	public void onDown() {
		logger.debug("The link is down");
	}

}
