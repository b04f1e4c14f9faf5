package io.distributor.gateway;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

import org.jspecify.annotations.Nullable;

import io.distributor.link.Link;
import io.distributor.link.LinkListener;
import io.distributor.link.LinkOverloadedException;
import io.distributor.link.message.LinkMessage;
import io.distributor.link.presence.Departure;
import io.distributor.link.presence.Node;
import io.distributor.link.presence.NodeId;
import io.distributor.link.presence.NodeRole;

/**
 * A link whose far end is the test: it keeps what was sent, and says what the test wants
 * it to say.
 */
final class TestLink implements Link {

	final List<Sent> sent = new CopyOnWriteArrayList<>();

	final Set<String> listening = ConcurrentHashMap.newKeySet();

	final List<String> calls = new CopyOnWriteArrayList<>();

	volatile boolean overloaded;

	private @Nullable LinkListener listener;

	LinkListener listener() {
		LinkListener opened = this.listener;
		if (opened == null) {
			throw new IllegalStateException("link is not open");
		}
		return opened;
	}

	static Node backend(String id, boolean draining, String... namespaces) {
		return new Node(new NodeId(id), NodeRole.BACKEND, "test", Set.of(namespaces), draining);
	}

	/** A backend appears or changes. */
	void announceBackend(String id, String... namespaces) {
		listener().onNode(backend(id, false, namespaces));
	}

	void drainBackend(String id, String... namespaces) {
		listener().onNode(backend(id, true, namespaces));
	}

	void removeBackend(String id, String... namespaces) {
		listener().onNodeGone(backend(id, false, namespaces), Departure.SILENCE);
	}

	void endBackend(String id, Departure departure, String... namespaces) {
		listener().onNodeGone(backend(id, false, namespaces), departure);
	}

	void receive(String sender, LinkMessage message) {
		listener().onMessage(new NodeId(sender), Map.of(), message);
	}

	<M extends LinkMessage> List<M> sent(Class<M> type) {
		return this.sent.stream().map(Sent::message).filter(type::isInstance).map(type::cast).toList();
	}

	/** What was sent to a node, in order. */
	List<LinkMessage> sentTo(String receiver) {
		return sentTo(receiver, LinkMessage.class);
	}

	<M extends LinkMessage> List<M> sentTo(String receiver, Class<M> type) {
		return this.sent.stream()
			.filter((one) -> one.receiver().value().equals(receiver))
			.map(Sent::message)
			.filter(type::isInstance)
			.map(type::cast)
			.toList();
	}

	@Override
	public NodeId id() {
		return new NodeId("distributor-1");
	}

	@Override
	public void open(LinkListener listener) {
		this.calls.add("open");
		this.listener = listener;
	}

	@Override
	public void send(NodeId receiver, Map<String, String> headers, LinkMessage message) {
		if (this.overloaded) {
			throw new LinkOverloadedException("the test says so");
		}
		this.sent.add(new Sent(receiver, message));
	}

	@Override
	public void broadcast(String namespace, Map<String, String> headers, LinkMessage message) {
		throw new UnsupportedOperationException("a distributor does not broadcast");
	}

	@Override
	public void listen(String namespace) {
		this.calls.add("listen " + namespace);
		this.listening.add(namespace);
	}

	@Override
	public void unlisten(String namespace) {
		this.calls.add("unlisten " + namespace);
		this.listening.remove(namespace);
	}

	@Override
	public void announce(Set<String> namespaces, boolean draining) {
		this.calls.add("announce " + namespaces + " " + draining);
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
		this.calls.add("close");
	}

	record Sent(NodeId receiver, LinkMessage message) {

	}

}
