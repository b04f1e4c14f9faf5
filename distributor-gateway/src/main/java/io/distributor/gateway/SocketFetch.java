package io.distributor.gateway;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import io.distributor.engine.namespace.ClientSocket;
import io.distributor.link.message.FetchAnswer;
import io.distributor.link.message.FetchSockets;
import io.distributor.link.message.SocketDetails;
import io.distributor.link.presence.NodeId;

/**
 * Describes sockets to a backend that asks for them. First it finds out which those are;
 * then it describes some of them at a time, each on its event loop, and sends these
 * before it goes on, so that it never holds many descriptions. When the link is full it
 * ends early and says so.
 */
final class SocketFetch {

	/** How many sockets are described at a time. */
	private static final int SLICE = 100;

	/** Size at which a message is full; one socket always fits. */
	private static final int MESSAGE_BYTES = 64 * 1024;

	private final NodeId asker;

	private final FetchSockets request;

	private final LinkOutlet outlet;

	private final Reports reports;

	private final Runnable onEnd;

	private final FirstEntries<GatewaySocket> found;

	private List<Map.Entry<String, GatewaySocket>> sockets = List.of();

	private int next;

	private long sent;

	/**
	 * Creates a fetch.
	 * @param onEnd called once, when everything is sent
	 */
	SocketFetch(NodeId asker, FetchSockets request, LinkOutlet outlet, Reports reports, Runnable onEnd) {
		this.asker = asker;
		this.request = request;
		this.outlet = outlet;
		this.reports = reports;
		this.onEnd = onEnd;
		int limit = Math.max(1, Math.min(request.limit(), request.bytes() / SocketDetails.LEAST_SIZE));
		this.found = new FirstEntries<>(request.after(), limit, (one, same) -> same);
	}

	void start(ServedNamespace served) {
		served.namespace()
			.forEach(Payloads.selector(this.request.selection()), (client) -> find(served, client))
			.whenComplete((nothing, failure) -> {
				this.sockets = this.found.entries();
				describeNext();
			});
	}

	private void find(ServedNamespace served, ClientSocket client) {
		GatewaySocket socket = served.socket(client.id());
		if (socket != null && socket.isConnected()) {
			this.found.add(client.id(), socket);
		}
	}

	private void describeNext() {
		int end = Math.min(this.next + SLICE, this.sockets.size());
		List<GatewaySocket> slice = this.sockets.subList(this.next, end).stream().map(Map.Entry::getValue).toList();
		this.next = end;
		Queue<SocketDetails> described = new ConcurrentLinkedQueue<>();
		RollCall call = new RollCall((concerned) -> send(described));
		call.visit(slice, (socket) -> socket.isConnected() && described.add(socket.describe()));
		call.end();
	}

	private void send(Queue<SocketDetails> described) {
		List<SocketDetails> sorted = new ArrayList<>(described);
		sorted.sort((one, other) -> one.id().compareTo(other.id()));
		List<SocketDetails> message = new ArrayList<>();
		int bytes = 0;
		for (SocketDetails details : sorted) {
			int size = details.estimatedSize();
			if (this.sent > 0 && this.sent + size > this.request.bytes()) {
				end(message, true);
				return;
			}
			if (bytes > 0 && bytes + size > MESSAGE_BYTES) {
				if (!offer(message)) {
					end(List.of(), true);
					return;
				}
				message = new ArrayList<>();
				bytes = 0;
			}
			message.add(details);
			bytes += size;
			this.sent += size;
		}
		if (this.next == this.sockets.size()) {
			end(message, this.found.isMore());
		}
		else if (offer(message)) {
			describeNext();
		}
		else {
			end(List.of(), true);
		}
	}

	private boolean offer(List<SocketDetails> sockets) {
		return this.outlet.offer(this.asker, new FetchAnswer(this.request.requestId(), sockets, false, false));
	}

	private void end(List<SocketDetails> sockets, boolean more) {
		FetchAnswer last = new FetchAnswer(this.request.requestId(), sockets, true, more);
		if (!this.outlet.offer(this.asker, last)) {
			this.reports.send(this.asker, new FetchAnswer(this.request.requestId(), List.of(), true, true));
		}
		this.onEnd.run();
	}

}
