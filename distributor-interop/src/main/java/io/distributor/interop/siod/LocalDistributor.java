package io.distributor.interop.siod;

import java.security.SecureRandom;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

import io.distributor.interop.adapter.AdapterChannels;
import io.distributor.link.LinkListener;
import io.distributor.link.frame.EntrySize;
import io.distributor.link.message.AskSockets;
import io.distributor.link.message.BackendMessage;
import io.distributor.link.message.EmitToRooms;
import io.distributor.link.message.EmitToSocket;
import io.distributor.link.message.LinkMessage;
import io.distributor.link.message.Payload;
import io.distributor.link.port.PatternPort;
import io.distributor.link.presence.Node;
import io.distributor.link.presence.NodeId;
import io.distributor.link.presence.NodeIds;
import io.distributor.link.presence.NodeRole;
import org.jspecify.annotations.Nullable;

/**
 * The distributor that a {@link DistributorBridge} plays.
 */
final class LocalDistributor implements LocalNode {

	private static final String NAME = "siod";

	private final SiodOptions options;

	private final Supplier<NodeId> home;

	private final SiodCounters counters;

	private final OriginalSide original;

	private final Node node;

	/** Filled before the node is opened. */
	private final Map<String, OriginalClients> clients = new HashMap<>();

	/** Used by the worker. */
	private boolean left;

	private volatile @Nullable OriginalEmits emits;

	private volatile @Nullable BackendInbox inbox;

	LocalDistributor(SiodOptions options, PatternPort port, Supplier<NodeId> home, SiodCounters counters) {
		this.options = options;
		this.home = home;
		this.counters = counters;
		this.original = new OriginalSide(port, options, counters);
		this.node = new Node(new NodeIds().get(), NodeRole.DISTRIBUTOR, NAME, Set.of(), false);
	}

	@Override
	public Node node() {
		return this.node;
	}

	@Override
	public void open(LinkListener listener) {
		SiodJson json = new SiodJson(this.options.maxMessageBytes());
		SiodChannels channels = new SiodChannels(this.options.prefix());
		LocalSender backend = new LocalSender(this.node.id(), listener);
		String uid = Long.toString(new SecureRandom().nextLong() >>> 1, Character.MAX_RADIX);
		RemoteCalls calls = new RemoteCalls(uid, this.options, this.original, backend, new RemoteRequestCodec(json),
				this.counters);
		OriginalEmits emits = new OriginalEmits(uid, this.options.adapterKey(), channels, this.original,
				new ToDistributorCodec(json));
		AtomicLong adoptions = new AtomicLong();
		ToBackendReader reader = new ToBackendReader(json);
		for (String namespace : this.options.namespaces()) {
			OriginalClients clients = new OriginalClients(namespace, this.options, backend, calls,
					adoptions::incrementAndGet, this.counters);
			this.clients.put(namespace, clients);
			this.original.onMessage(channels.toBackend(namespace), (message) -> clients.hear(reader.read(message)));
			calls.listen(new AdapterChannels(this.options.adapterKey(), namespace));
		}
		this.emits = emits;
		this.inbox = new BackendInbox(this.clients, emits, new OriginalMoves(calls, backend),
				new OriginalPresence(backend, this.home), backend, this.counters);
		this.original.open();
	}

	@Override
	public void receive(Map<String, String> headers, LinkMessage message) {
		BackendInbox inbox = this.inbox;
		if (inbox == null || !(message instanceof BackendMessage received)) {
			return;
		}
		requireSupported(received);
		int size = EntrySize.of(Map.of(), received);
		if (received instanceof EmitToSocket emit && emit.droppable()) {
			this.original.worker().submitDroppable(size, () -> received.deliverTo(inbox));
		}
		else {
			this.original.worker().submit(size, () -> received.deliverTo(inbox));
		}
	}

	private void requireSupported(BackendMessage message) {
		boolean asks = message instanceof EmitToSocket emit && emit.ackId() != Payload.NO_ACK;
		if (message instanceof AskSockets ask) {
			OriginalClients asked = this.clients.get(ask.namespace());
			asks = asked != null && !asked.rooms().select(ask.selection()).isEmpty();
		}
		if (asks) {
			throw new OriginalUnsupportedException("emitWithAck: a client behind a distributor of the original "
					+ "(expected: emit; the original brings no answers of clients to a backend)");
		}
	}

	@Override
	public void receiveBroadcast(String namespace, LinkMessage message) {
		BackendInbox inbox = this.inbox;
		if (inbox == null || !(message instanceof EmitToRooms emit) || !this.clients.containsKey(namespace)) {
			return;
		}
		int size = EntrySize.of(Map.of(), emit);
		if (emit.droppable()) {
			this.original.worker().submitDroppable(size, () -> emit.deliverTo(inbox));
		}
		else {
			this.original.worker().submit(size, () -> emit.deliverTo(inbox));
		}
	}

	@Override
	public Node beside(Node other) {
		return other;
	}

	@Override
	public void onAnnounced(Set<String> namespaces, boolean draining) {
		if (draining) {
			this.original.worker().force(this::leave);
		}
	}

	private void leave() {
		OriginalEmits emits = this.emits;
		if (emits == null || this.left) {
			return;
		}
		this.left = true;
		this.clients.forEach((namespace, clients) -> {
			emits.close(namespace);
			clients.leave();
		});
	}

	/**
	 * Others have given the sockets that they hold to other instances; those of the
	 * original have nowhere else to go.
	 */
	@Override
	public void onFenced() {
	}

	@Override
	public void close() {
		this.original.worker().force(this::leave);
		this.original.close();
	}

}
