package io.distributor.gateway;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import io.distributor.engine.namespace.ClientSocket;
import io.distributor.engine.namespace.OutboundPacket;
import io.distributor.link.message.AskSockets;
import io.distributor.link.message.AskedSockets;
import io.distributor.link.presence.NodeId;

/**
 * A question of a backend to many sockets. The packet is encoded once, so its id on the
 * wire is the same for all of them.
 */
final class BroadcastQuestion {

	private final AskSockets message;

	private final ServedNamespace served;

	private final long wireId;

	private final PendingAck.Broadcast ack;

	private final OutboundPacket packet;

	private final Queue<String> asked = new ConcurrentLinkedQueue<>();

	BroadcastQuestion(NodeId asker, AskSockets message, ServedNamespace served, long wireId) {
		this.message = message;
		this.served = served;
		this.wireId = wireId;
		this.ack = new PendingAck.Broadcast(asker, message.requestId());
		this.packet = OutboundPacket.event(message.namespace(), wireId, Payloads.arguments(message.payload()), false);
	}

	/**
	 * Asks all selected sockets, then tells the backend which those were.
	 */
	void ask(Reports reports) {
		this.served.namespace()
			.forEach(Payloads.selector(this.message.selection()), this::ask)
			.whenComplete((nothing, failure) -> reports.send(this.ack.asker(),
					new AskedSockets(this.message.requestId(), List.copyOf(this.asked))));
	}

	private void ask(ClientSocket client) {
		GatewaySocket socket = this.served.socket(client.id());
		if (socket != null && !socket.isGone()) {
			this.asked.add(client.id());
			socket.question(this.wireId, this.ack, this.packet);
		}
	}

}
