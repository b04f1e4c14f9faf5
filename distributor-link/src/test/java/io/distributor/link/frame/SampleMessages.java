package io.distributor.link.frame;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;

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

/**
 * One message of each kind, and more where a field may be absent.
 */
final class SampleMessages {

	static final Payload PAYLOAD = new Payload(utf8("[\"postMessage\",\"grüße\",{\"_placeholder\":true,\"num\":0}]"),
			List.of(new byte[] { 0, 1, -1 }, new byte[0]));

	static final Selection SELECTION = new Selection(Set.of("lobby", "sofa"), Set.of("quiet"));

	static final SocketHandshake HANDSHAKE = new SocketHandshake(1_790_000_000_000L, "192.0.2.7", true, false,
			"/socket.io/?EIO=4", Map.of("EIO", "4"), Map.of("cookie", List.of("a=b", "c=d"), "host", List.of()),
			"websocket", 4);

	static final List<LinkMessage> ALL = List.of(
			new SocketConnect("/chat", "s1", 1, HANDSHAKE, utf8("{\"token\":\"x\"}")),
			new SocketConnect("/chat", "s1", 1, HANDSHAKE, null),
			new SocketEvent("/chat", "s1", 2, Long.MAX_VALUE, Payload.NO_ACK, true, PAYLOAD),
			new SocketAnswer("/chat", "s1", 7, PAYLOAD),
			new SocketDisconnect("/chat", "s1", 1, 9, "ping timeout", null),
			new SocketDisconnect("/chat", "s1", 1, 1, "transport error", "reset"), new RequestDone(99, 3),
			new RequestDone(100, 1, List.of("a", "b")), new RoomsChanged("/chat", "s1", 2, List.of("a"), List.of("b")),
			new AcceptSocket("/chat", "s1", 1), new AcceptSocket("/chat", "s1", 1, "ann"),
			new RefuseSocket("/chat", "s1", 1, "no", null), new RefuseSocket("/chat", "s1", 1, "no", utf8("1")),
			new EmitToSocket("/chat", "s1", 5, true, PAYLOAD), new EmitToRooms("/chat", SELECTION, false, PAYLOAD),
			new EmitToRooms("/chat", Selection.ALL, true, PAYLOAD), new EventAnswer("/chat", "s1", 1, 3, PAYLOAD),
			new EventsHandled("/chat", "s1", 1, 12), new JoinRooms("/chat", SELECTION, List.of("a", "b"), 0),
			new LeaveRooms("/chat", Selection.socket("s1"), List.of("a"), 8),
			new DisconnectSockets("/chat", SELECTION, true, 9),
			new SocketAdopt("/chat", "s1", 2, HANDSHAKE, utf8("{}"), List.of("s1", "lobby"), utf8("{\"name\":\"Ann\"}"),
					"ann", List.of("lobby"), List.of("attic")),
			new SocketAdopt("/chat", "s1", 3, HANDSHAKE, null, List.of(), null, null, List.of(), List.of()),
			new ReleaseSocket("/chat", "s1", 2), new AskedSockets(7, List.of("s1", "s2")),
			new BroadcastAnswer(7, "s1", PAYLOAD), new BroadcastAnswer(7, "s2", null),
			new SocketReleased("/chat", "s1", 2, 12), new SocketReleased("/chat", "s1", 3, 0, false),
			new SetSocketData("/chat", "s1", 2, utf8("{}")), new AskSockets("/chat", SELECTION, 7, PAYLOAD),
			new FetchSockets("/chat", SELECTION, "s1", 100, 65_536, 7),
			new FetchSockets("/chat", Selection.ALL, null, 1, 1, 8), new CountSockets("/chat", SELECTION, 9),
			new FetchRooms("/chat", null, 10, 7), new FetchRooms("/chat", "lobby", 10, 8),
			new FetchAnswer(7,
					List.of(new SocketDetails("s1", HANDSHAKE, utf8("{}"), List.of("s1", "lobby"), utf8("{}"), "ann",
							"b-1"), new SocketDetails("s2", HANDSHAKE, null, List.of("s2"), null, null, null)),
					true, true),
			new FetchAnswer(7, List.of(), false, false), new PeerEvent("/chat", 7, PAYLOAD),
			new PeerEvent("/chat", 0, PAYLOAD), new PeerAnswer(7, PAYLOAD), new PeerAnswer(8, null),
			new RoomsAnswer(7, List.of(new RoomSize("attic", 1), new RoomSize("lobby", 1_000)), true));

	private SampleMessages() {
	}

	static byte[] utf8(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

}
