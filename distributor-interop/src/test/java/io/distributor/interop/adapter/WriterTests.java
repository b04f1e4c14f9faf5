package io.distributor.interop.adapter;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.distributor.link.message.Payload;
import io.distributor.link.message.Selection;
import io.distributor.link.message.SocketDetails;
import io.distributor.link.message.SocketHandshake;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class WriterTests {

	/** The name of the field and its value. */
	private static final byte[] TYPE_5 = { (byte) 0xa4, 't', 'y', 'p', 'e', 5 };

	private final BroadcastReader broadcasts = new BroadcastReader(AdapterLimits.DEFAULT);

	private final RequestReader requests = new RequestReader(AdapterLimits.DEFAULT);

	private final RequestWriter asking = new RequestWriter("u");

	private final ResponseWriter answers = new ResponseWriter();

	@Test
	void writesBroadcastsThatAreReadAsTheyWere() {
		Payload payload = new Payload(
				bytes("[\"e\",1,-7000000000,1.5,true,null,\"ü\",{\"a\":[{\"_placeholder\":true,\"num\":0}]}]"),
				List.of(new byte[] { 1, 2 }));
		AdapterBroadcast broadcast = new AdapterBroadcast("u", "/chat", new Selection(Set.of("a"), Set.of("b", "c")),
				true, payload);
		assertThat(this.broadcasts.read(new BroadcastWriter().write(broadcast))).isEqualTo(broadcast);
	}

	@Test
	void marksBinaryEventsForServersOfVersion2() {
		Payload binary = new Payload(bytes("[\"e\",{\"_placeholder\":true,\"num\":0}]"), List.of(new byte[] { 1 }));
		Payload text = new Payload(bytes("[\"e\"]"), List.of());
		BroadcastWriter writer = BroadcastWriter.forVersion2();
		AdapterBroadcast broadcast = new AdapterBroadcast("u", "/chat", Selection.ALL, false, binary);
		assertThat(writer.write(broadcast)).containsSequence(TYPE_5)
			.isNotEqualTo(new BroadcastWriter().write(broadcast));
		assertThat(this.broadcasts.read(writer.write(broadcast))).isEqualTo(broadcast);
		AdapterBroadcast plain = new AdapterBroadcast("u", "/chat", Selection.ALL, false, text);
		assertThat(writer.write(plain)).isEqualTo(new BroadcastWriter().write(plain));
	}

	@Test
	void writesNumbersBeyondSixtyFourBitsAsDecimals() {
		Payload payload = new Payload(bytes("[\"e\",18446744073709551615,18446744073709551616,-9223372036854775809]"),
				List.of());
		byte[] written = new BroadcastWriter().write(new AdapterBroadcast("u", "/", Selection.ALL, false, payload));
		assertThat(Packed.json(this.broadcasts.read(written).payload()))
			.isEqualTo("[\"e\",18446744073709551615,18446744073709552000,-9223372036854776000]");
	}

	@Test
	void leavesObjectsThatLookLikePlaceholdersAloneWithoutAttachments() {
		String json = "[\"e\",{\"_placeholder\":true,\"num\":0}]";
		byte[] written = new BroadcastWriter()
			.write(new AdapterBroadcast("u", "/", Selection.ALL, false, new Payload(bytes(json), List.of())));
		assertThat(Packed.json(this.broadcasts.read(written).payload())).isEqualTo(json);
	}

	@Test
	void writesRequestsThatAreReadAsTheyWere() {
		Selection selection = new Selection(Set.of("a"), Set.of("b"));
		assertThat(this.requests.read(this.asking.join(selection, List.of("c"))))
			.isEqualTo(new AdapterRequest.Join("u", selection, Set.of("c")));
		assertThat(this.requests.read(this.asking.leave(selection, List.of("c"))))
			.isEqualTo(new AdapterRequest.Leave("u", selection, Set.of("c")));
		assertThat(this.requests.read(this.asking.disconnect(selection, true)))
			.isEqualTo(new AdapterRequest.Disconnect("u", selection, true));
	}

	@Test
	void writesAnswersAsServersExpectThem() {
		assertThat(this.answers.ids("r", List.of("s1"))).asString()
			.isEqualTo("{\"requestId\":\"r\",\"sockets\":[\"s1\"]}");
		assertThat(this.answers.rooms("r", List.of("a"))).asString()
			.isEqualTo("{\"requestId\":\"r\",\"rooms\":[\"a\"]}");
		assertThat(this.answers.clientCount("r", 2)).asString()
			.isEqualTo("{\"type\":8,\"requestId\":\"r\",\"clientCount\":2}");
		assertThat(this.answers.serverEventHeard("r")).asString()
			.isEqualTo("{\"type\":6,\"requestId\":\"r\",\"data\":null}");
		byte[] answer = this.answers.clientAnswer("r", new Payload(bytes("[\"yes\",2]"), List.of()));
		assertThat(HexFormat.of().formatHex(answer))
			.isEqualTo("83a47479706509a9726571756573744964a172" + "a67061636b6574a3796573");
		assertThat(this.answers.clientAnswer("r", new Payload(bytes("[]"), List.of()))).endsWith(0xc0);
	}

	@Test
	void describesSocketsAsServersDo() {
		SocketHandshake handshake = new SocketHandshake(1_700_000_000_123L, "10.0.0.1", true, false, "/socket.io/?a=1",
				Map.of("a", "1"), Map.of("cookie", List.of("x=1", "y=2")), "websocket", 4);
		SocketDetails socket = new SocketDetails("s1", handshake, bytes("{\"token\":7}"), List.of("s1", "a"), null,
				"ann", null);
		assertThat(this.answers.sockets("r", List.of(socket))).asString()
			.isEqualTo("{\"requestId\":\"r\",\"sockets\":[{\"id\":\"s1\",\"handshake\":{"
					+ "\"headers\":{\"cookie\":\"x=1; y=2\"},"
					+ "\"time\":\"Tue Nov 14 2023 22:13:20 GMT+0000 (Coordinated Universal Time)\","
					+ "\"address\":\"10.0.0.1\",\"xdomain\":false,\"secure\":true,\"issued\":1700000000123,"
					+ "\"url\":\"/socket.io/?a=1\",\"query\":{\"a\":\"1\"},\"auth\":{\"token\":7}},"
					+ "\"rooms\":[\"s1\",\"a\"],\"data\":{}}]}");
	}

	@Test
	void namesChannelsAsServersDo() {
		AdapterChannels channels = new AdapterChannels("socket.io", "/a[1]*");
		assertThat(channels.broadcasts()).isEqualTo("socket.io#/a[1]*#");
		assertThat(channels.broadcasts(new Selection(Set.of("r"), Set.of("x")))).isEqualTo("socket.io#/a[1]*#r#");
		assertThat(channels.broadcasts(new Selection(Set.of("r", "s"), Set.of()))).isEqualTo("socket.io#/a[1]*#");
		assertThat(channels.broadcastPattern()).isEqualTo("socket.io#/a\\[1\\]\\*#*");
		assertThat(channels.requests()).isEqualTo("socket.io-request#/a[1]*#");
		assertThat(channels.responses()).isEqualTo("socket.io-response#/a[1]*#");
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

}
