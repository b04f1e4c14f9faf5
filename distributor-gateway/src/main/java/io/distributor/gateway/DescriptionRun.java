package io.distributor.gateway;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

import io.distributor.engine.namespace.ClientSocket;
import io.distributor.link.message.Selection;
import io.distributor.link.message.SocketDetails;

/**
 * Describes sockets, each on its event loop, until a limit of bytes.
 */
final class DescriptionRun {

	private final ServedNamespace served;

	private final int maxBytes;

	private final Queue<SocketDetails> sockets = new ConcurrentLinkedQueue<>();

	private final AtomicLong bytes = new AtomicLong();

	DescriptionRun(ServedNamespace served, int maxBytes) {
		this.served = served;
		this.maxBytes = maxBytes;
	}

	CompletionStage<LocalDescriptions> describe(Selection selection) {
		return this.served.namespace()
			.forEach(Payloads.selector(selection), this::describe)
			.handle((nothing, failure) -> new LocalDescriptions(List.copyOf(this.sockets),
					this.bytes.get() > this.maxBytes));
	}

	private void describe(ClientSocket client) {
		GatewaySocket socket = this.served.socket(client.id());
		if (socket == null || !socket.isConnected() || this.bytes.get() > this.maxBytes) {
			return;
		}
		SocketDetails described = socket.describe();
		if (this.bytes.addAndGet(described.estimatedSize()) <= this.maxBytes) {
			this.sockets.add(described);
		}
	}

}
