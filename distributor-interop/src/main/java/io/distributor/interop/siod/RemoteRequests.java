package io.distributor.interop.siod;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import io.distributor.interop.adapter.AdapterChannels;
import io.distributor.interop.siod.RemoteRequest.AllRooms;
import io.distributor.interop.siod.RemoteRequest.ClientRooms;
import io.distributor.interop.siod.RemoteRequest.Clients;
import io.distributor.interop.siod.RemoteRequest.CustomRequest;
import io.distributor.interop.siod.RemoteRequest.RemoteDisconnect;
import io.distributor.interop.siod.RemoteRequest.RemoteJoin;
import io.distributor.interop.siod.RemoteRequest.RemoteLeave;
import io.distributor.link.message.DisconnectSockets;
import io.distributor.link.message.FetchAnswer;
import io.distributor.link.message.FetchRooms;
import io.distributor.link.message.FetchSockets;
import io.distributor.link.message.JoinRooms;
import io.distributor.link.message.LeaveRooms;
import io.distributor.link.message.LinkMessage;
import io.distributor.link.message.RequestDone;
import io.distributor.link.message.RoomSize;
import io.distributor.link.message.RoomsAnswer;
import io.distributor.link.message.Selection;
import io.distributor.link.message.SocketDetails;
import io.distributor.link.message.UserRoom;
import org.jspecify.annotations.Nullable;

/**
 * Lets the gateway carry out what backends of the original ask through socket.io-redis,
 * and publishes the answers. Used by the worker.
 */
final class RemoteRequests {

	/** Names beyond these are cut off. */
	private static final int MAX_NAMES = 100_000;

	private static final int PAGE = 10_000;

	private static final int PAGE_BYTES = 8 * 1024 * 1024;

	private final OriginalSide original;

	private final LocalSender gateway;

	private final RemoteRequestCodec codec;

	private final PendingAnswers<Long, Pending> pending;

	private long lastId;

	RemoteRequests(OriginalSide original, LocalSender gateway, RemoteRequestCodec codec, int maxPending,
			SiodCounters counters) {
		this.original = original;
		this.gateway = gateway;
		this.codec = codec;
		this.pending = new PendingAnswers<>(maxPending, counters, System::nanoTime);
	}

	void listen(AdapterChannels channels) {
		this.original.onMessage(channels.requests(), (message) -> carryOut(channels, this.codec.read(message)));
	}

	private void carryOut(AdapterChannels channels, RemoteRequest request) {
		if (request instanceof CustomRequest custom) {
			this.original.publish(channels.responses(), this.codec.nothing(custom.requestId()));
			return;
		}
		this.lastId++;
		this.pending.add(this.lastId, new Pending(channels, request, new ArrayList<>()));
		this.gateway.send(message(channels.namespace(), request, null, this.lastId));
	}

	private static LinkMessage message(String namespace, RemoteRequest request, @Nullable String after, long id) {
		if (request instanceof RemoteJoin join) {
			return new JoinRooms(namespace, Selection.socket(join.socketId()), List.of(join.room()), id);
		}
		if (request instanceof RemoteLeave leave) {
			return new LeaveRooms(namespace, Selection.socket(leave.socketId()), List.of(leave.room()), id);
		}
		if (request instanceof RemoteDisconnect disconnect) {
			return new DisconnectSockets(namespace, Selection.socket(disconnect.socketId()),
					disconnect.closeConnection(), id);
		}
		if (request instanceof Clients clients) {
			Selection selection = new Selection(Set.copyOf(clients.rooms()), Set.of());
			return new FetchSockets(namespace, selection, after, PAGE, PAGE_BYTES, id);
		}
		if (request instanceof ClientRooms clientRooms) {
			return new FetchSockets(namespace, Selection.socket(clientRooms.socketId()), null, 1, PAGE_BYTES, id);
		}
		return new FetchRooms(namespace, after, PAGE, id);
	}

	/**
	 * A socket was moved or disconnected. Where it is not, nothing is said: another
	 * distributor has it.
	 */
	void done(RequestDone message) {
		Pending request = this.pending.remove(message.requestId());
		if (request != null && message.sockets() > 0) {
			answer(request, this.codec.done(request.request().requestId()));
		}
	}

	void fetched(FetchAnswer message) {
		Pending request = this.pending.get(message.requestId());
		if (request == null) {
			return;
		}
		String requestId = request.request().requestId();
		if (request.request() instanceof ClientRooms) {
			this.pending.remove(message.requestId());
			message.sockets()
				.forEach((socket) -> answer(request, this.codec.rooms(requestId, visible(socket.rooms()))));
			return;
		}
		message.sockets().stream().map(SocketDetails::id).forEach(request.names()::add);
		if (message.last() && !fetchNext(message.requestId(), request, message.more())) {
			answer(request, this.codec.clients(requestId, request.names()));
		}
	}

	void rooms(RoomsAnswer message) {
		Pending request = this.pending.get(message.requestId());
		if (request == null || !(request.request() instanceof AllRooms)) {
			return;
		}
		message.rooms().stream().map(RoomSize::room).forEach(request.names()::add);
		if (!fetchNext(message.requestId(), request, message.more())) {
			answer(request, this.codec.rooms(request.request().requestId(), request.names()));
		}
	}

	private boolean fetchNext(long id, Pending request, boolean more) {
		this.pending.remove(id);
		List<String> names = request.names();
		if (!more || names.isEmpty() || names.size() >= MAX_NAMES) {
			return false;
		}
		this.lastId++;
		this.pending.add(this.lastId, request);
		this.gateway
			.send(message(request.channels().namespace(), request.request(), names.get(names.size() - 1), this.lastId));
		return true;
	}

	private static List<String> visible(List<String> rooms) {
		return rooms.stream().filter((room) -> !UserRoom.isReserved(room)).toList();
	}

	private void answer(Pending request, byte[] answer) {
		this.original.publish(request.channels().responses(), answer);
	}

	private record Pending(AdapterChannels channels, RemoteRequest request, List<String> names) {

	}

}
