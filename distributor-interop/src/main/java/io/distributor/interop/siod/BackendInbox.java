package io.distributor.interop.siod;

import java.util.List;
import java.util.Map;

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
import io.distributor.link.message.RefuseSocket;
import io.distributor.link.message.Selection;
import io.distributor.link.message.SetSocketData;
import io.distributor.link.message.SocketReleased;
import org.jspecify.annotations.Nullable;

/**
 * Takes what the backend says to whom it concerns. Used by the worker.
 */
final class BackendInbox implements BackendMessage.Handler {

	private final Map<String, OriginalClients> clients;

	private final OriginalEmits emits;

	private final OriginalMoves moves;

	private final OriginalPresence presence;

	private final LocalSender backend;

	private final SiodCounters counters;

	BackendInbox(Map<String, OriginalClients> clients, OriginalEmits emits, OriginalMoves moves,
			OriginalPresence presence, LocalSender backend, SiodCounters counters) {
		this.clients = clients;
		this.emits = emits;
		this.moves = moves;
		this.presence = presence;
		this.backend = backend;
		this.counters = counters;
	}

	private @Nullable BridgedSocket find(String namespace, String id, long adoption) {
		OriginalClients found = this.clients.get(namespace);
		BridgedSocket socket = (found != null) ? found.find(id, adoption) : null;
		if (socket == null) {
			this.counters.ignored.increment();
		}
		return socket;
	}

	@Override
	public void onAcceptSocket(AcceptSocket message) {
		OriginalClients found = this.clients.get(message.namespace());
		BridgedSocket socket = find(message.namespace(), message.socketId(), message.adoption());
		if (found != null && socket != null) {
			found.accept(socket, message.user());
		}
	}

	@Override
	public void onRefuseSocket(RefuseSocket message) {
		refuse(message.namespace(), message.socketId(), message.adoption());
	}

	/**
	 * The backend is leaving, or does not own the namespace; no other one can have the
	 * socket.
	 */
	@Override
	public void onSocketReleased(SocketReleased message) {
		refuse(message.namespace(), message.socketId(), message.adoption());
	}

	private void refuse(String namespace, String socketId, long adoption) {
		OriginalClients found = this.clients.get(namespace);
		BridgedSocket socket = find(namespace, socketId, adoption);
		if (found != null && socket != null) {
			found.refuse(socket);
		}
	}

	@Override
	public void onEventsHandled(EventsHandled message) {
		OriginalClients found = this.clients.get(message.namespace());
		BridgedSocket socket = (found != null) ? found.find(message.socketId(), message.adoption()) : null;
		if (found != null && socket != null) {
			found.handled(socket, message.number());
		}
	}

	@Override
	public void onSetSocketData(SetSocketData message) {
		BridgedSocket socket = find(message.namespace(), message.socketId(), message.adoption());
		if (socket != null) {
			socket.data(message.data());
		}
	}

	@Override
	public void onEventAnswer(EventAnswer message) {
		BridgedSocket socket = find(message.namespace(), message.socketId(), message.adoption());
		if (socket != null) {
			this.emits.answer(socket, message.ackId(), message.payload());
		}
	}

	@Override
	public void onEmitToSocket(EmitToSocket message) {
		this.emits.emit(message.namespace(), Selection.socket(message.socketId()), message.droppable(),
				message.payload());
	}

	@Override
	public void onEmitToRooms(EmitToRooms message) {
		OriginalClients found = this.clients.get(message.namespace());
		Selection selection = (found != null) ? found.rooms().forOriginal(message.selection()) : null;
		if (selection != null) {
			this.emits.emit(message.namespace(), selection, message.droppable(), message.payload());
		}
	}

	/**
	 * No client of the original is selected, or this would have been refused.
	 */
	@Override
	public void onAskSockets(AskSockets message) {
		this.backend.send(new AskedSockets(message.requestId(), List.of()));
	}

	@Override
	public void onJoinRooms(JoinRooms message) {
		this.moves.join(this.clients.get(message.namespace()), message);
	}

	@Override
	public void onLeaveRooms(LeaveRooms message) {
		this.moves.leave(this.clients.get(message.namespace()), message);
	}

	@Override
	public void onDisconnectSockets(DisconnectSockets message) {
		this.moves.disconnect(this.clients.get(message.namespace()), message);
	}

	@Override
	public void onFetchSockets(FetchSockets message) {
		this.presence.fetch(this.clients.get(message.namespace()), message);
	}

	@Override
	public void onCountSockets(CountSockets message) {
		this.presence.count(this.clients.get(message.namespace()), message);
	}

	@Override
	public void onFetchRooms(FetchRooms message) {
		this.presence.rooms(this.clients.get(message.namespace()), message);
	}

}
