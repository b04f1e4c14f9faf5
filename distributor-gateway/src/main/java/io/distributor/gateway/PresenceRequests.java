package io.distributor.gateway;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import io.distributor.link.message.CountSockets;
import io.distributor.link.message.FetchAnswer;
import io.distributor.link.message.FetchRooms;
import io.distributor.link.message.FetchSockets;
import io.distributor.link.message.RequestDone;
import io.distributor.link.message.RoomSize;
import io.distributor.link.message.RoomsAnswer;
import io.distributor.link.presence.NodeId;

/**
 * Tells backends which sockets and rooms there are. Called by the thread of the link; the
 * work is done on the event loops, behind what was asked for before.
 */
final class PresenceRequests {

	/** How many backends may be told about sockets at the same time. */
	private static final int MAX_FETCHES = 64;

	/** Size at which the list of rooms ends. */
	private static final int ROOMS_BYTES = 64 * 1024;

	private final GatewayParts parts;

	private final AtomicInteger fetches = new AtomicInteger();

	PresenceRequests(GatewayParts parts) {
		this.parts = parts;
	}

	void fetch(NodeId asker, FetchSockets request) {
		ServedNamespace served = this.parts.directory().namespace(request.namespace());
		if (served == null) {
			this.parts.reports().send(asker, new FetchAnswer(request.requestId(), List.of(), true, false));
			return;
		}
		if (this.fetches.incrementAndGet() > MAX_FETCHES) {
			this.fetches.decrementAndGet();
			this.parts.counters().refusedFetches.increment();
			this.parts.reports().send(asker, new FetchAnswer(request.requestId(), List.of(), true, true));
			return;
		}
		new SocketFetch(asker, request, this.parts.outlet(), this.parts.reports(), this.fetches::decrementAndGet)
			.start(served);
	}

	void count(NodeId asker, CountSockets request) {
		ServedNamespace served = this.parts.directory().namespace(request.namespace());
		if (served == null) {
			this.parts.reports().send(asker, new RequestDone(request.requestId(), 0));
			return;
		}
		served.namespace()
			.count(Payloads.selector(request.selection()))
			.thenAccept((sockets) -> this.parts.reports().send(asker, new RequestDone(request.requestId(), sockets)));
	}

	void rooms(NodeId asker, FetchRooms request) {
		ServedNamespace served = this.parts.directory().namespace(request.namespace());
		if (served == null) {
			this.parts.reports().send(asker, new RoomsAnswer(request.requestId(), List.of(), false));
			return;
		}
		FirstEntries<Integer> rooms = new FirstEntries<>(request.after(), Math.max(1, request.limit()), Integer::sum);
		served.namespace()
			.forEachRoom(rooms::add)
			.thenAccept((nothing) -> this.parts.reports().send(asker, answer(request.requestId(), rooms)));
	}

	private static RoomsAnswer answer(long requestId, FirstEntries<Integer> found) {
		List<RoomSize> rooms = new ArrayList<>();
		int bytes = 0;
		for (Map.Entry<String, Integer> room : found.entries()) {
			bytes += room.getKey().length();
			if (bytes > ROOMS_BYTES && !rooms.isEmpty()) {
				return new RoomsAnswer(requestId, rooms, true);
			}
			rooms.add(new RoomSize(room.getKey(), room.getValue()));
		}
		return new RoomsAnswer(requestId, rooms, found.isMore());
	}

}
