package io.distributor.interop.siod;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.distributor.link.Link;
import io.distributor.link.LinkListener;
import io.distributor.link.LinkOptions;
import io.distributor.link.memory.MemoryLinkHub;
import io.distributor.link.message.CountSockets;
import io.distributor.link.message.EmitToRooms;
import io.distributor.link.message.LinkMessage;
import io.distributor.link.message.Payload;
import io.distributor.link.message.Selection;
import io.distributor.link.node.LinkNode;
import io.distributor.link.presence.Departure;
import io.distributor.link.presence.ForwardingAddress;
import io.distributor.link.presence.Node;
import io.distributor.link.presence.NodeId;
import io.distributor.link.presence.NodeRole;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class BridgedLinkTests {

	private static final LinkMessage MESSAGE = new CountSockets("/chat", Selection.ALL, 1);

	private static final LinkOptions OPTIONS = LinkOptions.DEFAULT.withHeartbeat(Duration.ofMillis(50),
			Duration.ofSeconds(5), Duration.ofMillis(100));

	private final MemoryLinkHub hub = new MemoryLinkHub();

	private final Beside beside = new Beside();

	private final RecordedNode recorded = new RecordedNode();

	private final LinkNode real = new LinkNode(NodeRole.BACKEND, "real", OPTIONS, this.hub.port());

	private final BridgedLink link = new BridgedLink(this.real, this.beside);

	private final LinkNode other = new LinkNode(NodeRole.DISTRIBUTOR, "other", OPTIONS, this.hub.port());

	private final RecordedNode otherRecorded = new RecordedNode();

	private void open() {
		this.link.open(this.recorded);
		this.other.open(this.otherRecorded);
		this.link.announce(Set.of("/chat"), false);
		Awaitility.await().untilAsserted(() -> assertThat(this.link.nodes()).hasSize(2));
	}

	@Test
	void tellsTheOthersWhereForwardedRequestsAreTaken() {
		open();
		ForwardingAddress address = new ForwardingAddress("tag", new InetSocketAddress("127.0.0.1", 9000));
		this.link.announceForwarding(address);
		Awaitility.await()
			.untilAsserted(() -> assertThat(this.other.nodes()).extracting(Node::forwarding).contains(address));
	}

	@AfterEach
	void close() {
		this.link.close();
		this.other.close();
	}

	@Test
	void hasOneNodeMore() {
		open();
		assertThat(this.link.nodes()).contains(this.beside.node).anyMatch((node) -> node.id().equals(this.other.id()));
	}

	@Test
	void sendsToTheNodeThatIsMeant() {
		open();
		this.link.send(this.beside.node.id(), Map.of(), MESSAGE);
		this.link.send(this.other.id(), Map.of(), MESSAGE);
		this.otherRecorded.await(CountSockets.class);
		assertThat(this.beside.events).containsExactly("opened", "announced [/chat] false", "received");
		assertThat(this.otherRecorded.messages()).hasSize(1);
	}

	@Test
	void broadcastsToBoth() {
		open();
		this.other.listen("/chat");
		EmitToRooms emit = new EmitToRooms("/chat", Selection.ALL, false, new Payload(new byte[0], List.of()));
		Awaitility.await().untilAsserted(() -> {
			this.link.broadcast("/chat", Map.of(), emit);
			assertThat(this.otherRecorded.messages()).isNotEmpty();
		});
		assertThat(this.beside.events).contains("broadcast");
	}

	@Test
	void appearsAgainWhenAllOthersWereForgotten() {
		StubLink forgotten = new StubLink();
		List<String> heard = new ArrayList<>();
		new BridgedLink(forgotten, this.beside).open(new RecordedNode() {

			@Override
			public void onNode(Node node) {
				heard.add(node.name());
			}

			@Override
			public void onNodeGone(Node node, Departure departure) {
				heard.add(node.name() + " gone");
			}

		});
		Node gone = new Node(new NodeId("x"), NodeRole.DISTRIBUTOR, "x", Set.of(), false);
		forgotten.listener.onNodeGone(gone, Departure.SILENCE);
		forgotten.listener.onNodeGone(gone, Departure.FENCED);
		assertThat(heard).containsExactly("beside", "x gone", "x gone", "beside");
		assertThat(this.beside.events).containsExactly("opened", "fenced");
	}

	@Test
	void tellsTheNodeOfTheEnd() {
		open();
		this.link.announce(Set.of("/chat"), true);
		this.link.close();
		assertThat(this.beside.events).endsWith("announced [/chat] true", "closed");
	}

	/** Says what a test wants. */
	private static final class StubLink implements Link {

		private LinkListener listener = new RecordedNode();

		@Override
		public NodeId id() {
			return new NodeId("stub");
		}

		@Override
		public void open(LinkListener listener) {
			this.listener = listener;
		}

		@Override
		public void send(NodeId receiver, Map<String, String> headers, LinkMessage message) {
		}

		@Override
		public void broadcast(String namespace, Map<String, String> headers, LinkMessage message) {
		}

		@Override
		public void listen(String namespace) {
		}

		@Override
		public void unlisten(String namespace) {
		}

		@Override
		public void announce(Set<String> namespaces, boolean draining) {
		}

		@Override
		public Collection<Node> nodes() {
			return List.of();
		}

		@Override
		public boolean isUp() {
			return true;
		}

		@Override
		public void close() {
		}

	}

	/** Keeps what it hears. */
	private static final class Beside implements LocalNode {

		private final Node node = new Node(new NodeId("beside"), NodeRole.DISTRIBUTOR, "beside", Set.of(), false);

		private final List<String> events = new ArrayList<>();

		@Override
		public Node node() {
			return this.node;
		}

		@Override
		public void open(LinkListener listener) {
			this.events.add("opened");
		}

		@Override
		public void receive(Map<String, String> headers, LinkMessage message) {
			this.events.add("received");
		}

		@Override
		public void receiveBroadcast(String namespace, LinkMessage message) {
			this.events.add("broadcast");
		}

		@Override
		public Node beside(Node other) {
			return other;
		}

		@Override
		public void onAnnounced(Set<String> namespaces, boolean draining) {
			this.events.add("announced " + namespaces + " " + draining);
		}

		@Override
		public void onFenced() {
			this.events.add("fenced");
		}

		@Override
		public void close() {
			this.events.add("closed");
		}

	}

}
