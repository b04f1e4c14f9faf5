package io.distributor.link.node;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;

import io.distributor.link.Link;
import io.distributor.link.LinkListener;
import io.distributor.link.LinkOptions;
import io.distributor.link.LinkStatistics;
import io.distributor.link.frame.EntrySize;
import io.distributor.link.frame.MessageEntry;
import io.distributor.link.message.EmitToRooms;
import io.distributor.link.message.EmitToSocket;
import io.distributor.link.message.EventsHandled;
import io.distributor.link.message.LinkMessage;
import io.distributor.link.port.LinkPort;
import io.distributor.link.presence.ForwardingAddress;
import io.distributor.link.presence.Node;
import io.distributor.link.presence.NodeId;
import io.distributor.link.presence.NodeIds;
import io.distributor.link.presence.NodeRole;
import io.distributor.link.protocol.Audiences;
import io.distributor.link.protocol.Channels;
import io.distributor.link.protocol.LinkCounters;
import io.distributor.link.protocol.Protections;
import io.distributor.link.protocol.ReceiverHalf;
import io.distributor.link.protocol.ReceiverOutput;
import io.distributor.link.protocol.SenderHalf;
import io.distributor.link.protocol.SenderTask;
import io.distributor.link.signature.SignedLinkPort;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The link over any port.
 * <p>
 * Many threads send; they write themselves, one at a time, while that is little, else a
 * thread of the link's own writes, which also keeps the time; the receiving thread of the
 * port calls the listener without another hop. Sending while the limits are reached waits
 * for {@link LinkOptions#sendTimeout}, then fails; it never waits in a method of the
 * listener. {@link #close} must not be called in one.
 */
public final class LinkNode implements Link {

	private static final Logger logger = LoggerFactory.getLogger(LinkNode.class);

	private static final long REST_NANOS = 25_000_000;

	private static final long REST_WITH_GAP_NANOS = 2_000_000;

	private static final long CLOSE_MARGIN_MILLIS = 5000;

	private final LinkOptions options;

	private final LinkPort port;

	private final Protections protections;

	private final Channels channels;

	private final LinkCounters counters = new LinkCounters();

	private final LinkClock clock = new LinkClock();

	private final NodeIds ids = new NodeIds();

	private final SendLimit limit;

	private final OutageLog outages;

	private final Thread thread = new Thread(this::write, "distributor-link-writer");

	private final LinkWriter writer;

	private final Audiences audiences;

	private volatile NodeId id;

	private volatile @Nullable LinkReceiver receiver;

	private volatile @Nullable ReceiverHalf receiverHalf;

	private volatile boolean closing;

	/**
	 * Creates a node of the link; {@link #open} brings it to life.
	 * @param role what it is
	 * @param name its name for people, {@value Node#MAX_NAME_LENGTH} characters at most
	 * @param options options, the same for all nodes of a fleet
	 * @param port carries the frames; closed with this node
	 * @throws IllegalArgumentException if the name is too long
	 */
	public LinkNode(NodeRole role, String name, LinkOptions options, LinkPort port) {
		this(role, name, options, port, Protections.ALL);
	}

	/**
	 * Creates a node of the link that does not keep all promises, for tests and
	 * benchmarks; all nodes must keep the same.
	 * @param role what it is
	 * @param name its name for people
	 * @param options options, the same for all nodes of a fleet
	 * @param port carries the frames; closed with this node
	 * @param protections which promises to keep
	 */
	public LinkNode(NodeRole role, String name, LinkOptions options, LinkPort port, Protections protections) {
		this.protections = protections;
		this.options = options;
		this.port = options.secrets().areGiven() ? new SignedLinkPort(port, options.secrets(), this.counters) : port;
		this.channels = new Channels(options.prefix());
		this.id = this.ids.get();
		this.limit = new SendLimit(options, this.counters);
		this.outages = new OutageLog(role, name, this.counters, this.clock);
		this.thread.setDaemon(true);
		PortOutput output = new PortOutput(this.port);
		SenderHalf sender = new SenderHalf(new Node(this.id, role, name, Set.of(), false), options, output,
				this.counters, protections);
		this.audiences = sender.audiences();
		this.writer = new LinkWriter(this.thread, output, this.limit, sender);
	}

	@Override
	public NodeId id() {
		return this.id;
	}

	@Override
	public void open(LinkListener listener) {
		if (this.receiver != null) {
			throw new IllegalStateException("The link was opened before (expected: one open)");
		}
		ReceiverHalf half = new ReceiverHalf(this.id, this.options, listener, new Output(), this.counters, this.ids,
				this.protections);
		LinkReceiver receiver = new LinkReceiver(half, this.outages, this.clock);
		this.receiverHalf = half;
		this.receiver = receiver;
		this.port.open(receiver);
		this.port.subscribe(this.channels.presence());
		this.port.subscribe(this.channels.inbox(this.id));
		this.thread.start();
	}

	@Override
	public void send(NodeId receiver, Map<String, String> headers, LinkMessage message) {
		int bytes = EntrySize.of(headers, message);
		boolean droppable = isDroppable(message);
		if (isTaken(bytes, droppable, this.audiences.loggedBytes(receiver))
				|| !droppable && isTakenLater(bytes, () -> this.audiences.loggedBytes(receiver))) {
			SendMessage task = new SendMessage(receiver, new MessageEntry(headers, message), bytes, droppable);
			if (isPatient(message)) {
				this.writer.addLazily(task);
			}
			else {
				this.writer.add(task);
			}
		}
	}

	@Override
	public void broadcast(String namespace, Map<String, String> headers, LinkMessage message) {
		int bytes = EntrySize.of(headers, message);
		boolean droppable = isDroppable(message);
		if (isTaken(bytes, droppable, this.audiences.loggedBytes(namespace))
				|| !droppable && isTakenLater(bytes, () -> this.audiences.loggedBytes(namespace))) {
			this.writer.add(new BroadcastMessage(namespace, new MessageEntry(headers, message), bytes, droppable));
		}
	}

	/** Nobody waits for it, and the next one says as much. */
	private static boolean isPatient(LinkMessage message) {
		return message instanceof EventsHandled;
	}

	private static boolean isDroppable(LinkMessage message) {
		return message instanceof EmitToSocket emit && emit.droppable()
				|| message instanceof EmitToRooms rooms && rooms.droppable();
	}

	private boolean isTaken(int bytes, boolean droppable, long loggedBytes) {
		if (isClosed()) {
			return false;
		}
		return droppable ? this.limit.tryTakeDroppable(bytes, isUp()) : this.limit.tryTake(bytes, loggedBytes);
	}

	/** What arrives while the link is being closed may still be answered. */
	private boolean isClosed() {
		LinkReceiver receiver = this.receiver;
		return this.closing && (receiver == null || !receiver.isInListener());
	}

	private boolean isTakenLater(int bytes, LongSupplier loggedBytes) {
		if (isClosed()) {
			return false;
		}
		LinkReceiver receiver = this.receiver;
		this.limit.take(bytes, loggedBytes, receiver == null || !receiver.isInListener());
		return true;
	}

	@Override
	public void listen(String namespace) {
		this.port.subscribe(this.channels.namespace(namespace));
		this.writer.add((sender) -> sender.listen(namespace));
	}

	@Override
	public void unlisten(String namespace) {
		this.writer.add((sender) -> sender.unlisten(namespace));
		this.port.unsubscribe(this.channels.namespace(namespace));
	}

	@Override
	public void announce(Set<String> namespaces, boolean draining) {
		Set<String> copy = Node.requireNamespaces(namespaces);
		this.writer.add((sender) -> sender.announce(copy, draining));
	}

	@Override
	public void announceForwarding(@Nullable ForwardingAddress forwarding) {
		this.writer.add((sender) -> sender.announceForwarding(forwarding));
	}

	@Override
	public Collection<Node> nodes() {
		ReceiverHalf half = this.receiverHalf;
		return (half != null) ? half.nodes() : List.of();
	}

	@Override
	public boolean isUp() {
		LinkReceiver receiver = this.receiver;
		return receiver != null && receiver.isUp() && !this.closing;
	}

	/**
	 * Returns how the link works.
	 * @return the options it was created with
	 */
	public LinkOptions options() {
		return this.options;
	}

	/**
	 * Returns since when the link is up, or since when it is not.
	 * @return the time by the clock of this machine, {@code null} before it is opened
	 */
	public @Nullable Instant since() {
		LinkReceiver receiver = this.receiver;
		return (receiver != null) ? receiver.since() : null;
	}

	/**
	 * Returns the counts of this link.
	 * @return the statistics, read live
	 */
	public LinkStatistics statistics() {
		return new LinkNodeStatistics(this.counters, this.limit, this.audiences, this.outages);
	}

	@Override
	public void close() {
		if (this.closing) {
			return;
		}
		this.closing = true;
		this.writer.wake();
		try {
			if (this.receiver != null) {
				this.thread.join(this.options.closeTimeout().toMillis() + CLOSE_MARGIN_MILLIS);
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		this.port.close();
	}

	private void write() {
		long closeAt = Long.MAX_VALUE;
		long tickAt = Long.MIN_VALUE;
		while (!mayEnd(closeAt)) {
			boolean more = this.writer.write();
			long now = this.clock.millis();
			if (now >= tickAt) {
				tickAt = now + REST_NANOS / 1_000_000;
				this.writer.runTask((sender) -> sender.tick(now));
			}
			tickReceiver();
			if (this.closing && closeAt == Long.MAX_VALUE) {
				closeAt = now + this.options.closeTimeout().toMillis();
			}
			if (!more) {
				this.writer.rest(hasGap() ? REST_WITH_GAP_NANOS : REST_NANOS);
			}
		}
		this.writer.runTask(SenderHalf::goodbye);
	}

	private boolean mayEnd(long closeAt) {
		if (closeAt == Long.MAX_VALUE) {
			return false;
		}
		LinkReceiver receiver = this.receiver;
		boolean connected = receiver != null && receiver.isUp();
		return !connected || this.clock.millis() >= closeAt || this.writer.isDone();
	}

	private void tickReceiver() {
		LinkReceiver receiver = this.receiver;
		if (receiver != null) {
			try {
				receiver.tick();
			}
			catch (RuntimeException ex) {
				logger.error("The listener of the link failed", ex);
			}
		}
	}

	private boolean hasGap() {
		ReceiverHalf half = this.receiverHalf;
		return half != null && half.hasGap();
	}

	/** Carries what the receiver half asks for. */
	private final class Output implements ReceiverOutput {

		@Override
		public void tell(SenderTask task) {
			LinkNode.this.writer.add(task);
		}

		@Override
		public void onNewId(NodeId old, NodeId fresh) {
			logger.warn("Node {} was taken for dead by others and goes on as {}", old, fresh);
			LinkNode.this.id = fresh;
			LinkNode.this.port.subscribe(LinkNode.this.channels.inbox(fresh));
			LinkNode.this.port.unsubscribe(LinkNode.this.channels.inbox(old));
		}

	}

}
