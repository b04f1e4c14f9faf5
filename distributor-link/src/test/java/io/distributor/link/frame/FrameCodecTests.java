package io.distributor.link.frame;

import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

import io.distributor.link.message.AcceptSocket;
import io.distributor.link.message.LinkMessage;
import io.distributor.link.message.SocketAdopt;
import io.distributor.link.message.SocketConnect;
import io.distributor.link.message.SocketHandshake;
import io.distributor.link.presence.ForwardingAddress;
import io.distributor.link.presence.Node;
import io.distributor.link.presence.NodeId;
import io.distributor.link.presence.NodeRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.msgpack.core.MessageBufferPacker;
import org.msgpack.core.MessagePack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class FrameCodecTests {

	private static final NodeId SENDER = new NodeId("sender");

	private static final NodeId READER = new NodeId("reader");

	private final FrameEncoder encoder = new FrameEncoder();

	private final FrameDecoder decoder = new FrameDecoder();

	static Stream<LinkMessage> messages() {
		return SampleMessages.ALL.stream();
	}

	static Stream<Frame> frames() {
		List<FrameEntry> entries = List.of(new ListenEntry("/chat", true), new ListenEntry("/chat", false));
		Node node = new Node(SENDER, NodeRole.BACKEND, "Chat", Set.of("/", "/chat"), true);
		Node edge = new Node(SENDER, NodeRole.DISTRIBUTOR, "Edge", Set.of(), false,
				new ForwardingAddress("tag", new InetSocketAddress("10.0.0.7", 9000)));
		return Stream.of(new InboxFrame(SENDER, 41, 1L << 40, entries, false),
				new InboxFrame(SENDER, 0, 1, List.of(), true), new BroadcastFrame(SENDER, Map.of(READER, 17L), entries),
				new ResendFrame(SENDER, 3, 9), new HeartbeatFrame(node, true), new HeartbeatFrame(edge, false),
				new GoodbyeFrame(SENDER, true), new FenceFrame(SENDER, READER));
	}

	@ParameterizedTest
	@MethodSource("messages")
	void readsEveryMessageAsItWasWritten(LinkMessage message) {
		InboxFrame frame = new InboxFrame(SENDER, 1, 2, List.of(new MessageEntry(Map.of("trace", "1"), message)),
				false);
		InboxFrame read = (InboxFrame) decode(this.encoder.encode(frame));
		MessageEntry entry = (MessageEntry) read.entries().get(0);
		assertThat(entry.headers()).isEqualTo(Map.of("trace", "1"));
		assertThat(entry.message()).usingRecursiveComparison().isEqualTo(message);
	}

	@ParameterizedTest
	@MethodSource("frames")
	void readsEveryFrameAsItWasWritten(Frame frame) {
		assertThat(decode(this.encoder.encode(frame))).isEqualTo(frame);
	}

	@Test
	void readsAHeartbeatThatTakesNoForwardedRequestsHoweverItSaysSo() throws Exception {
		assertThat(heartbeat(8).node().forwarding()).isNull();
		assertThat(heartbeat(9).node().forwarding()).isNull();
	}

	private HeartbeatFrame heartbeat(int fields) throws Exception {
		MessageBufferPacker packer = MessagePack.newDefaultBufferPacker();
		packer.packArrayHeader(fields).packInt(1).packInt(4).packString("sender");
		packer.packString("distributor").packString("Edge").packArrayHeader(0).packBoolean(false).packBoolean(true);
		if (fields > 8) {
			packer.packNil();
		}
		return (HeartbeatFrame) decode(packer.toByteArray());
	}

	@Test
	void refusesAForwardingAddressThatIsNone() throws Exception {
		MessageBufferPacker packer = MessagePack.newDefaultBufferPacker();
		packer.packArrayHeader(9).packInt(1).packInt(4).packString("sender");
		packer.packString("distributor").packString("Edge").packArrayHeader(0).packBoolean(false).packBoolean(true);
		packer.packArrayHeader(3).packString("tag").packBinaryHeader(3).addPayload(new byte[3]).packInt(80);
		byte[] bytes = packer.toByteArray();
		assertThatExceptionOfType(MalformedFrameException.class).isThrownBy(() -> decode(bytes));
	}

	@Test
	void refusesAHeartbeatThatSaysMoreThanANodeMay() throws Exception {
		HeartbeatFrame largest = (HeartbeatFrame) decode(heartbeatBytes("x".repeat(255), 1_000, "/n"));
		assertThat(largest.node().namespaces()).hasSize(1_000);
		assertMalformed(heartbeatBytes("x".repeat(256), 0, "/n"), "Node name: 256 characters");
		assertMalformed(heartbeatBytes("Chat", 1_001, "/n"), "Namespaces of a node: 1001");
		assertMalformed(heartbeatBytes("Chat", 1, "/" + "x".repeat(512)), "Namespace: 514 characters");
	}

	private void assertMalformed(byte[] frame, String reason) {
		assertThatExceptionOfType(MalformedFrameException.class).isThrownBy(() -> decode(frame))
			.withMessageContaining(reason);
	}

	private static byte[] heartbeatBytes(String name, int namespaces, String prefix) throws Exception {
		MessageBufferPacker packer = MessagePack.newDefaultBufferPacker();
		packer.packArrayHeader(8).packInt(1).packInt(4).packString("sender").packString("backend").packString(name);
		packer.packArrayHeader(namespaces);
		for (int i = 0; i < namespaces; i++) {
			packer.packString(prefix + i);
		}
		packer.packBoolean(false).packBoolean(false);
		return packer.toByteArray();
	}

	@Test
	void keepsOnceWhatManyHandshakesHaveAlike() {
		SocketHandshake first = decoded(handshake("own=1"));
		SocketHandshake second = decoded(handshake("own=1"));
		assertThat(second).isEqualTo(first);
		assertThat(second.url()).isSameAs(first.url());
		assertThat(second.query()).isSameAs(first.query());
		assertThat(second.transport()).isSameAs(first.transport());
		assertThat(second.headers().get("accept")).isSameAs(first.headers().get("accept"));
		assertThat(second.headers().get("cookie")).isNotSameAs(first.headers().get("cookie"));
	}

	private static SocketHandshake handshake(String cookie) {
		return new SocketHandshake(1, "192.0.2.7", true, false, "/socket.io/?EIO=4&transport=websocket",
				Map.of("EIO", "4", "transport", "websocket"),
				Map.of("accept", List.of("*/*"), "cookie", List.of(cookie), "via", List.of("a", "b")), "websocket", 4);
	}

	private SocketHandshake decoded(SocketHandshake handshake) {
		SocketConnect connect = new SocketConnect("/chat", "s1", 1, handshake, null);
		InboxFrame frame = new InboxFrame(SENDER, 1, 2, List.of(new MessageEntry(Map.of(), connect)), false);
		InboxFrame read = (InboxFrame) decode(this.encoder.encode(frame));
		return ((SocketConnect) ((MessageEntry) read.entries().get(0)).message()).handshake();
	}

	@Test
	void leavesOutABroadcastThatIsNotForTheReader() {
		BroadcastFrame frame = new BroadcastFrame(SENDER, Map.of(new NodeId("other"), 17L),
				List.of(new ListenEntry("/chat", true)));
		assertThat(decode(this.encoder.encode(frame))).isEqualTo(new BroadcastFrame(SENDER, Map.of(), List.of()));
	}

	@Test
	void skipsFieldsOfANewerVersionAtTheEndOfFramesAndEntries() throws Exception {
		MessageBufferPacker packer = MessagePack.newDefaultBufferPacker();
		packer.packArrayHeader(8).packInt(1).packInt(1).packString("sender").packLong(0).packLong(1);
		packer.packArrayHeader(1)
			.packArrayHeader(7)
			.packInt(37)
			.packNil()
			.packString("/chat")
			.packString("s1")
			.packLong(1)
			.packLong(5)
			.packMapHeader(1)
			.packString("new")
			.packArrayHeader(0);
		packer.packBoolean(false).packString("added later");
		InboxFrame frame = (InboxFrame) decode(packer.toByteArray());
		assertThat(frame.entries()).singleElement().isInstanceOf(MessageEntry.class);
	}

	@Test
	void readsAnEntryOfAnEarlierVersionWithoutTheFieldsAtItsEnd() throws Exception {
		MessageBufferPacker packer = MessagePack.newDefaultBufferPacker();
		packer.packArrayHeader(7).packInt(1).packInt(1).packString("sender").packLong(0).packLong(1);
		packer.packArrayHeader(1)
			.packArrayHeader(5)
			.packInt(32)
			.packNil()
			.packString("/chat")
			.packString("s1")
			.packLong(1);
		packer.packBoolean(false);
		InboxFrame frame = (InboxFrame) decode(packer.toByteArray());
		assertThat(frame.entries())
			.containsExactly(new MessageEntry(Map.of(), new AcceptSocket("/chat", "s1", 1, null)));
	}

	@Test
	void keepsTheNumberOfAnEntryItDoesNotKnow() throws Exception {
		MessageBufferPacker packer = MessagePack.newDefaultBufferPacker();
		packer.packArrayHeader(7).packInt(1).packInt(1).packString("sender").packLong(0).packLong(1);
		packer.packArrayHeader(2).packArrayHeader(3).packInt(99).packNil().packString("?");
		packer.packArrayHeader(3).packInt(1).packNil().packString("/chat").packBoolean(false);
		InboxFrame frame = (InboxFrame) decode(packer.toByteArray());
		assertThat(frame.entries()).containsExactly(new UnknownEntry(99), new ListenEntry("/chat", true));
	}

	@Test
	void refusesAnotherVersionAndAnUnknownType() throws Exception {
		MessageBufferPacker packer = MessagePack.newDefaultBufferPacker();
		packer.packArrayHeader(3).packInt(2).packInt(1).packString("sender");
		assertThatExceptionOfType(MalformedFrameException.class).isThrownBy(() -> decode(packer.toByteArray()))
			.withMessageContaining("version: 2");
		MessageBufferPacker other = MessagePack.newDefaultBufferPacker();
		other.packArrayHeader(3).packInt(1).packInt(77).packString("sender");
		assertThatExceptionOfType(MalformedFrameException.class).isThrownBy(() -> decode(other.toByteArray()))
			.withMessageContaining("type: 77");
	}

	@Test
	void refusesSizesLargerThanTheFrame() throws Exception {
		MessageBufferPacker packer = MessagePack.newDefaultBufferPacker();
		packer.packArrayHeader(7).packInt(1).packInt(1).packRawStringHeader(Integer.MAX_VALUE);
		assertThatExceptionOfType(MalformedFrameException.class).isThrownBy(() -> decode(packer.toByteArray()))
			.withMessageContaining("bytes left");
		MessageBufferPacker entries = MessagePack.newDefaultBufferPacker();
		entries.packArrayHeader(7).packInt(1).packInt(1).packString("sender").packLong(0).packLong(1);
		entries.packArrayHeader(Integer.MAX_VALUE);
		assertThatExceptionOfType(MalformedFrameException.class).isThrownBy(() -> decode(entries.toByteArray()))
			.withMessageContaining("bytes left");
	}

	@Test
	void refusesEveryTruncatedFrameAndSurvivesRandomDamage() {
		byte[] bytes = this.encoder.encode(new InboxFrame(SENDER, 1, 2, entriesOfAllKinds(), false));
		for (int length = 0; length < bytes.length; length++) {
			byte[] truncated = Arrays.copyOf(bytes, length);
			assertThatExceptionOfType(MalformedFrameException.class).isThrownBy(() -> decode(truncated));
		}
		Random random = new Random(7);
		for (int i = 0; i < 20_000; i++) {
			byte[] damaged = bytes.clone();
			damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
			try {
				decode(damaged);
			}
			catch (MalformedFrameException ex) {
				assertThat(ex).hasMessageNotContaining("null");
			}
		}
	}

	@Test
	void estimatesASizeNotFarFromTheEncodedOne() {
		for (LinkMessage message : SampleMessages.ALL) {
			MessageEntry entry = new MessageEntry(Map.of(), message);
			int encoded = this.encoder.encode(new InboxFrame(SENDER, 1, 2, List.of(entry), false)).length;
			int slack = (message instanceof SocketConnect || message instanceof SocketAdopt) ? 1100 : 256;
			assertThat(EntrySize.of(entry.headers(), message)).isBetween(encoded - 64, encoded + slack);
		}
	}

	private static List<FrameEntry> entriesOfAllKinds() {
		Map<String, String> headers = new LinkedHashMap<>(Map.of("a", "b"));
		return SampleMessages.ALL.stream().map((message) -> (FrameEntry) new MessageEntry(headers, message)).toList();
	}

	private Frame decode(byte[] bytes) {
		return this.decoder.decode(bytes, READER);
	}

}
