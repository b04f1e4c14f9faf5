package io.distributor.gateway;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;

import io.distributor.engine.namespace.ClientSocket;
import io.distributor.engine.namespace.OutboundPacket;
import io.distributor.link.message.Payload;
import io.distributor.link.message.Selection;

/**
 * A question to many sockets. The packet is encoded once, so its id on the wire is the
 * same for all of them.
 */
final class BroadcastQuestion {

	private final ServedNamespace served;

	private final Selection selection;

	private final long wireId;

	private final PendingAck ack;

	private final OutboundPacket packet;

	private final Queue<String> asked = new ConcurrentLinkedQueue<>();

	BroadcastQuestion(ServedNamespace served, Selection selection, Payload payload, long wireId, PendingAck ack) {
		this.served = served;
		this.selection = selection;
		this.wireId = wireId;
		this.ack = ack;
		this.packet = OutboundPacket.event(served.namespace().name(), wireId, Payloads.arguments(payload), false);
	}

	/**
	 * Asks all selected sockets.
	 * @return which those were, when all have been asked
	 */
	CompletionStage<List<String>> ask() {
		return this.served.namespace()
			.forEach(Payloads.selector(this.selection), this::ask)
			.handle((nothing, failure) -> List.copyOf(this.asked));
	}

	private void ask(ClientSocket client) {
		GatewaySocket socket = this.served.socket(client.id());
		if (socket != null && !socket.isGone()) {
			this.asked.add(client.id());
			socket.question(this.wireId, this.ack, this.packet);
		}
	}

}
