package io.distributor.link.frame;

import java.util.List;
import java.util.Map;

import io.distributor.link.message.AcceptSocket;
import io.distributor.link.message.AskSockets;
import io.distributor.link.message.AskedSockets;
import io.distributor.link.message.BackendMessage;
import io.distributor.link.message.BroadcastAnswer;
import io.distributor.link.message.CountSockets;
import io.distributor.link.message.DisconnectSockets;
import io.distributor.link.message.DistributorMessage;
import io.distributor.link.message.EmitToRooms;
import io.distributor.link.message.EmitToSocket;
import io.distributor.link.message.EventAnswer;
import io.distributor.link.message.EventsHandled;
import io.distributor.link.message.FetchAnswer;
import io.distributor.link.message.FetchRooms;
import io.distributor.link.message.FetchSockets;
import io.distributor.link.message.JoinRooms;
import io.distributor.link.message.LeaveRooms;
import io.distributor.link.message.LinkMessage;
import io.distributor.link.message.Payload;
import io.distributor.link.message.PeerAnswer;
import io.distributor.link.message.PeerEvent;
import io.distributor.link.message.PeerMessage;
import io.distributor.link.message.RefuseSocket;
import io.distributor.link.message.ReleaseSocket;
import io.distributor.link.message.RequestDone;
import io.distributor.link.message.RoomsAnswer;
import io.distributor.link.message.RoomsChanged;
import io.distributor.link.message.Selection;
import io.distributor.link.message.SetSocketData;
import io.distributor.link.message.SocketAdopt;
import io.distributor.link.message.SocketAnswer;
import io.distributor.link.message.SocketConnect;
import io.distributor.link.message.SocketDetails;
import io.distributor.link.message.SocketDisconnect;
import io.distributor.link.message.SocketEvent;
import io.distributor.link.message.SocketHandshake;
import io.distributor.link.message.SocketReleased;

/**
 * Writes entries: an array of kind, headers and the fields of the message in the order of
 * its record. New fields go to the end. Used by one thread.
 */
final class EntryWriter implements DistributorMessage.Handler, BackendMessage.Handler, PeerMessage.Handler {

	private static final int PAYLOAD_FIELDS = 2;

	private static final int SELECTION_FIELDS = 2;

	private static final Payload NO_PAYLOAD = new Payload(new byte[0], List.of());

	private final MessagePackWriter out;

	private Map<String, String> headers = Map.of();

	EntryWriter(MessagePackWriter out) {
		this.out = out;
	}

	void write(FrameEntry entry) {
		if (entry instanceof MessageEntry message) {
			writeMessage(message.headers(), message.message());
		}
		else if (entry instanceof ListenEntry listen) {
			this.headers = Map.of();
			start(listen.listening() ? EntryKind.LISTEN : EntryKind.UNLISTEN, 1).string(listen.namespace());
		}
		else {
			throw new IllegalArgumentException("Entry: " + entry + " (expected: a message or listen entry)");
		}
	}

	private void writeMessage(Map<String, String> headers, LinkMessage message) {
		this.headers = headers;
		if (message instanceof BackendMessage backendMessage) {
			backendMessage.deliverTo(this);
		}
		else if (message instanceof PeerMessage peerMessage) {
			peerMessage.deliverTo(this);
		}
		else {
			((DistributorMessage) message).deliverTo(this);
		}
	}

	private MessagePackWriter start(int kind, int fields) {
		this.out.array(2 + fields).number(kind);
		return this.headers.isEmpty() ? this.out.string(null) : this.out.strings(this.headers);
	}

	private void payload(Payload payload) {
		this.out.bytes(payload.json()).byteArrays(payload.attachments());
	}

	private MessagePackWriter selection(Selection selection) {
		return this.out.strings(selection.rooms()).strings(selection.except());
	}

	@Override
	public void onSocketConnect(SocketConnect message) {
		start(EntryKind.SOCKET_CONNECT, 5).string(message.namespace())
			.string(message.socketId())
			.number(message.adoption());
		handshake(message.handshake());
		this.out.bytes(message.auth());
	}

	@Override
	public void onSocketAdopt(SocketAdopt message) {
		start(EntryKind.SOCKET_ADOPT, 10).string(message.namespace())
			.string(message.socketId())
			.number(message.adoption());
		handshake(message.handshake());
		this.out.bytes(message.auth()).strings(message.rooms()).bytes(message.data());
		this.out.string(message.user()).strings(message.joined()).strings(message.left());
	}

	private void handshake(SocketHandshake handshake) {
		this.out.array(9)
			.number(handshake.time())
			.string(handshake.address())
			.bool(handshake.secure())
			.bool(handshake.xdomain())
			.string(handshake.url())
			.strings(handshake.query())
			.map(handshake.headers().size());
		handshake.headers().forEach((name, values) -> this.out.string(name).strings(values));
		this.out.string(handshake.transport()).number(handshake.protocol());
	}

	@Override
	public void onSocketEvent(SocketEvent message) {
		start(EntryKind.SOCKET_EVENT, 6 + PAYLOAD_FIELDS).string(message.namespace())
			.string(message.socketId())
			.number(message.adoption())
			.number(message.number())
			.number(message.ackId())
			.bool(message.redelivered());
		payload(message.payload());
	}

	@Override
	public void onSocketAnswer(SocketAnswer message) {
		start(EntryKind.SOCKET_ANSWER, 3 + PAYLOAD_FIELDS).string(message.namespace())
			.string(message.socketId())
			.number(message.ackId());
		payload(message.payload());
	}

	@Override
	public void onSocketDisconnect(SocketDisconnect message) {
		start(EntryKind.SOCKET_DISCONNECT, 6).string(message.namespace())
			.string(message.socketId())
			.number(message.adoption())
			.number(message.number())
			.string(message.reason())
			.string(message.description());
	}

	@Override
	public void onRequestDone(RequestDone message) {
		start(EntryKind.REQUEST_DONE, 3).number(message.requestId()).number(message.sockets()).strings(message.rooms());
	}

	@Override
	public void onReleaseSocket(ReleaseSocket message) {
		start(EntryKind.RELEASE_SOCKET, 3).string(message.namespace())
			.string(message.socketId())
			.number(message.adoption());
	}

	@Override
	public void onAskedSockets(AskedSockets message) {
		start(EntryKind.ASKED_SOCKETS, 2).number(message.requestId()).strings(message.sockets());
	}

	@Override
	public void onBroadcastAnswer(BroadcastAnswer message) {
		Payload payload = message.payload();
		start(EntryKind.BROADCAST_ANSWER, 3 + PAYLOAD_FIELDS).number(message.requestId())
			.string(message.socketId())
			.bool(payload != null);
		payload((payload != null) ? payload : NO_PAYLOAD);
	}

	@Override
	public void onFetchAnswer(FetchAnswer message) {
		start(EntryKind.FETCH_ANSWER, 4).number(message.requestId()).array(message.sockets().size());
		for (SocketDetails details : message.sockets()) {
			this.out.array(7).string(details.id());
			handshake(details.handshake());
			this.out.bytes(details.auth())
				.strings(details.rooms())
				.bytes(details.data())
				.string(details.user())
				.string(details.home());
		}
		this.out.bool(message.last()).bool(message.more());
	}

	@Override
	public void onRoomsAnswer(RoomsAnswer message) {
		start(EntryKind.ROOMS_ANSWER, 3).number(message.requestId()).map(message.rooms().size());
		message.rooms().forEach((room) -> this.out.string(room.room()).number(room.sockets()));
		this.out.bool(message.more());
	}

	@Override
	public void onRoomsChanged(RoomsChanged message) {
		start(EntryKind.ROOMS_CHANGED, 5).string(message.namespace())
			.string(message.socketId())
			.number(message.adoption())
			.strings(message.joined())
			.strings(message.left());
	}

	@Override
	public void onAcceptSocket(AcceptSocket message) {
		start(EntryKind.ACCEPT_SOCKET, 4).string(message.namespace())
			.string(message.socketId())
			.number(message.adoption())
			.string(message.user());
	}

	@Override
	public void onRefuseSocket(RefuseSocket message) {
		start(EntryKind.REFUSE_SOCKET, 5).string(message.namespace())
			.string(message.socketId())
			.number(message.adoption())
			.string(message.message())
			.bytes(message.data());
	}

	@Override
	public void onEmitToSocket(EmitToSocket message) {
		start(EntryKind.EMIT_TO_SOCKET, 4 + PAYLOAD_FIELDS).string(message.namespace())
			.string(message.socketId())
			.number(message.ackId())
			.bool(message.droppable());
		payload(message.payload());
	}

	@Override
	public void onEmitToRooms(EmitToRooms message) {
		start(EntryKind.EMIT_TO_ROOMS, 2 + SELECTION_FIELDS + PAYLOAD_FIELDS).string(message.namespace());
		selection(message.selection()).bool(message.droppable());
		payload(message.payload());
	}

	@Override
	public void onAskSockets(AskSockets message) {
		start(EntryKind.ASK_SOCKETS, 2 + SELECTION_FIELDS + PAYLOAD_FIELDS).string(message.namespace());
		selection(message.selection()).number(message.requestId());
		payload(message.payload());
	}

	@Override
	public void onEventAnswer(EventAnswer message) {
		start(EntryKind.EVENT_ANSWER, 4 + PAYLOAD_FIELDS).string(message.namespace())
			.string(message.socketId())
			.number(message.adoption())
			.number(message.ackId());
		payload(message.payload());
	}

	@Override
	public void onEventsHandled(EventsHandled message) {
		start(EntryKind.EVENTS_HANDLED, 4).string(message.namespace())
			.string(message.socketId())
			.number(message.adoption())
			.number(message.number());
	}

	@Override
	public void onSocketReleased(SocketReleased message) {
		start(EntryKind.SOCKET_RELEASED, 5).string(message.namespace())
			.string(message.socketId())
			.number(message.adoption())
			.number(message.handled())
			.bool(message.taken());
	}

	@Override
	public void onSetSocketData(SetSocketData message) {
		start(EntryKind.SET_SOCKET_DATA, 4).string(message.namespace())
			.string(message.socketId())
			.number(message.adoption())
			.bytes(message.data());
	}

	@Override
	public void onFetchSockets(FetchSockets message) {
		start(EntryKind.FETCH_SOCKETS, 5 + SELECTION_FIELDS).string(message.namespace());
		selection(message.selection()).string(message.after())
			.number(message.limit())
			.number(message.bytes())
			.number(message.requestId());
	}

	@Override
	public void onCountSockets(CountSockets message) {
		start(EntryKind.COUNT_SOCKETS, 2 + SELECTION_FIELDS).string(message.namespace());
		selection(message.selection()).number(message.requestId());
	}

	@Override
	public void onFetchRooms(FetchRooms message) {
		start(EntryKind.FETCH_ROOMS, 4).string(message.namespace())
			.string(message.after())
			.number(message.limit())
			.number(message.requestId());
	}

	@Override
	public void onJoinRooms(JoinRooms message) {
		start(EntryKind.JOIN_ROOMS, 3 + SELECTION_FIELDS).string(message.namespace());
		selection(message.selection()).strings(message.rooms()).number(message.requestId());
	}

	@Override
	public void onLeaveRooms(LeaveRooms message) {
		start(EntryKind.LEAVE_ROOMS, 3 + SELECTION_FIELDS).string(message.namespace());
		selection(message.selection()).strings(message.rooms()).number(message.requestId());
	}

	@Override
	public void onDisconnectSockets(DisconnectSockets message) {
		start(EntryKind.DISCONNECT_SOCKETS, 3 + SELECTION_FIELDS).string(message.namespace());
		selection(message.selection()).bool(message.closeConnection()).number(message.requestId());
	}

	@Override
	public void onPeerEvent(PeerEvent message) {
		start(EntryKind.PEER_EVENT, 2 + PAYLOAD_FIELDS).string(message.namespace()).number(message.requestId());
		payload(message.payload());
	}

	@Override
	public void onPeerAnswer(PeerAnswer message) {
		Payload payload = message.payload();
		start(EntryKind.PEER_ANSWER, 2 + PAYLOAD_FIELDS).number(message.requestId()).bool(payload != null);
		payload((payload != null) ? payload : NO_PAYLOAD);
	}

}
