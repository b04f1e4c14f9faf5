package io.distributor.backend.instance;

import io.distributor.backend.namespace.NamespaceSockets;
import io.distributor.backend.namespace.Namespaces;
import io.distributor.backend.remote.PendingRequests;
import io.distributor.link.message.AskedSockets;
import io.distributor.link.message.BroadcastAnswer;
import io.distributor.link.message.DistributorMessage;
import io.distributor.link.message.ReleaseSocket;
import io.distributor.link.message.RequestDone;
import io.distributor.link.message.SocketAdopt;
import io.distributor.link.message.SocketAnswer;
import io.distributor.link.message.SocketConnect;
import io.distributor.link.message.SocketDisconnect;
import io.distributor.link.message.SocketEvent;
import io.distributor.link.presence.NodeId;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes what one distributor says to whom it concerns. Called by the thread of the link.
 */
final class DistributorInbox implements DistributorMessage.Handler {

	private static final Logger logger = LoggerFactory.getLogger(DistributorInbox.class);

	private final NodeId distributor;

	private final Namespaces namespaces;

	private final PendingRequests requests;

	DistributorInbox(NodeId distributor, Namespaces namespaces, PendingRequests requests) {
		this.distributor = distributor;
		this.namespaces = namespaces;
		this.requests = requests;
	}

	@Override
	public void onSocketConnect(SocketConnect message) {
		NamespaceSockets sockets = find(message.namespace());
		if (sockets != null) {
			sockets.onConnect(this.distributor, message);
		}
	}

	@Override
	public void onSocketEvent(SocketEvent message) {
		NamespaceSockets sockets = find(message.namespace());
		if (sockets != null) {
			sockets.onEvent(this.distributor, message);
		}
	}

	@Override
	public void onSocketAnswer(SocketAnswer message) {
		NamespaceSockets sockets = find(message.namespace());
		if (sockets != null) {
			sockets.onAnswer(this.distributor, message);
		}
	}

	@Override
	public void onSocketDisconnect(SocketDisconnect message) {
		NamespaceSockets sockets = find(message.namespace());
		if (sockets != null) {
			sockets.onDisconnect(this.distributor, message);
		}
	}

	@Override
	public void onRequestDone(RequestDone message) {
		this.requests.onDone(this.distributor, message.requestId());
	}

	@Override
	public void onSocketAdopt(SocketAdopt message) {
		logger.debug("A SocketAdopt of {} is ignored", this.distributor);
	}

	@Override
	public void onReleaseSocket(ReleaseSocket message) {
		logger.debug("A ReleaseSocket of {} is ignored", this.distributor);
	}

	@Override
	public void onAskedSockets(AskedSockets message) {
		logger.debug("An AskedSockets of {} is ignored", this.distributor);
	}

	@Override
	public void onBroadcastAnswer(BroadcastAnswer message) {
		logger.debug("A BroadcastAnswer of {} is ignored", this.distributor);
	}

	private @Nullable NamespaceSockets find(String namespace) {
		NamespaceSockets sockets = this.namespaces.find(namespace);
		if (sockets == null) {
			logger.debug("Distributor {} takes this instance for an owner of {}", this.distributor, namespace);
		}
		return sockets;
	}

}
