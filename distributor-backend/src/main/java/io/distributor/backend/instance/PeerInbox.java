package io.distributor.backend.instance;

import java.util.Map;

import io.distributor.backend.namespace.Namespaces;
import io.distributor.backend.namespace.ServerSideEvents;
import io.distributor.backend.remote.PendingRequests;
import io.distributor.link.message.PeerAnswer;
import io.distributor.link.message.PeerEvent;
import io.distributor.link.message.PeerMessage;
import io.distributor.link.presence.NodeId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes what one other backend instance says to whom it concerns. Called by the thread of
 * the link.
 */
final class PeerInbox implements PeerMessage.Handler {

	private static final Logger logger = LoggerFactory.getLogger(PeerInbox.class);

	private final NodeId peer;

	private final Namespaces namespaces;

	private final PendingRequests<PeerMessage> requests;

	private Map<String, String> headers = Map.of();

	PeerInbox(NodeId peer, Namespaces namespaces, PendingRequests<PeerMessage> requests) {
		this.peer = peer;
		this.namespaces = namespaces;
		this.requests = requests;
	}

	void deliver(Map<String, String> headers, PeerMessage message) {
		this.headers = headers;
		message.deliverTo(this);
	}

	@Override
	public void onPeerEvent(PeerEvent message) {
		ServerSideEvents events = this.namespaces.serverSide(message.namespace());
		if (events != null) {
			events.onEvent(this.peer, this.headers, message);
		}
		else {
			logger.debug("Instance {} takes this one for an owner of {}", this.peer, message.namespace());
		}
	}

	@Override
	public void onPeerAnswer(PeerAnswer message) {
		this.requests.onAnswer(this.peer, message.requestId(), message);
	}

}
