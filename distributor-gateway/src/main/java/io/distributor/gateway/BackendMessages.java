package io.distributor.gateway;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import org.jspecify.annotations.Nullable;

import io.distributor.engine.namespace.OutboundPacket;
import io.distributor.engine.namespace.SocketHandler;
import io.distributor.link.message.AcceptSocket;
import io.distributor.link.message.AskSockets;
import io.distributor.link.message.AskedSockets;
import io.distributor.link.message.BackendMessage;
import io.distributor.link.message.CountSockets;
import io.distributor.link.message.DisconnectSockets;
import io.distributor.link.message.EmitToRooms;
import io.distributor.link.message.EmitToSocket;
import io.distributor.link.message.EventAnswer;
import io.distributor.link.message.EventsHandled;
import io.distributor.link.message.FetchRooms;
import io.distributor.link.message.FetchSockets;
import io.distributor.link.message.JoinRooms;
import io.distributor.link.message.LeaveRooms;
import io.distributor.link.message.Payload;
import io.distributor.link.message.RefuseSocket;
import io.distributor.link.message.RequestDone;
import io.distributor.link.message.SetSocketData;
import io.distributor.link.message.SocketReleased;
import io.distributor.link.presence.NamespacePattern;
import io.distributor.link.presence.NodeId;

/**
 * Brings what backends say to the sockets it is meant for. Used by the thread of the link
 * only: each message takes one hop from it to the event loops concerned, so what one
 * backend sends is carried out in its order.
 */
final class BackendMessages implements BackendMessage.Handler {

	private final GatewayParts parts;

	private final SocketDirectory directory;

	private final GatewayCounters counters;

	private final HomeChanges homeChanges;

	private final RoomRequests rooms;

	private final PresenceRequests presence;

	private @Nullable NodeId currentSender;

	BackendMessages(GatewayParts parts, HomeChanges homeChanges) {
		this.parts = parts;
		this.directory = parts.directory();
		this.counters = parts.counters();
		this.homeChanges = homeChanges;
		this.rooms = new RoomRequests(parts);
		this.presence = new PresenceRequests(parts);
	}

	void deliver(NodeId sender, BackendMessage message) {
		this.currentSender = sender;
		message.deliverTo(this);
	}

	private NodeId sender() {
		NodeId sender = this.currentSender;
		if (sender == null) {
			throw new IllegalStateException("no message is being delivered");
		}
		return sender;
	}

	@Override
	public void onAcceptSocket(AcceptSocket message) {
		GatewaySocket socket = find(message.namespace(), message.socketId());
		if (socket != null) {
			NodeId sender = sender();
			socket.execute(() -> socket.onAccept(sender, message));
		}
	}

	@Override
	public void onRefuseSocket(RefuseSocket message) {
		GatewaySocket socket = find(message.namespace(), message.socketId());
		if (socket != null) {
			NodeId sender = sender();
			socket.execute(() -> socket.onRefuse(sender, message));
		}
	}

	@Override
	public void onEmitToSocket(EmitToSocket message) {
		GatewaySocket socket = findPresent(message.namespace(), message.socketId());
		if (socket == null) {
			return;
		}
		this.counters.emitsOut.increment();
		if (message.ackId() != Payload.NO_ACK) {
			socket.question(sender(), message);
			return;
		}
		socket.client()
			.send(OutboundPacket.event(message.namespace(), SocketHandler.NO_ACK, Payloads.arguments(message.payload()),
					message.droppable()));
	}

	@Override
	public void onEmitToRooms(EmitToRooms message) {
		List<ServedNamespace> served = NamespacePattern.isPattern(message.namespace())
				? this.directory.servedBy(message.namespace()) : served(message.namespace());
		if (!served.isEmpty()) {
			this.counters.broadcasts.increment();
		}
		served.forEach((namespace) -> broadcast(namespace, message));
	}

	private List<ServedNamespace> served(String namespace) {
		ServedNamespace served = this.directory.namespace(namespace);
		return (served != null) ? List.of(served) : List.of();
	}

	private static void broadcast(ServedNamespace served, EmitToRooms message) {
		String name = served.namespace().name();
		served.namespace()
			.broadcast(Payloads.selector(message.selection()), OutboundPacket.event(name, SocketHandler.NO_ACK,
					Payloads.arguments(message.payload()), message.droppable()));
	}

	@Override
	public void onEventAnswer(EventAnswer message) {
		GatewaySocket socket = find(message.namespace(), message.socketId());
		if (socket != null) {
			socket.answer(sender(), message);
		}
	}

	@Override
	public void onEventsHandled(EventsHandled message) {
		GatewaySocket socket = find(message.namespace(), message.socketId());
		if (socket != null) {
			NodeId sender = sender();
			socket.execute(() -> socket.homes().onHandled(sender, message));
		}
	}

	@Override
	public void onJoinRooms(JoinRooms message) {
		this.rooms.join(sender(), message);
	}

	@Override
	public void onLeaveRooms(LeaveRooms message) {
		this.rooms.leave(sender(), message);
	}

	@Override
	public void onDisconnectSockets(DisconnectSockets message) {
		ServedNamespace served = this.directory.namespace(message.namespace());
		GatewaySocket single = (served != null) ? served.single(message.selection()) : null;
		Report report = new Report(sender(), message.requestId());
		if (served == null) {
			report.send(0);
		}
		else if (single != null) {
			single.client().disconnect(message.closeConnection());
			single.execute(() -> report.send(1));
		}
		else {
			AtomicInteger concerned = new AtomicInteger();
			served.namespace().forEach(Payloads.selector(message.selection()), (client) -> {
				concerned.incrementAndGet();
				client.disconnect(message.closeConnection());
			}).whenComplete((nothing, failure) -> report.send(concerned.get()));
		}
	}

	@Override
	public void onAskSockets(AskSockets message) {
		ServedNamespace served = this.directory.namespace(message.namespace());
		if (served == null) {
			this.parts.reports().send(sender(), new AskedSockets(message.requestId(), List.of()));
			return;
		}
		this.counters.broadcasts.increment();
		NodeId asker = sender();
		new BroadcastQuestion(served, message.selection(), message.payload(), this.parts.wireAckIds().next(),
				new PendingAck.Broadcast(asker, message.requestId()))
			.ask()
			.thenAccept((asked) -> this.parts.reports().send(asker, new AskedSockets(message.requestId(), asked)));
	}

	@Override
	public void onFetchSockets(FetchSockets message) {
		this.presence.fetch(sender(), message);
	}

	@Override
	public void onCountSockets(CountSockets message) {
		this.presence.count(sender(), message);
	}

	@Override
	public void onFetchRooms(FetchRooms message) {
		this.presence.rooms(sender(), message);
	}

	@Override
	public void onSocketReleased(SocketReleased message) {
		GatewaySocket socket = find(message.namespace(), message.socketId());
		if (socket == null) {
			return;
		}
		NodeId sender = sender();
		if (socket.isReleasedUnasked(sender, message)) {
			this.homeChanges.leavesUnannounced(sender, message.namespace());
		}
		socket.execute(() -> socket.homes().onReleased(sender, message));
	}

	@Override
	public void onSetSocketData(SetSocketData message) {
		GatewaySocket socket = find(message.namespace(), message.socketId());
		if (socket != null) {
			NodeId sender = sender();
			socket.execute(() -> socket.homes().onData(sender, message));
		}
	}

	/**
	 * Finds a socket whose client is there.
	 */
	private @Nullable GatewaySocket findPresent(String namespace, String socketId) {
		GatewaySocket socket = find(namespace, socketId);
		if (socket != null && socket.isGone()) {
			this.counters.ignoredMessages.increment();
			return null;
		}
		return socket;
	}

	private @Nullable GatewaySocket find(String namespace, String socketId) {
		GatewaySocket socket = this.directory.find(namespace, socketId);
		if (socket == null) {
			this.counters.ignoredMessages.increment();
		}
		return socket;
	}

	/** Says that a request is done, to whom wants to know. */
	private final class Report {

		private final NodeId asker;

		private final long requestId;

		private Report(NodeId asker, long requestId) {
			this.asker = asker;
			this.requestId = requestId;
		}

		private void send(int sockets) {
			if (this.requestId == 0) {
				return;
			}
			BackendMessages.this.parts.reports().send(this.asker, new RequestDone(this.requestId, sockets));
		}

	}

}
