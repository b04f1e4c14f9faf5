package io.distributor.backend.instance;

import java.util.HashMap;
import java.util.Map;

import io.distributor.backend.ack.AckRegistry;
import io.distributor.backend.ack.BroadcastAcks;
import io.distributor.backend.namespace.NamespaceOutboxes;
import io.distributor.backend.namespace.NamespaceSockets;
import io.distributor.backend.namespace.Namespaces;
import io.distributor.backend.remote.Distributors;
import io.distributor.backend.remote.Outbox;
import io.distributor.backend.remote.Peers;
import io.distributor.backend.remote.PendingRequests;
import io.distributor.link.LinkListener;
import io.distributor.link.message.BackendMessage;
import io.distributor.link.message.DistributorMessage;
import io.distributor.link.message.LinkMessage;
import io.distributor.link.message.PeerMessage;
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

	private final Outbox outbox;

	private final PendingRequests<BackendMessage> requests;

	private final AckRegistry acks;

	private final BroadcastAcks broadcastAcks;

	private final Peers peers;

	private final PendingRequests<PeerMessage> peerRequests;

	private final Map<NodeId, DistributorInbox> inboxes = new HashMap<>();

	private final Map<NodeId, PeerInbox> peerInboxes = new HashMap<>();

	LinkInbox(Namespaces namespaces, Distributors distributors, NamespaceOutboxes outboxes, AckRegistry acks) {
		this.namespaces = namespaces;
		this.distributors = distributors;
		this.outbox = outboxes.outbox();
		this.requests = outboxes.requests();
		this.acks = acks;
		this.broadcastAcks = outboxes.broadcastAcks();
		this.peers = outboxes.peers().peers();
		this.peerRequests = outboxes.peers().requests();
	}

	@Override
	public void onMessage(NodeId sender, Map<String, String> headers, LinkMessage message) {
		DistributorInbox inbox = this.inboxes.get(sender);
		PeerInbox peerInbox = this.peerInboxes.get(sender);
		if (inbox != null && message instanceof DistributorMessage received) {
			inbox.deliver(headers, received);
		}
		else if (peerInbox != null && message instanceof PeerMessage received) {
			peerInbox.deliver(headers, received);
		}
		else {
			logger.debug("A {} of {} is ignored", message.getClass().getSimpleName(), sender);
		}
	}

	@Override
	public void onNode(Node node) {
		if (node.role() == NodeRole.DISTRIBUTOR) {
			this.distributors.add(node);
			this.inboxes.computeIfAbsent(node.id(), (id) -> new DistributorInbox(id, this.namespaces, this.outbox,
					this.requests, this.acks, this.broadcastAcks));
		}
		else {
			this.peers.add(node);
			this.peerInboxes.computeIfAbsent(node.id(), (id) -> new PeerInbox(id, this.namespaces, this.peerRequests));
		}
	}

	@Override
	public void onNodeGone(Node node, Departure departure) {
		if (node.role() != NodeRole.DISTRIBUTOR) {
			onPeerGone(node.id());
			return;
		}
		String name = this.distributors.describe(node.id());
		this.distributors.remove(node.id());
		this.inboxes.remove(node.id());
		this.outbox.onGone(node.id());
		this.broadcastAcks.onGone(node.id(), name);
		if (departure == Departure.FENCED) {
			onFenced(node.id(), name);
		}
		else {
			onGone(node.id(), "distributor " + name + " " + verb(departure));
		}
	}

	private static String verb(Departure departure) {
		return switch (departure) {
			case GOODBYE -> "has left";
			case STALLED -> "was heard but acknowledged nothing";
			default -> "fell silent";
		};
	}

	private void onPeerGone(NodeId peer) {
		String name = this.peers.describe(peer);
		this.peers.remove(peer);
		this.peerInboxes.remove(peer);
		this.namespaces.onPeerGone(peer);
		this.peerRequests.onSilent(peer, name);
	}

	private void onGone(NodeId distributor, String description) {
		this.namespaces.all().forEach((sockets) -> sockets.onDistributorGone(distributor, description));
		this.acks.onGone(distributor, description);
		this.requests.onGone(distributor);
	}

	private void onFenced(NodeId distributor, String name) {
		int lost = 0;
		for (NamespaceSockets sockets : this.namespaces.all()) {
			lost += sockets.onFenced(distributor);
		}
		this.acks.onGone(distributor, "this instance was taken for dead");
		this.requests.onSilent(distributor, name);
		if (lost > 0) {
			logger.warn("{} sockets were given to other instances: this one was cut off from distributor {} or paused "
					+ "for too long and was taken for dead", lost, name);
		}
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
