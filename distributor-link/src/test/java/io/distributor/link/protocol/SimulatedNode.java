package io.distributor.link.protocol;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.distributor.link.LinkListener;
import io.distributor.link.LinkOptions;
import io.distributor.link.frame.MessageEntry;
import io.distributor.link.message.LinkMessage;
import io.distributor.link.message.RequestDone;
import io.distributor.link.presence.Departure;
import io.distributor.link.presence.Node;
import io.distributor.link.presence.NodeId;
import io.distributor.link.presence.NodeRole;
import org.jspecify.annotations.Nullable;

/**
 * One run of one process: both halves of the protocol on the simulated clock, and what it
 * saw and did.
 */
class SimulatedNode implements LinkListener, ReceiverOutput {

	static final LinkOptions OPTIONS = new LinkOptions("d", Duration.ofMillis(100), Duration.ofMillis(500),
			Duration.ofMillis(100), Duration.ofMillis(20), Duration.ofMillis(5), Duration.ofMillis(25), 1 << 20,
			1 << 20, 4096, 512, 8, Duration.ZERO, Duration.ZERO)
		.withStalledAfter(Duration.ofMillis(700));

	static final String NAMESPACE = "/chat";

	private static final int TICK = 20;

	private final SimulatedNetwork network;

	private final SimulationRecord record;

	private final String name;

	private final NodeRole role;

	private final Channels channels = new Channels(OPTIONS.prefix());

	private final Deque<SenderTask> tasks = new ArrayDeque<>();

	private final List<Runnable> whilePaused = new ArrayList<>();

	private final Map<NodeId, Node> known = new LinkedHashMap<>();

	private final SenderHalf sender;

	private final ReceiverHalf receiver;

	private NodeId id;

	private int ids;

	private boolean up;

	private boolean paused;

	private boolean dead;

	private boolean numb;

	private final Map<NodeId, Departure> gone = new HashMap<>();

	SimulatedNode(SimulatedNetwork network, SimulationRecord record, NodeRole role, String name) {
		this.network = network;
		this.record = record;
		this.role = role;
		this.name = name;
		this.id = nextId();
		LinkCounters counters = new LinkCounters();
		Set<String> namespaces = (role == NodeRole.BACKEND) ? Set.of(NAMESPACE) : Set.of();
		this.sender = new SenderHalf(new Node(this.id, role, name, namespaces, false), OPTIONS, this::publish, counters,
				Protections.ALL);
		this.receiver = new ReceiverHalf(this.id, OPTIONS, this, this, counters, this::nextId, Protections.ALL);
		network.subscribe(this.channels.presence(), this);
		network.subscribe(this.channels.inbox(this.id), this);
		if (role == NodeRole.DISTRIBUTOR) {
			network.subscribe(this.channels.namespace(NAMESPACE), this);
			this.tasks.add((half) -> half.listen(NAMESPACE));
		}
		up();
		network.at(network.now() + TICK, this::tick);
	}

	private NodeId nextId() {
		return new NodeId(this.name + "-" + this.ids++);
	}

	String name() {
		return this.name;
	}

	NodeId id() {
		return this.id;
	}

	NodeRole role() {
		return this.role;
	}

	boolean isDead() {
		return this.dead;
	}

	Map<NodeId, Node> known() {
		return this.known;
	}

	void up() {
		act(() -> {
			if (!this.up) {
				this.up = true;
				this.receiver.portUp(this.network.now());
			}
		});
	}

	void down() {
		act(() -> {
			this.up = false;
			this.receiver.portDown();
		});
	}

	void pause() {
		this.paused = true;
	}

	void resume() {
		this.paused = false;
		List<Runnable> missed = List.copyOf(this.whilePaused);
		this.whilePaused.clear();
		missed.forEach(this::act);
	}

	/** Hears who lives from now on, and nothing else. */
	void numb(boolean numb) {
		this.numb = numb;
	}

	/** Returns how another node left, {@code null} if it did not. */
	@Nullable Departure departure(NodeId node) {
		return this.gone.get(node);
	}

	long loggedBytes(NodeId receiver) {
		return this.sender.audiences().loggedBytes(receiver);
	}

	void kill() {
		this.dead = true;
	}

	void leave() {
		act(() -> {
			this.sender.goodbye();
			this.dead = true;
		});
	}

	void send(NodeId receiver, long number) {
		if (this.known.containsKey(receiver)) {
			this.record.sent(this.id, receiver, number);
			this.tasks.add((half) -> half.send(receiver, entry(number), 64, false));
		}
	}

	void broadcast(long number) {
		this.record.broadcast(this.id, number);
		this.tasks.add((half) -> half.broadcast(NAMESPACE, entry(number), 64, false));
	}

	private static MessageEntry entry(long number) {
		return new MessageEntry(Map.of(), new RequestDone(number, 0));
	}

	void arrive(String channel, byte[] frame) {
		act(() -> {
			if (this.up && !(this.numb && !channel.equals(this.channels.presence()))) {
				this.receiver.receive(channel, frame, this.network.now());
			}
		});
	}

	private void tick() {
		if (this.dead) {
			return;
		}
		this.network.at(this.network.now() + TICK, this::tick);
		if (!this.paused) {
			act(() -> {
				this.receiver.tick(this.network.now());
				this.tasks.add((half) -> half.tick(this.network.now()));
			});
		}
	}

	/** Does something in one go, as the writer does what is queued. */
	void act(Runnable action) {
		if (this.dead) {
			return;
		}
		if (this.paused) {
			this.whilePaused.add(action);
			return;
		}
		action.run();
		SenderTask task;
		while ((task = this.tasks.poll()) != null) {
			task.runOn(this.sender);
		}
		this.sender.publishOpenFrames();
	}

	private void publish(String channel, byte[] frame) {
		if (this.up) {
			this.network.publish(this, channel, frame);
		}
	}

	@Override
	public void tell(SenderTask task) {
		this.tasks.add(task);
	}

	@Override
	public void onNewId(NodeId old, NodeId fresh) {
		this.id = fresh;
		this.network.subscribe(this.channels.inbox(fresh), this);
		this.network.unsubscribe(this.channels.inbox(old), this);
	}

	@Override
	public void onMessage(NodeId sender, Map<String, String> headers, LinkMessage message) {
		if (!this.known.containsKey(sender)) {
			throw new AssertionError(this.id + " hears a message of " + sender + " before it knows it");
		}
		this.record.handled(sender, this.id, ((RequestDone) message).requestId());
	}

	@Override
	public void onNode(Node node) {
		this.known.put(node.id(), node);
	}

	@Override
	public void onNodeGone(Node node, Departure departure) {
		if (this.known.remove(node.id()) == null) {
			throw new AssertionError(this.id + " hears twice that " + node.id() + " is gone");
		}
		this.gone.put(node.id(), departure);
		this.record.parted(this.id, node.id());
	}

	@Override
	public void onUp() {
	}

	@Override
	public void onDown() {
	}

}
