package io.distributor.backend.instance;

import java.util.Map;

import io.distributor.backend.ack.AckRegistry;
import io.distributor.backend.ack.BroadcastAcks;
import io.distributor.backend.namespace.Entry;
import io.distributor.backend.namespace.NamespaceSockets;
import io.distributor.backend.namespace.Namespaces;
import io.distributor.backend.remote.Outbox;
import io.distributor.backend.remote.PendingRequests;
import io.distributor.link.message.AskedSockets;
import io.distributor.link.message.BackendMessage;
import io.distributor.link.message.BroadcastAnswer;
import io.distributor.link.message.DistributorMessage;
import io.distributor.link.message.EventsHandled;
import io.distributor.link.message.FetchAnswer;
import io.distributor.link.message.RefuseSocket;
import io.distributor.link.message.ReleaseSocket;
import io.distributor.link.message.RequestDone;
import io.distributor.link.message.RoomsAnswer;
import io.distributor.link.message.RoomsChanged;
import io.distributor.link.message.SocketAdopt;
import io.distributor.link.message.SocketAnswer;
import io.distributor.link.message.SocketConnect;
import io.distributor.link.message.SocketDisconnect;
import io.distributor.link.message.SocketEvent;
import io.distributor.link.message.SocketReleased;
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

	private final Outbox outbox;

	private final PendingRequests<BackendMessage> requests;

	private final AckRegistry acks;

	private final BroadcastAcks broadcastAcks;

	/** Of the message that is being delivered. */
	private Map<String, String> headers = Map.of();

	DistributorInbox(NodeId distributor, Namespaces namespaces, Outbox outbox, PendingRequests<BackendMessage> requests,
			AckRegistry acks, BroadcastAcks broadcastAcks) {
		this.distributor = distributor;
		this.namespaces = namespaces;
		this.outbox = outbox;
		this.requests = requests;
		this.acks = acks;
		this.broadcastAcks = broadcastAcks;
	}

	void deliver(Map<String, String> headers, DistributorMessage message) {
		this.headers = headers;
		message.deliverTo(this);
	}

	@Override
	public void onSocketConnect(SocketConnect message) {
		Entry entry = this.namespaces.enter(message.namespace(), false,
				(sockets) -> sockets.onConnect(this.distributor, message));
		switch (entry) {
			case ENTERED -> {
			}
			case UNKNOWN -> release(message.namespace(), message.socketId(), message.adoption());
			case FULL -> this.outbox.report(this.distributor, new RefuseSocket(message.namespace(), message.socketId(),
					message.adoption(), "Too many namespaces", null));
		}
	}

	@Override
	public void onSocketEvent(SocketEvent message) {
		NamespaceSockets sockets = find(message.namespace());
		if (sockets != null) {
			sockets.onEvent(this.distributor, this.headers, message);
		}
	}

	@Override
	public void onSocketAnswer(SocketAnswer message) {
		this.acks.onAnswer(this.distributor, message);
	}

	@Override
	public void onSocketDisconnect(SocketDisconnect message) {
		NamespaceSockets sockets = find(message.namespace());
		if (sockets != null) {
			sockets.onDisconnect(this.distributor, message);
		}
		else {
			this.outbox.report(this.distributor,
					new EventsHandled(message.namespace(), message.socketId(), message.adoption(), message.number()));
		}
	}

	@Override
	public void onRequestDone(RequestDone message) {
		this.requests.onAnswer(this.distributor, message.requestId(), message);
	}

	@Override
	public void onSocketAdopt(SocketAdopt message) {
		Entry entry = this.namespaces.enter(message.namespace(), true,
				(sockets) -> sockets.onAdopt(this.distributor, message));
		if (entry == Entry.UNKNOWN) {
			this.outbox.report(this.distributor,
					new SocketReleased(message.namespace(), message.socketId(), message.adoption(), 0, false));
		}
	}

	@Override
	public void onReleaseSocket(ReleaseSocket message) {
		NamespaceSockets sockets = find(message.namespace());
		if (sockets != null) {
			sockets.onRelease(this.distributor, message);
		}
		else {
			release(message.namespace(), message.socketId(), message.adoption());
		}
	}

	@Override
	public void onAskedSockets(AskedSockets message) {
		this.broadcastAcks.onAsked(this.distributor, message);
	}

	@Override
	public void onBroadcastAnswer(BroadcastAnswer message) {
		this.broadcastAcks.onAnswer(this.distributor, message);
	}

	@Override
	public void onFetchAnswer(FetchAnswer message) {
		this.requests.onAnswer(this.distributor, message.requestId(), message);
	}

	@Override
	public void onRoomsAnswer(RoomsAnswer message) {
		this.requests.onAnswer(this.distributor, message.requestId(), message);
	}

	@Override
	public void onRoomsChanged(RoomsChanged message) {
		NamespaceSockets sockets = find(message.namespace());
		if (sockets != null) {
			sockets.onRoomsChanged(this.distributor, message);
		}
	}

	private void release(String namespace, String socketId, long adoption) {
		this.outbox.report(this.distributor, new SocketReleased(namespace, socketId, adoption, 0));
	}

	private @Nullable NamespaceSockets find(String namespace) {
		NamespaceSockets sockets = this.namespaces.find(namespace);
		if (sockets == null) {
			logger.debug("Distributor {} takes this instance for an owner of {}", this.distributor, namespace);
		}
		return sockets;
	}

}
