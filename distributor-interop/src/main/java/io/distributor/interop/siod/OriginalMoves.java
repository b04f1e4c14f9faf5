package io.distributor.interop.siod;

import java.util.List;

import io.distributor.link.message.DisconnectSockets;
import io.distributor.link.message.JoinRooms;
import io.distributor.link.message.LeaveRooms;
import io.distributor.link.message.RoomsChanged;
import io.distributor.link.message.Selection;
import io.distributor.link.message.UserRoom;
import org.jspecify.annotations.Nullable;

/**
 * Moves clients behind distributors of the original between rooms, and disconnects them.
 * The original knows single sockets and single rooms only, so there is one request for
 * each. Used by the worker.
 */
final class OriginalMoves {

	private final RemoteCalls calls;

	private final LocalSender backend;

	OriginalMoves(RemoteCalls calls, LocalSender backend) {
		this.calls = calls;
		this.backend = backend;
	}

	void join(@Nullable OriginalClients clients, JoinRooms message) {
		move(clients, message.selection(), message.rooms(), message.requestId(), true);
	}

	void leave(@Nullable OriginalClients clients, LeaveRooms message) {
		move(clients, message.selection(), message.rooms(), message.requestId(), false);
	}

	private void move(@Nullable OriginalClients clients, Selection selection, List<String> rooms, long requestId,
			boolean joining) {
		RemoteCalls.Batch batch = this.calls.begin(requestId);
		if (clients == null) {
			batch.end(0, List.of());
			return;
		}
		List<String> movable = rooms.stream().filter((room) -> !UserRoom.isReserved(room)).toList();
		List<BridgedSocket> selected = clients.rooms().select(selection);
		boolean single = requestId != 0 && isSingle(selected, selection);
		List<String> told = List.of();
		for (BridgedSocket socket : selected) {
			List<String> changed = joining ? clients.rooms().join(socket, movable)
					: clients.rooms().leave(socket, movable);
			changed.forEach((room) -> call(socket, room, joining, batch));
			if (single) {
				told = changed;
			}
			else if (!changed.isEmpty()) {
				this.backend.send(new RoomsChanged(socket.namespace(), socket.id(), socket.adoption(),
						joining ? changed : List.of(), joining ? List.of() : changed));
			}
		}
		batch.end(selected.size(), told);
	}

	/**
	 * Whether a socket is moved by its id: then its home learns by the answer what has
	 * changed.
	 */
	private static boolean isSingle(List<BridgedSocket> selected, Selection selection) {
		return selected.size() == 1 && selection.equals(Selection.socket(selected.get(0).id()));
	}

	private void call(BridgedSocket socket, String room, boolean joining, RemoteCalls.Batch batch) {
		if (joining) {
			this.calls.join(socket, room, batch);
		}
		else {
			this.calls.leave(socket, room, batch);
		}
	}

	/**
	 * Disconnects sockets. They end here at once, so that those end, too, whose
	 * distributor is gone without a word.
	 */
	void disconnect(@Nullable OriginalClients clients, DisconnectSockets message) {
		RemoteCalls.Batch batch = this.calls.begin(message.requestId());
		if (clients == null) {
			batch.end(0, List.of());
			return;
		}
		List<BridgedSocket> selected = clients.rooms().select(message.selection());
		for (BridgedSocket socket : selected) {
			this.calls.disconnect(socket, message.closeConnection(), batch);
			clients.putOut(socket, null);
		}
		batch.end(selected.size(), List.of());
	}

}
