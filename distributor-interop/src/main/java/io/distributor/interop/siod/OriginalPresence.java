package io.distributor.interop.siod;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Supplier;

import io.distributor.link.message.CountSockets;
import io.distributor.link.message.FetchAnswer;
import io.distributor.link.message.FetchRooms;
import io.distributor.link.message.FetchSockets;
import io.distributor.link.message.RequestDone;
import io.distributor.link.message.RoomSize;
import io.distributor.link.message.RoomsAnswer;
import io.distributor.link.message.SocketDetails;
import io.distributor.link.presence.NodeId;
import org.jspecify.annotations.Nullable;

/**
 * Tells the backend which clients are behind distributors of the original. Used by the
 * worker.
 */
final class OriginalPresence {

	private final LocalSender backend;

	private final Supplier<NodeId> home;

	OriginalPresence(LocalSender backend, Supplier<NodeId> home) {
		this.backend = backend;
		this.home = home;
	}

	void fetch(@Nullable OriginalClients clients, FetchSockets message) {
		List<SocketDetails> found = new ArrayList<>();
		boolean more = false;
		int bytes = 0;
		List<BridgedSocket> selected = (clients != null) ? clients.rooms().select(message.selection()) : List.of();
		String home = this.home.get().value();
		for (BridgedSocket socket : selected) {
			if (message.after() != null && socket.id().compareTo(message.after()) <= 0) {
				continue;
			}
			SocketDetails details = socket.describe(home);
			bytes += details.estimatedSize();
			if (found.size() == message.limit() || !found.isEmpty() && bytes > message.bytes()) {
				more = true;
				break;
			}
			found.add(details);
		}
		this.backend.send(new FetchAnswer(message.requestId(), found, true, more));
	}

	void count(@Nullable OriginalClients clients, CountSockets message) {
		int count = (clients != null) ? clients.rooms().select(message.selection()).size() : 0;
		this.backend.send(new RequestDone(message.requestId(), count));
	}

	void rooms(@Nullable OriginalClients clients, FetchRooms message) {
		NavigableMap<String, Integer> sizes = (clients != null) ? clients.rooms().sizes() : new TreeMap<>();
		if (message.after() != null) {
			sizes = sizes.tailMap(message.after(), false);
		}
		List<RoomSize> found = new ArrayList<>();
		for (Map.Entry<String, Integer> room : sizes.entrySet()) {
			if (found.size() < message.limit()) {
				found.add(new RoomSize(room.getKey(), room.getValue()));
			}
		}
		this.backend.send(new RoomsAnswer(message.requestId(), found, found.size() < sizes.size()));
	}

}
