package io.distributor.backend.instance;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

import io.distributor.link.LinkListener;
import io.distributor.link.LinkOptions;
import io.distributor.link.memory.MemoryLinkHub;
import io.distributor.link.memory.MemoryLinkPort;
import io.distributor.link.message.CountSockets;
import io.distributor.link.message.DisconnectSockets;
import io.distributor.link.message.JoinRooms;
import io.distributor.link.message.LeaveRooms;
import io.distributor.link.message.LinkMessage;
import io.distributor.link.message.Payload;
import io.distributor.link.message.ReleaseSocket;
import io.distributor.link.message.RequestDone;
import io.distributor.link.message.SocketAdopt;
import io.distributor.link.message.SocketAnswer;
import io.distributor.link.message.SocketConnect;
import io.distributor.link.message.SocketDisconnect;
import io.distributor.link.message.SocketEvent;
import io.distributor.link.message.SocketHandshake;
import io.distributor.link.node.LinkNode;
import io.distributor.link.presence.Departure;
import io.distributor.link.presence.Node;
import io.distributor.link.presence.NodeId;
import io.distributor.link.presence.NodeRole;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.jspecify.annotations.Nullable;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The distributor's end of the link, saying what a test tells it to say.
 */
class ScriptedDistributor implements LinkListener, AutoCloseable {

	static final SocketHandshake HANDSHAKE = new SocketHandshake(1_000, "192.0.2.1", true, false, "/socket.io/?room=a",
			Map.of("room", "a"), Map.of("user-agent", List.of("test")), "websocket", 4);

	private static final LinkOptions OPTIONS = LinkOptions.DEFAULT.withHeartbeat(Duration.ofMillis(50),
			Duration.ofSeconds(2), Duration.ofMillis(20));

	private final MemoryLinkPort port;

	private final LinkNode link;

	private final List<LinkMessage> received = new CopyOnWriteArrayList<>();

	private final List<Node> nodes = new CopyOnWriteArrayList<>();

	private volatile boolean answeringRequests = true;

	private volatile @Nullable NodeId backend;

	private final List<NodeId> gone = new CopyOnWriteArrayList<>();

	private final Map<String, ReleaseSocket> sockets = new ConcurrentHashMap<>();

	private volatile boolean releasing = true;

	ScriptedDistributor(MemoryLinkHub hub, String name, String... namespaces) {
		this.port = hub.port();
		this.link = new LinkNode(NodeRole.DISTRIBUTOR, name, OPTIONS, this.port);
		this.link.open(this);
		for (String namespace : namespaces) {
			this.link.listen(namespace);
		}
	}

	static LinkNode backendLink(MemoryLinkPort port) {
		return new LinkNode(NodeRole.BACKEND, "chat", OPTIONS, port);
	}

	void listen(String... namespaces) {
		for (String namespace : namespaces) {
			this.link.listen(namespace);
		}
	}

	NodeId id() {
		return this.link.id();
	}

	void awaitBackend(LinkNode link) {
		await().until(() -> this.nodes.stream().anyMatch((node) -> !node.namespaces().isEmpty()));
		await().until(() -> link.nodes().stream().anyMatch((node) -> node.id().equals(id())));
	}

	ScriptedDistributor answerNoRequests() {
		this.answeringRequests = false;
		return this;
	}

	/**
	 * Asks a leaving backend for no sockets.
	 */
	ScriptedDistributor releaseNothing() {
		this.releasing = false;
		return this;
	}

	void comeBack() {
		this.port.up();
	}

	void cutOff() {
		this.port.down();
	}

	@Override
	public void onMessage(NodeId sender, Map<String, String> headers, LinkMessage message) {
		this.received.add(message);
		long request = requestId(message);
		if (request != 0 && this.answeringRequests) {
			this.link.send(sender, Map.of(), new RequestDone(request, 1, changedRooms(message)));
		}
	}

	/**
	 * Takes each request for that of the home, about one socket.
	 */
	private static List<String> changedRooms(LinkMessage message) {
		if (message instanceof JoinRooms join) {
			return join.rooms();
		}
		return (message instanceof LeaveRooms leave) ? leave.rooms() : List.of();
	}

	private static long requestId(LinkMessage message) {
		if (message instanceof JoinRooms join) {
			return join.requestId();
		}
		if (message instanceof LeaveRooms leave) {
			return leave.requestId();
		}
		if (message instanceof CountSockets count) {
			return count.requestId();
		}
		return (message instanceof DisconnectSockets disconnect) ? disconnect.requestId() : 0;
	}

	@Override
	public void onNode(Node node) {
		if (node.role() == NodeRole.BACKEND) {
			this.nodes.add(node);
			this.backend = node.id();
			if (node.draining() && this.releasing) {
				this.sockets.values().forEach((release) -> this.link.send(node.id(), Map.of(), release));
			}
		}
	}

	@Override
	public void onNodeGone(Node node, Departure departure) {
		this.gone.add(node.id());
	}

	@Override
	public void onUp() {
	}

	@Override
	public void onDown() {
	}

	List<Node> nodes() {
		return this.nodes;
	}

	List<NodeId> gone() {
		return this.gone;
	}

	void send(LinkMessage message) {
		NodeId backend = this.backend;
		assertThat(backend).isNotNull();
		note(message);
		this.link.send(backend, Map.of(), message);
	}

	private void note(LinkMessage message) {
		if (message instanceof SocketConnect connect) {
			this.sockets.put(connect.socketId(),
					new ReleaseSocket(connect.namespace(), connect.socketId(), connect.adoption()));
		}
		else if (message instanceof SocketAdopt adopt) {
			this.sockets.put(adopt.socketId(),
					new ReleaseSocket(adopt.namespace(), adopt.socketId(), adopt.adoption()));
		}
		else if (message instanceof SocketDisconnect disconnect) {
			this.sockets.remove(disconnect.socketId());
		}
	}

	void adopt(String namespace, String socketId, long adoption, List<String> rooms, @Nullable String data) {
		send(new SocketAdopt(namespace, socketId, adoption, HANDSHAKE, bytes("{\"token\":\"t\"}"), rooms,
				(data != null) ? bytes(data) : null, null, List.of(), List.of()));
	}

	void release(String namespace, String socketId, long adoption) {
		send(new ReleaseSocket(namespace, socketId, adoption));
	}

	void connect(String namespace, String socketId) {
		connect(namespace, socketId, null);
	}

	void connect(String namespace, String socketId, @Nullable String auth) {
		send(new SocketConnect(namespace, socketId, 1, HANDSHAKE, (auth != null) ? bytes(auth) : null));
	}

	void event(String namespace, String socketId, long number, long ackId, String json, byte[]... attachments) {
		send(new SocketEvent(namespace, socketId, 1, number, ackId, false,
				new Payload(bytes(json), List.of(attachments))));
	}

	void answer(String namespace, String socketId, long ackId, String json) {
		send(new SocketAnswer(namespace, socketId, ackId, new Payload(bytes(json), List.of())));
	}

	void disconnect(String namespace, String socketId) {
		send(new SocketDisconnect(namespace, socketId, 1, 1_000, "client namespace disconnect", null));
	}

	<T extends LinkMessage> T await(Class<T> type) {
		return await(type, (message) -> true);
	}

	<T extends LinkMessage> T await(Class<T> type, Predicate<T> condition) {
		await().until(() -> received(type).stream().anyMatch(condition));
		return received(type).stream().filter(condition).findFirst().orElseThrow();
	}

	<T extends LinkMessage> List<T> received(Class<T> type) {
		return this.received.stream().filter(type::isInstance).map(type::cast).toList();
	}

	List<LinkMessage> received() {
		return this.received;
	}

	static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

	static String json(Payload payload) {
		return new String(payload.json(), StandardCharsets.UTF_8);
	}

	private static ConditionFactory await() {
		return Awaitility.await().pollInterval(Duration.ofMillis(2));
	}

	@Override
	public void close() {
		this.link.close();
	}

}
