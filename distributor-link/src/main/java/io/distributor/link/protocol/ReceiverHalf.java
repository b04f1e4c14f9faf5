package io.distributor.link.protocol;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

import io.distributor.link.LinkListener;
import io.distributor.link.LinkOptions;
import io.distributor.link.frame.BroadcastFrame;
import io.distributor.link.frame.FenceFrame;
import io.distributor.link.frame.Frame;
import io.distributor.link.frame.FrameDecoder;
import io.distributor.link.frame.FrameEntry;
import io.distributor.link.frame.GoodbyeFrame;
import io.distributor.link.frame.HeartbeatFrame;
import io.distributor.link.frame.InboxFrame;
import io.distributor.link.frame.MalformedFrameException;
import io.distributor.link.frame.ResendFrame;
import io.distributor.link.presence.Departure;
import io.distributor.link.presence.Node;
import io.distributor.link.presence.NodeId;
import io.distributor.link.presence.Presence;
import io.distributor.link.protocol.LinkCounters.Count;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a node hears: who is there, and what each peer sends, in order and once. Used by
 * one thread at a time; {@link #nodes} and {@link #hasGap} may be asked from any.
 */
public final class ReceiverHalf {

	private static final Logger logger = LoggerFactory.getLogger(ReceiverHalf.class);

	private final LinkOptions options;

	private final Channels channels;

	private final LinkListener listener;

	private final ReceiverOutput output;

	private final LinkCounters counters;

	private final Supplier<NodeId> ids;

	private final Protections protections;

	private final Presence presence;

	private final Readiness readiness;

	private final EntryDelivery delivery;

	private final Strangers strangers;

	private final FrameDecoder decoder = new FrameDecoder();

	private final Map<NodeId, PeerReceiver> peers = new LinkedHashMap<>();

	private final Set<PeerReceiver> gaps = new LinkedHashSet<>();

	private NodeId self;

	private volatile Collection<Node> nodes = List.of();

	private volatile boolean gap;

	/**
	 * Creates the receiver half of a node.
	 * @param self id of the node
	 * @param options options of the link
	 * @param listener hears what arrives
	 * @param output the node around
	 * @param counters counts
	 * @param ids makes ids
	 * @param protections what to promise
	 */
	public ReceiverHalf(NodeId self, LinkOptions options, LinkListener listener, ReceiverOutput output,
			LinkCounters counters, Supplier<NodeId> ids, Protections protections) {
		this.protections = protections;
		this.self = self;
		this.options = options;
		this.channels = new Channels(options.prefix());
		this.listener = listener;
		this.output = output;
		this.counters = counters;
		this.ids = ids;
		this.presence = new Presence(options.deadAfter());
		this.readiness = new Readiness(options, listener);
		this.delivery = new EntryDelivery(listener, output, counters);
		this.strangers = new Strangers(options.heartbeat(), output);
	}

	/**
	 * Returns the other nodes that are alive.
	 * @return a snapshot
	 */
	public Collection<Node> nodes() {
		return this.nodes;
	}

	/**
	 * Returns whether something is missing, so that {@link #tick} should come soon.
	 * @return whether something is missing
	 */
	public boolean hasGap() {
		return this.gap;
	}

	/**
	 * The port came up.
	 * @param now milliseconds of the clock
	 */
	public void portUp(long now) {
		this.counters.echo().forget();
		this.presence.forgive(now);
		this.readiness.up(now);
		this.output.tell(SenderHalf::portUp);
	}

	/** The port is cut off. */
	public void portDown() {
		this.counters.echo().forget();
		this.readiness.down();
	}

	/**
	 * A frame arrived.
	 * @param channel name of the channel
	 * @param bytes the frame
	 * @param now milliseconds of the clock
	 */
	public void receive(String channel, byte[] bytes, long now) {
		this.counters.increment(Count.FRAMES_IN);
		if (this.channels.isInboxOfOther(channel, this.self)) {
			return;
		}
		Frame frame;
		try {
			frame = this.decoder.decode(bytes, this.self);
		}
		catch (MalformedFrameException ex) {
			this.delivery.unreadable(ex);
			return;
		}
		if (frame.sender().equals(this.self)) {
			if (frame instanceof HeartbeatFrame) {
				this.counters.echo().heard();
				this.readiness.heardOwnHeartbeat(now);
			}
			return;
		}
		frame.deliverTo(new Reception(bytes.length, now));
	}

	/**
	 * Does what is due: asks for what is missing, takes the silent for dead.
	 * @param now milliseconds of the clock
	 */
	public void tick(long now) {
		if (!this.gaps.isEmpty()) {
			this.gaps.forEach((peer) -> peer.askIfDue(now, this.output, this.delivery));
			this.gaps.removeIf((peer) -> !peer.hasGap());
			this.gap = !this.gaps.isEmpty();
		}
		if (this.readiness.canJudge(now)) {
			this.presence.silent(now).forEach((id) -> gone(id, Departure.SILENCE));
		}
		else {
			this.presence.forgive(now);
		}
		giveUpStalled(now);
		this.readiness.settle(now);
	}

	private void giveUpStalled(long now) {
		boolean canJudge = this.readiness.canJudge(now);
		List<NodeId> stalled = new ArrayList<>();
		for (PeerReceiver peer : this.peers.values()) {
			if (peer.ackWatch().isStalled(now, canJudge)) {
				stalled.add(peer.id());
			}
		}
		for (NodeId id : stalled) {
			this.counters.increment(Count.STALLED);
			logger.warn(
					"Node {} is heard but has acknowledged nothing for {} ms, so it is taken for dead: it is deaf "
							+ "or stuck. Look at its threads and at its connection to Redis",
					id, this.options.stalledAfter().toMillis());
			gone(id, Departure.STALLED);
		}
	}

	private void gone(NodeId id, Departure departure) {
		Node node = this.presence.remove(id, departure, this.protections.fencing());
		PeerReceiver peer = this.peers.remove(id);
		if (node != null && peer != null) {
			this.gaps.remove(peer);
			this.gap = !this.gaps.isEmpty();
			this.nodes = this.presence.nodes();
			this.output.tell((sender) -> sender.peerGone(id));
			this.listener.onNodeGone(node, departure);
		}
	}

	private void goOnUnderNewId(long now) {
		NodeId old = this.self;
		NodeId fresh = this.ids.get();
		this.self = fresh;
		this.counters.increment(Count.IDENTITY_RESTARTS);
		this.output.onNewId(old, fresh);
		this.output.tell((sender) -> sender.restart(fresh));
		Collection<Node> lost = this.presence.clear();
		this.peers.clear();
		this.gaps.clear();
		this.gap = false;
		this.nodes = List.of();
		this.readiness.down();
		lost.forEach((node) -> this.listener.onNodeGone(node, Departure.FENCED));
		this.readiness.up(now);
	}

	/** Handles one frame. */
	private final class Reception implements Frame.Handler {

		private final int bytes;

		private final long now;

		Reception(int bytes, long now) {
			this.bytes = bytes;
			this.now = now;
		}

		@Override
		public void onInboxFrame(InboxFrame frame) {
			PeerReceiver peer = hear(frame.sender());
			if (peer != null) {
				peer.progress().confirm(frame.acknowledged());
				receive(peer, frame.first(), frame.entries());
				if (frame.answer()) {
					ReceiverHalf.this.output.tell((sender) -> sender.acknowledge(frame.sender()));
				}
			}
		}

		@Override
		public void onBroadcastFrame(BroadcastFrame frame) {
			Long first = frame.firsts().get(ReceiverHalf.this.self);
			PeerReceiver peer = (first != null) ? hear(frame.sender()) : null;
			if (first != null && peer != null) {
				receive(peer, first, frame.entries());
			}
		}

		private void receive(PeerReceiver peer, long first, List<FrameEntry> entries) {
			peer.receive(first, entries, this.bytes, this.now, ReceiverHalf.this.delivery);
			Set<PeerReceiver> gaps = ReceiverHalf.this.gaps;
			if (peer.hasGap() ? gaps.add(peer) : gaps.remove(peer)) {
				ReceiverHalf.this.gap = !gaps.isEmpty();
			}
			if (peer.mustAcknowledge()) {
				ReceiverHalf.this.output.tell((sender) -> sender.acknowledge(peer.id()));
			}
		}

		private @Nullable PeerReceiver hear(NodeId sender) {
			PeerReceiver peer = ReceiverHalf.this.peers.get(sender);
			if (peer != null) {
				ReceiverHalf.this.presence.hear(sender, this.now);
				return peer;
			}
			if (ReceiverHalf.this.presence.isDead(sender)) {
				fence(sender);
			}
			else {
				ReceiverHalf.this.strangers.ask(sender, this.now);
			}
			return null;
		}

		private void fence(NodeId dead) {
			if (ReceiverHalf.this.presence.wasGivenUp(dead)) {
				ReceiverHalf.this.strangers.fence(dead, this.now);
			}
		}

		@Override
		public void onResendFrame(ResendFrame frame) {
			if (hear(frame.sender()) != null) {
				ReceiverHalf.this.output.tell((sender) -> sender.resend(frame.sender(), frame.from(), frame.to()));
			}
		}

		@Override
		public void onHeartbeatFrame(HeartbeatFrame frame) {
			Node node = frame.node();
			if (ReceiverHalf.this.presence.isDead(node.id())) {
				fence(node.id());
				return;
			}
			if (!ReceiverHalf.this.presence.hasRoomFor(node.id())) {
				ReceiverHalf.this.delivery.tooManyNodes();
				return;
			}
			Node before = ReceiverHalf.this.presence.describe(node, this.now);
			if (before == null) {
				appeared(node);
			}
			else if (!before.equals(node)) {
				ReceiverHalf.this.output.tell((sender) -> sender.peerChanged(node));
				tellListener(node);
			}
			if (before != null && frame.hello()) {
				ReceiverHalf.this.output.tell((sender) -> sender.peerBack(node.id()));
			}
		}

		private void appeared(Node node) {
			PeerReceiver peer = new PeerReceiver(node.id(), ReceiverHalf.this.options, ReceiverHalf.this.counters,
					ReceiverHalf.this.protections, this.now);
			ReceiverHalf.this.peers.put(node.id(), peer);
			ReceiverHalf.this.output.tell((sender) -> sender.peerUp(node, peer.progress()));
			tellListener(node);
		}

		private void tellListener(Node node) {
			ReceiverHalf.this.nodes = ReceiverHalf.this.presence.nodes();
			ReceiverHalf.this.listener.onNode(node);
		}

		@Override
		public void onGoodbyeFrame(GoodbyeFrame frame) {
			gone(frame.sender(), frame.abandoned() ? Departure.SILENCE : Departure.GOODBYE);
		}

		@Override
		public void onFenceFrame(FenceFrame frame) {
			if (frame.fenced().equals(ReceiverHalf.this.self)) {
				goOnUnderNewId(this.now);
			}
		}

	}

}
