package io.distributor.link.frame;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.distributor.link.message.AskSockets;
import io.distributor.link.message.AskedSockets;
import io.distributor.link.message.BroadcastAnswer;
import io.distributor.link.message.CountSockets;
import io.distributor.link.message.DisconnectSockets;
import io.distributor.link.message.EmitToRooms;
import io.distributor.link.message.EmitToSocket;
import io.distributor.link.message.EventAnswer;
import io.distributor.link.message.FetchAnswer;
import io.distributor.link.message.FetchSockets;
import io.distributor.link.message.JoinRooms;
import io.distributor.link.message.LeaveRooms;
import io.distributor.link.message.LinkMessage;
import io.distributor.link.message.Payload;
import io.distributor.link.message.PeerAnswer;
import io.distributor.link.message.PeerEvent;
import io.distributor.link.message.RequestDone;
import io.distributor.link.message.RoomsAnswer;
import io.distributor.link.message.RoomsChanged;
import io.distributor.link.message.Selection;
import io.distributor.link.message.SetSocketData;
import io.distributor.link.message.SocketAdopt;
import io.distributor.link.message.SocketAnswer;
import io.distributor.link.message.SocketConnect;
import io.distributor.link.message.SocketDetails;
import io.distributor.link.message.SocketEvent;

/**
 * Estimates what a message costs in memory and on the way, without encoding it: what has
 * no bound is counted, the rest is a flat rate.
 */
public final class EntrySize {

	private static final int FLAT = 128;

	private static final int PER_STRING = 32;

	private static final int HANDSHAKE = 1024;

	private EntrySize() {
	}

	/**
	 * Estimates the size of a message.
	 * @param headers its headers
	 * @param message the message
	 * @return bytes
	 */
	public static int of(Map<String, String> headers, LinkMessage message) {
		return FLAT + headers.size() * 2 * PER_STRING + variablePart(message);
	}

	private static int variablePart(LinkMessage message) {
		if (message instanceof SocketEvent event) {
			return payload(event.payload());
		}
		if (message instanceof EmitToSocket emit) {
			return payload(emit.payload());
		}
		if (message instanceof EmitToRooms emit) {
			return payload(emit.payload()) + selection(emit.selection());
		}
		if (message instanceof EventAnswer answer) {
			return payload(answer.payload());
		}
		if (message instanceof SocketAnswer answer) {
			return payload(answer.payload());
		}
		if (message instanceof BroadcastAnswer answer) {
			Payload payload = answer.payload();
			return (payload != null) ? payload(payload) : 0;
		}
		return socketPart(message);
	}

	private static int socketPart(LinkMessage message) {
		if (message instanceof SocketConnect connect) {
			return HANDSHAKE + bytes(connect.auth());
		}
		if (message instanceof SocketAdopt adopt) {
			return HANDSHAKE + bytes(adopt.auth()) + adopt.rooms().size() * PER_STRING + bytes(adopt.data());
		}
		if (message instanceof SetSocketData set) {
			return set.data().length;
		}
		return selectionOf(message);
	}

	private static int bytes(byte @Nullable [] bytes) {
		return (bytes != null) ? bytes.length : 0;
	}

	private static int selectionOf(LinkMessage message) {
		if (message instanceof JoinRooms join) {
			return selection(join.selection()) + join.rooms().size() * PER_STRING;
		}
		if (message instanceof LeaveRooms leave) {
			return selection(leave.selection()) + leave.rooms().size() * PER_STRING;
		}
		if (message instanceof DisconnectSockets disconnect) {
			return selection(disconnect.selection());
		}
		if (message instanceof AskSockets ask) {
			return selection(ask.selection()) + payload(ask.payload());
		}
		if (message instanceof AskedSockets asked) {
			return asked.sockets().size() * PER_STRING;
		}
		return presencePart(message);
	}

	private static int presencePart(LinkMessage message) {
		if (message instanceof FetchSockets fetch) {
			return selection(fetch.selection());
		}
		if (message instanceof CountSockets count) {
			return selection(count.selection());
		}
		if (message instanceof FetchAnswer answer) {
			return answer.sockets().stream().mapToInt(SocketDetails::estimatedSize).sum();
		}
		if (message instanceof PeerEvent event) {
			return payload(event.payload());
		}
		if (message instanceof PeerAnswer answer) {
			Payload payload = answer.payload();
			return (payload != null) ? payload(payload) : 0;
		}
		if (message instanceof RoomsChanged change) {
			return (change.joined().size() + change.left().size()) * PER_STRING;
		}
		if (message instanceof RequestDone done) {
			return done.rooms().size() * PER_STRING;
		}
		if (message instanceof RoomsAnswer answer) {
			return answer.rooms().stream().mapToInt((room) -> PER_STRING + room.room().length()).sum();
		}
		return 0;
	}

	private static int selection(Selection selection) {
		return (selection.rooms().size() + selection.except().size()) * PER_STRING;
	}

	private static int payload(Payload payload) {
		int size = payload.json().length;
		List<byte[]> attachments = payload.attachments();
		for (int i = 0; i < attachments.size(); i++) {
			size += attachments.get(i).length;
		}
		return size;
	}

}
