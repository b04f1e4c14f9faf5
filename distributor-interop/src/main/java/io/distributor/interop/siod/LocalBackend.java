package io.distributor.interop.siod;

import java.security.SecureRandom;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import io.distributor.interop.adapter.AdapterChannels;
import io.distributor.interop.adapter.AdapterLimits;
import io.distributor.link.LinkListener;
import io.distributor.link.frame.EntrySize;
import io.distributor.link.message.DistributorMessage;
import io.distributor.link.message.LinkMessage;
import io.distributor.link.port.PatternPort;
import io.distributor.link.presence.Node;
import io.distributor.link.presence.NodeId;
import io.distributor.link.presence.NodeIds;
import io.distributor.link.presence.NodeRole;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The backend instance that a {@link BackendBridge} plays.
 */
final class LocalBackend implements LocalNode {

	private static final Logger logger = LoggerFactory.getLogger(LocalBackend.class);

	/** Numbers of distributors in the original are small. */
	private static final long SMALLEST_NUMBER = 1L << 52;

	private static final int RANDOM_BITS = 12;

	private static final String NAME = "siod";

	/** Of more backends that own a namespace of this bridge nothing is said. */
	private static final int MAX_RIVALS = 1_000;

	private final SiodOptions options;

	private final OriginalSide original;

	private final SiodCounters counters;

	private final Node node;

	private final Map<String, BackendClients> clients = new HashMap<>();

	private final ClientDescriber describer;

	private final CustomMessageListener customMessages;

	private final Set<NodeId> rivals = ConcurrentHashMap.newKeySet();

	private volatile @Nullable GatewayInbox inbox;

	LocalBackend(SiodOptions options, PatternPort port, ClientDescriber describer, CustomMessageListener customMessages,
			SiodCounters counters) {
		this.options = options;
		this.counters = counters;
		this.original = new OriginalSide(port, options, counters);
		this.describer = describer;
		this.customMessages = customMessages;
		this.node = new Node(new NodeIds().get(), NodeRole.BACKEND, NAME, options.namespaces(), false);
	}

	@Override
	public Node node() {
		return this.node;
	}

	@Override
	public void open(LinkListener listener) {
		SiodJson json = new SiodJson(this.options.maxMessageBytes());
		SiodChannels channels = new SiodChannels(this.options.prefix());
		LocalSender gateway = new LocalSender(this.node.id(), listener);
		long number = SMALLEST_NUMBER | (new SecureRandom().nextLong() >>> RANDOM_BITS);
		ToBackendWriter writer = new ToBackendWriter(json, number);
		ClientInfo info = new ClientInfo(this.describer, json);
		for (String namespace : this.options.namespaces()) {
			this.clients.put(namespace, new BackendClients(namespace, channels.toBackend(namespace), this.original,
					gateway, writer, info, this.counters));
		}
		RemoteRequests requests = new RemoteRequests(this.original, gateway, new RemoteRequestCodec(json),
				this.options.maxPendingRequests(), this.counters);
		OriginalBackends backends = new OriginalBackends(this.clients, gateway, json,
				AdapterLimits.DEFAULT.withMaxBytes(this.options.maxMessageBytes()), this.customMessages, this.counters);
		backends.listen(this.original, channels, number);
		for (String namespace : this.options.namespaces()) {
			AdapterChannels adapter = new AdapterChannels(this.options.adapterKey(), namespace);
			backends.listen(this.original, adapter);
			requests.listen(adapter);
		}
		this.inbox = new GatewayInbox(this.clients, requests, gateway, this.counters);
		this.original.open();
	}

	@Override
	public void receive(Map<String, String> headers, LinkMessage message) {
		GatewayInbox inbox = this.inbox;
		if (inbox != null && message instanceof DistributorMessage received) {
			this.original.worker().submit(EntrySize.of(Map.of(), received), () -> received.deliverTo(inbox));
		}
	}

	@Override
	public void receiveBroadcast(String namespace, LinkMessage message) {
		this.counters.ignored.increment();
	}

	/**
	 * The namespaces of this bridge have no other homes: clients would be divided between
	 * two applications that know nothing of each other.
	 */
	@Override
	public Node beside(Node other) {
		Set<String> owned = new HashSet<>(other.namespaces());
		if (!owned.removeAll(this.options.namespaces())) {
			return other;
		}
		if (this.rivals.size() < MAX_RIVALS && this.rivals.add(other.id())) {
			logger.warn(
					"Backend {} ({}) owns {}, some of which distributor.interop.siod.namespaces gives to original "
							+ "backends: it gets no clients of those; take them out of that property to move them",
					other.name(), other.id(), other.namespaces());
		}
		return new Node(other.id(), other.role(), other.name(), owned, other.draining());
	}

	@Override
	public void onAnnounced(Set<String> namespaces, boolean draining) {
		// A distributor of the original has no way to say that it is leaving.
	}

	@Override
	public void onFenced() {
		this.original.worker().force(() -> this.clients.values().forEach(BackendClients::leaveAll));
	}

	@Override
	public void close() {
		this.original.close();
	}

}
