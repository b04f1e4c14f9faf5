package io.distributor.link.frame;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

import io.distributor.link.message.AcceptSocket;
import io.distributor.link.message.AskSockets;
import io.distributor.link.message.AskedSockets;
import io.distributor.link.message.BroadcastAnswer;
import io.distributor.link.message.CountSockets;
import io.distributor.link.message.DisconnectSockets;
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
import io.distributor.link.message.RefuseSocket;
import io.distributor.link.message.ReleaseSocket;
import io.distributor.link.message.RequestDone;
import io.distributor.link.message.RoomSize;
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
import org.jspecify.annotations.Nullable;

/**
 * Reads what {@link EntryWriter} writes, and skips fields that a newer version added at
 * the end.
 */
final class EntryReader {

	private static final int DETAILS_FIELDS = 7;

	private final MessagePackReader in;

	private final HandshakeReader handshakes;

	/** Fields of the current entry not yet read. */
	private int left;

	EntryReader(MessagePackReader in, HandshakeReader handshakes) {
		this.in = in;
		this.handshakes = handshakes;
	}

	FrameEntry read() throws IOException {
		this.left = this.in.array(2) - 2;
		int kind = this.in.integer();
		Map<String, String> headers = this.in.nullableStringMap();
		FrameEntry entry = read(kind, headers);
		this.in.skip(this.left);
		return entry;
	}

	private FrameEntry read(int kind, Map<String, String> headers) throws IOException {
		return switch (kind) {
			case EntryKind.LISTEN -> new ListenEntry(string(), true);
			case EntryKind.UNLISTEN -> new ListenEntry(string(), false);
			case EntryKind.SOCKET_CONNECT -> new MessageEntry(headers, socketConnect());
			case EntryKind.SOCKET_EVENT -> new MessageEntry(headers, socketEvent());
			case EntryKind.SOCKET_ANSWER -> new MessageEntry(headers, socketAnswer());
			case EntryKind.SOCKET_DISCONNECT -> new MessageEntry(headers, socketDisconnect());
			case EntryKind.REQUEST_DONE -> new MessageEntry(headers, requestDone());
			case EntryKind.SOCKET_ADOPT -> new MessageEntry(headers, socketAdopt());
			case EntryKind.RELEASE_SOCKET -> new MessageEntry(headers, releaseSocket());
			case EntryKind.ASKED_SOCKETS -> new MessageEntry(headers, askedSockets());
			case EntryKind.BROADCAST_ANSWER -> new MessageEntry(headers, broadcastAnswer());
			case EntryKind.FETCH_ANSWER -> new MessageEntry(headers, fetchAnswer());
			case EntryKind.ROOMS_ANSWER -> new MessageEntry(headers, roomsAnswer());
			case EntryKind.ROOMS_CHANGED -> new MessageEntry(headers, roomsChanged());
			default -> backendEntry(kind, headers);
		};
	}

	private FrameEntry backendEntry(int kind, Map<String, String> headers) throws IOException {
		return switch (kind) {
			case EntryKind.ACCEPT_SOCKET -> new MessageEntry(headers, acceptSocket());
			case EntryKind.REFUSE_SOCKET -> new MessageEntry(headers, refuseSocket());
			case EntryKind.EMIT_TO_SOCKET -> new MessageEntry(headers, emitToSocket());
			case EntryKind.EMIT_TO_ROOMS -> new MessageEntry(headers, emitToRooms());
			case EntryKind.EVENT_ANSWER -> new MessageEntry(headers, eventAnswer());
			case EntryKind.EVENTS_HANDLED -> new MessageEntry(headers, eventsHandled());
			case EntryKind.JOIN_ROOMS -> new MessageEntry(headers, joinRooms());
			case EntryKind.LEAVE_ROOMS -> new MessageEntry(headers, leaveRooms());
			case EntryKind.DISCONNECT_SOCKETS -> new MessageEntry(headers, disconnectSockets());
			case EntryKind.SOCKET_RELEASED -> new MessageEntry(headers, socketReleased());
			case EntryKind.SET_SOCKET_DATA -> new MessageEntry(headers, setSocketData());
			case EntryKind.ASK_SOCKETS -> new MessageEntry(headers, askSockets());
			case EntryKind.FETCH_SOCKETS -> new MessageEntry(headers, fetchSockets());
			case EntryKind.COUNT_SOCKETS -> new MessageEntry(headers, countSockets());
			case EntryKind.FETCH_ROOMS -> new MessageEntry(headers, fetchRooms());
			case EntryKind.PEER_EVENT -> new MessageEntry(headers, peerEvent());
			case EntryKind.PEER_ANSWER -> new MessageEntry(headers, peerAnswer());
			default -> new UnknownEntry(kind);
		};
	}

	private LinkMessage socketConnect() throws IOException {
		return new SocketConnect(string(), string(), number(), handshake(), nullableBytes());
	}

	private LinkMessage socketAdopt() throws IOException {
		return new SocketAdopt(string(), string(), number(), handshake(), nullableBytes(), strings(), nullableBytes(),
				lateString(), lateStrings(), lateStrings());
	}

	private SocketHandshake handshake() throws IOException {
		next();
		return this.handshakes.read(this.in);
	}

	private LinkMessage socketEvent() throws IOException {
		return new SocketEvent(string(), string(), number(), number(), number(), bool(), payload());
	}

	private LinkMessage socketAnswer() throws IOException {
		return new SocketAnswer(string(), string(), number(), payload());
	}

	private LinkMessage socketDisconnect() throws IOException {
		return new SocketDisconnect(string(), string(), number(), number(), string(), nullableString());
	}

	private LinkMessage requestDone() throws IOException {
		return new RequestDone(number(), (int) number(), lateStrings());
	}

	private LinkMessage releaseSocket() throws IOException {
		return new ReleaseSocket(string(), string(), number());
	}

	private LinkMessage askedSockets() throws IOException {
		return new AskedSockets(number(), strings());
	}

	private LinkMessage broadcastAnswer() throws IOException {
		long requestId = number();
		String socketId = string();
		boolean answered = bool();
		Payload payload = payload();
		return new BroadcastAnswer(requestId, socketId, answered ? payload : null);
	}

	private LinkMessage fetchAnswer() throws IOException {
		long requestId = number();
		next();
		int size = this.in.array(0);
		List<SocketDetails> sockets = new ArrayList<>();
		for (int i = 0; i < size; i++) {
			sockets.add(socketDetails());
		}
		return new FetchAnswer(requestId, sockets, bool(), bool());
	}

	private SocketDetails socketDetails() throws IOException {
		int size = this.in.array(DETAILS_FIELDS);
		SocketDetails details = new SocketDetails(this.in.string(), this.handshakes.read(this.in),
				this.in.nullableBytes(), this.in.strings(), this.in.nullableBytes(), this.in.nullableString(),
				this.in.nullableString());
		this.in.skip(size - DETAILS_FIELDS);
		return details;
	}

	private LinkMessage roomsAnswer() throws IOException {
		long requestId = number();
		next();
		int size = this.in.map();
		List<RoomSize> rooms = new ArrayList<>();
		for (int i = 0; i < size; i++) {
			rooms.add(new RoomSize(this.in.string(), this.in.integer()));
		}
		return new RoomsAnswer(requestId, rooms, bool());
	}

	private LinkMessage roomsChanged() throws IOException {
		return new RoomsChanged(string(), string(), number(), strings(), strings());
	}

	private LinkMessage acceptSocket() throws IOException {
		return new AcceptSocket(string(), string(), number(), lateString());
	}

	private LinkMessage refuseSocket() throws IOException {
		return new RefuseSocket(string(), string(), number(), string(), nullableBytes());
	}

	private LinkMessage emitToSocket() throws IOException {
		return new EmitToSocket(string(), string(), number(), bool(), payload());
	}

	private LinkMessage emitToRooms() throws IOException {
		return new EmitToRooms(string(), selection(), bool(), payload());
	}

	private LinkMessage askSockets() throws IOException {
		return new AskSockets(string(), selection(), number(), payload());
	}

	private LinkMessage eventAnswer() throws IOException {
		return new EventAnswer(string(), string(), number(), number(), payload());
	}

	private LinkMessage eventsHandled() throws IOException {
		return new EventsHandled(string(), string(), number(), number());
	}

	private LinkMessage socketReleased() throws IOException {
		return new SocketReleased(string(), string(), number(), number(), this.left <= 0 || bool());
	}

	private LinkMessage setSocketData() throws IOException {
		String namespace = string();
		String socketId = string();
		long adoption = number();
		next();
		return new SetSocketData(namespace, socketId, adoption, this.in.bytes());
	}

	private LinkMessage fetchSockets() throws IOException {
		return new FetchSockets(string(), selection(), nullableString(), (int) number(), (int) number(), number());
	}

	private LinkMessage countSockets() throws IOException {
		return new CountSockets(string(), selection(), number());
	}

	private LinkMessage fetchRooms() throws IOException {
		return new FetchRooms(string(), nullableString(), (int) number(), number());
	}

	private LinkMessage peerEvent() throws IOException {
		return new PeerEvent(string(), number(), payload());
	}

	private LinkMessage peerAnswer() throws IOException {
		long requestId = number();
		boolean answered = bool();
		Payload payload = payload();
		return new PeerAnswer(requestId, answered ? payload : null);
	}

	private LinkMessage joinRooms() throws IOException {
		return new JoinRooms(string(), selection(), strings(), number());
	}

	private LinkMessage leaveRooms() throws IOException {
		return new LeaveRooms(string(), selection(), strings(), number());
	}

	private LinkMessage disconnectSockets() throws IOException {
		return new DisconnectSockets(string(), selection(), bool(), number());
	}

	private Payload payload() throws IOException {
		next();
		byte[] json = this.in.bytes();
		next();
		return new Payload(json, this.in.byteArrays());
	}

	private Selection selection() throws IOException {
		return new Selection(new HashSet<>(strings()), new HashSet<>(strings()));
	}

	private String string() throws IOException {
		next();
		return this.in.string();
	}

	private @Nullable String nullableString() throws IOException {
		next();
		return this.in.nullableString();
	}

	/**
	 * Reads a field that earlier versions did not write.
	 */
	private @Nullable String lateString() throws IOException {
		return (this.left > 0) ? nullableString() : null;
	}

	private List<String> lateStrings() throws IOException {
		return (this.left > 0) ? strings() : List.of();
	}

	private byte @Nullable [] nullableBytes() throws IOException {
		next();
		return this.in.nullableBytes();
	}

	private List<String> strings() throws IOException {
		next();
		return this.in.strings();
	}

	private long number() throws IOException {
		next();
		return this.in.number();
	}

	private boolean bool() throws IOException {
		next();
		return this.in.bool();
	}

	private void next() {
		if (--this.left < 0) {
			throw new MalformedFrameException("Entry with too few fields");
		}
	}

}
