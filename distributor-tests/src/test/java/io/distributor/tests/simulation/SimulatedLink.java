package io.distributor.tests.simulation;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.distributor.link.Link;
import io.distributor.link.LinkListener;
import io.distributor.link.LinkOptions;
import io.distributor.link.LinkOverloadedException;
import io.distributor.link.frame.EntrySize;
import io.distributor.link.frame.MessageEntry;
import io.distributor.link.message.LinkMessage;
import io.distributor.link.presence.Node;
import io.distributor.link.presence.NodeId;
import io.distributor.link.presence.NodeRole;
import io.distributor.link.protocol.Channels;
import io.distributor.link.protocol.LinkCounters;
import io.distributor.link.protocol.ReceiverHalf;
import io.distributor.link.protocol.ReceiverOutput;
import io.distributor.link.protocol.SenderHalf;
import io.distributor.link.protocol.SenderTask;

/**
 * A link made of the real halves of the protocol, on the simulated clock and network. It
 * does what {@code LinkNode} does, with events instead of threads.
 */
final class SimulatedLink implements Link, ReceiverOutput {

	static final Duration DEAD_AFTER = Duration.ofMillis(600);

	/**
	 * Long enough to bring the last frame across a network that loses one in sixteen:
	 * what is not acknowledged by then is lost, and with it a release.
	 */
	private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(1);

	static final LinkOptions OPTIONS = new LinkOptions("d", Duration.ofMillis(150), DEAD_AFTER, Duration.ofMillis(150),
			Duration.ofMillis(20), Duration.ofMillis(5), Duration.ofMillis(40), 1 << 18, 1 << 15, 8192, 1024, 8,
			Duration.ZERO, CLOSE_TIMEOUT)
		.withStalledAfter(Duration.ofMillis(800));

	private static final int TICK = 30;

	private static final int SOON = 6;

	private final SimulatedProcess process;

	private final SimulatedNetwork network;

	private final int number;

	private final LinkObserver observer;

	private final Sabotage sabotage;

	private final Channels channels = new Channels(OPTIONS.prefix());

	private final LinkCounters counters = new LinkCounters();

	private final Deque<SenderTask> tasks = new ArrayDeque<>();

	private final SenderHalf sender;

	private @Nullable ReceiverHalf receiver;

	private NodeId id;

	private NodeId formerId;

	private int ids;

	private boolean up;

	private boolean mute;

	private boolean deaf;

	private boolean stuck;

	private boolean writing;

	private boolean ticking;

	private boolean inListener;

	private long closeAt = Long.MAX_VALUE;

	SimulatedLink(SimulatedProcess process, NodeRole role, SimulatedNetwork network, LinkObserver observer,
			Sabotage sabotage) {
		this.process = process;
		this.network = network;
		this.number = network.nextLink();
		this.observer = observer;
		this.sabotage = sabotage;
		this.id = nextId();
		this.formerId = this.id;
		this.sender = new SenderHalf(new Node(this.id, role, process.name(), Set.of(), false), OPTIONS, this::publish,
				this.counters, sabotage.protections());
	}

	private NodeId nextId() {
		return new NodeId(this.process.name() + "-" + this.ids++);
	}

	SimulatedProcess process() {
		return this.process;
	}

	/** Returns its number in the network. */
	int number() {
		return this.number;
	}

	@Override
	public NodeId id() {
		return this.id;
	}

	/** Returns the id that was given up for a present one. */
	NodeId formerId() {
		return this.formerId;
	}

	/** Whether everything that was said was heard by whom it was for. */
	boolean isAllAcknowledged() {
		return this.sender.isAllAcknowledged();
	}

	// What the network does

	/** The connection comes back, if it was lost. */
	void connect() {
		this.process.after(0, () -> {
			if (!this.up) {
				this.up = true;
				half().portUp(now());
				writeSoon();
			}
		});
	}

	/** The connection is lost, and it is noticed. */
	void disconnect() {
		this.process.after(0, () -> {
			if (this.up) {
				this.up = false;
				half().portDown();
				writeSoon();
			}
		});
	}

	/** What it says is lost from now on, and nobody notices. */
	void mute(boolean mute) {
		this.mute = mute;
	}

	/** What it is told is lost from now on, and nobody notices. */
	void deaf(boolean deaf) {
		this.deaf = deaf;
	}

	/** It hears who lives from now on, but nothing else, and acknowledges nothing. */
	void stuck(boolean stuck) {
		this.stuck = stuck;
	}

	void arrive(String channel, byte[] frame, long delay) {
		this.process.after(delay, () -> arrive(channel, frame));
	}

	private void arrive(String channel, byte[] frame) {
		if (this.up && !this.deaf && !(this.stuck && !channel.equals(this.channels.presence()))) {
			this.inListener = true;
			half().receive(channel, frame, now());
			this.inListener = false;
			if (half().hasGap() && !this.ticking) {
				this.ticking = true;
				this.process.after(SOON, this::tickForGap);
			}
		}
	}

	private void publish(String channel, byte[] frame) {
		if (this.up && !this.mute) {
			this.network.publish(this, channel, frame);
		}
	}

	// What time does

	private void tickForGap() {
		this.ticking = false;
		half().tick(now());
		if (half().hasGap()) {
			this.ticking = true;
			this.process.after(SOON, this::tickForGap);
		}
	}

	private void tick() {
		half().tick(now());
		this.sender.tick(now());
		write();
		if (mayEnd()) {
			end();
		}
		else {
			this.process.after(TICK, this::tick);
		}
	}

	private boolean mayEnd() {
		boolean closing = this.closeAt != Long.MAX_VALUE;
		return closing && (!this.up || now() >= this.closeAt || this.tasks.isEmpty() && isAllAcknowledged());
	}

	private void end() {
		write();
		this.sender.goodbye();
		this.network.unsubscribe(this.channels.presence(), this);
		this.network.unsubscribe(this.channels.inbox(this.id), this);
		this.process.end();
	}

	private void writeSoon() {
		if (!this.writing) {
			this.writing = true;
			this.process.after(0, this::write);
		}
	}

	private void write() {
		this.writing = false;
		SenderTask task = this.tasks.poll();
		while (task != null) {
			task.runOn(this.sender);
			task = this.tasks.poll();
		}
		this.sender.publishOpenFrames();
	}

	private long now() {
		return this.process.clock().now();
	}

	private ReceiverHalf half() {
		ReceiverHalf opened = this.receiver;
		if (opened == null) {
			throw new IllegalStateException("the link is not open");
		}
		return opened;
	}

	// What the receiver half asks for

	@Override
	public void tell(SenderTask task) {
		this.tasks.add(task);
		writeSoon();
	}

	@Override
	public void onNewId(NodeId old, NodeId fresh) {
		this.id = fresh;
		this.formerId = old;
		this.network.subscribe(this.channels.inbox(fresh), this);
		this.network.unsubscribe(this.channels.inbox(old), this);
	}

	// What its user asks for

	@Override
	public void open(LinkListener listener) {
		LinkListener heard = new ObservedListener(this, listener, this.observer, this.sabotage.interference());
		this.receiver = new ReceiverHalf(this.id, OPTIONS, heard, this, this.counters, this::nextId,
				this.sabotage.protections());
		this.network.subscribe(this.channels.presence(), this);
		this.network.subscribe(this.channels.inbox(this.id), this);
		connect();
		this.process.after(TICK, this::tick);
	}

	@Override
	public void send(NodeId receiver, Map<String, String> headers, LinkMessage message) {
		if (isTaken(this.sender.audiences().loggedBytes(receiver))) {
			this.observer.onSent(this, receiver, message);
			this.sabotage.interference().onSent(receiver, message);
			int size = EntrySize.of(headers, message);
			tell((half) -> half.send(receiver, new MessageEntry(headers, message), size, false));
		}
	}

	@Override
	public void broadcast(String namespace, Map<String, String> headers, LinkMessage message) {
		if (isTaken(this.sender.audiences().loggedBytes(namespace))) {
			int size = EntrySize.of(headers, message);
			tell((half) -> half.broadcast(namespace, new MessageEntry(headers, message), size, false));
		}
	}

	private boolean isTaken(long loggedBytes) {
		if (loggedBytes >= OPTIONS.logBytes()) {
			throw new LinkOverloadedException("log is full");
		}
		return this.closeAt == Long.MAX_VALUE || this.inListener;
	}

	@Override
	public void listen(String namespace) {
		this.network.subscribe(this.channels.namespace(namespace), this);
		tell((half) -> half.listen(namespace));
	}

	@Override
	public void unlisten(String namespace) {
		tell((half) -> half.unlisten(namespace));
		this.network.unsubscribe(this.channels.namespace(namespace), this);
	}

	@Override
	public void announce(Set<String> namespaces, boolean draining) {
		Set<String> copy = Set.copyOf(namespaces);
		tell((half) -> half.announce(copy, draining));
	}

	@Override
	public Collection<Node> nodes() {
		return (this.receiver != null) ? this.receiver.nodes() : List.of();
	}

	@Override
	public boolean isUp() {
		return this.up && this.closeAt == Long.MAX_VALUE;
	}

	@Override
	public void close() {
		if (this.closeAt == Long.MAX_VALUE) {
			this.closeAt = now() + OPTIONS.closeTimeout().toMillis();
		}
	}

}
