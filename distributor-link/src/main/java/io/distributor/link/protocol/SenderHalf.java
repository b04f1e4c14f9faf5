package io.distributor.link.protocol;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.distributor.link.LinkOptions;
import io.distributor.link.frame.FenceFrame;
import io.distributor.link.frame.FrameEntry;
import io.distributor.link.frame.GoodbyeFrame;
import io.distributor.link.frame.HeartbeatFrame;
import io.distributor.link.frame.ListenEntry;
import io.distributor.link.frame.ResendFrame;
import io.distributor.link.presence.ForwardingAddress;
import io.distributor.link.presence.Node;
import io.distributor.link.presence.NodeId;
import io.distributor.link.protocol.LinkCounters.Count;
import org.jspecify.annotations.Nullable;

/**
 * What a node sends: numbers it for each receiver, keeps it until it is acknowledged,
 * packs it into frames, and tells that the node is alive. Used by one thread, the writer.
 */
public final class SenderHalf {

	private static final int CONTROL_BYTES = 128;

	private static final int RESEND_BYTES = 4 * 1024 * 1024;

	private final LinkOptions options;

	private final Channels channels;

	private final LinkCounters counters;

	private final Protections protections;

	private final Audiences audiences = new Audiences();

	private final FramePacker packer;

	private final Set<String> listening = new HashSet<>();

	private Node self;

	private long heartbeatAt = Long.MIN_VALUE;

	/**
	 * Creates the sender half of a node.
	 * @param self what the node says of itself
	 * @param options options of the link
	 * @param output takes the frames
	 * @param counters counts
	 * @param protections what to promise
	 */
	public SenderHalf(Node self, LinkOptions options, FrameOutput output, LinkCounters counters,
			Protections protections) {
		this.protections = protections;
		this.self = self;
		this.options = options;
		this.channels = new Channels(options.prefix());
		this.counters = counters;
		this.packer = new FramePacker(self.id(), options, output, counters);
	}

	/**
	 * Returns who is there; may be asked from any thread how much is kept for them.
	 * @return the audiences
	 */
	public Audiences audiences() {
		return this.audiences;
	}

	/**
	 * Sends to one node. Nothing happens if it is not there.
	 * @param receiver its id
	 * @param entry what to send
	 * @param size estimated bytes
	 * @param droppable whether it may be dropped if much is waiting for the receiver
	 */
	public void send(NodeId receiver, FrameEntry entry, int size, boolean droppable) {
		PeerSender peer = this.audiences.find(receiver);
		if (peer == null) {
			this.counters.increment(Count.UNDELIVERABLE);
			return;
		}
		if (droppable && isBehind(peer)) {
			this.counters.increment(Count.VOLATILE_DROPPED);
			return;
		}
		this.counters.increment(Count.MESSAGES_OUT);
		this.packer.appendToInbox(peer, entry, size);
	}

	/**
	 * Sends once to all that listen to a namespace.
	 * @param namespace name of the namespace
	 * @param entry what to send
	 * @param size estimated bytes
	 * @param droppable whether those may be left out for whom much is waiting
	 */
	public void broadcast(String namespace, FrameEntry entry, int size, boolean droppable) {
		List<PeerSender> audience = this.audiences.listeners(namespace);
		if (droppable && audience.stream().anyMatch(this::isBehind)) {
			this.counters.increment(Count.VOLATILE_DROPPED);
			audience = audience.stream().filter((peer) -> !isBehind(peer)).toList();
		}
		if (!audience.isEmpty()) {
			this.counters.increment(Count.MESSAGES_OUT);
			this.packer.appendToBroadcast(this.channels.namespace(namespace), audience, entry, size);
		}
	}

	private boolean isBehind(PeerSender peer) {
		return peer.log().bytes() > this.options.logBytes() / 2;
	}

	/** Publishes what was packed and is not yet published. */
	public void publishOpenFrames() {
		this.packer.publishOpenFrames();
	}

	/**
	 * Hears a namespace from now on.
	 * @param namespace name of the namespace
	 */
	public void listen(String namespace) {
		if (this.listening.add(namespace)) {
			this.audiences.peers().forEach((peer) -> tellIfOwned(peer, namespace));
		}
	}

	/**
	 * Hears a namespace no longer.
	 * @param namespace name of the namespace
	 */
	public void unlisten(String namespace) {
		this.listening.remove(namespace);
		for (PeerSender peer : this.audiences.peers()) {
			if (peer.told().remove(namespace)) {
				this.packer.appendToInbox(peer, new ListenEntry(namespace, false), CONTROL_BYTES);
			}
		}
	}

	private void tellWhatIsHeard(PeerSender peer) {
		this.listening.forEach((namespace) -> tellIfOwned(peer, namespace));
	}

	private void tellIfOwned(PeerSender peer, String namespace) {
		if (peer.owned().owns(namespace) && peer.told().add(namespace)) {
			this.packer.appendToInbox(peer, new ListenEntry(namespace, true), CONTROL_BYTES);
		}
	}

	/**
	 * Changes what this node says of itself and tells it.
	 * @param namespaces namespaces it owns
	 * @param draining whether it is leaving
	 */
	public void announce(Set<String> namespaces, boolean draining) {
		this.self = new Node(this.self.id(), this.self.role(), this.self.name(), namespaces, draining,
				this.self.forwarding());
		heartbeat(false);
	}

	/**
	 * Changes where this node takes requests for its sessions, and tells it.
	 * @param forwarding the address, or {@code null} for nowhere
	 */
	public void announceForwarding(@Nullable ForwardingAddress forwarding) {
		this.self = new Node(this.self.id(), this.self.role(), this.self.name(), this.self.namespaces(),
				this.self.draining(), forwarding);
		heartbeat(false);
	}

	/** Tells that this node is there, and asks all others to do the same at once. */
	public void hello() {
		heartbeat(true);
	}

	private void heartbeat(boolean hello) {
		this.counters.echo().sent();
		this.packer.publish(this.channels.presence(), new HeartbeatFrame(this.self, hello));
	}

	/**
	 * Describes this node to another one alone.
	 * @param receiver its id
	 * @param hello whether to ask it for the same
	 */
	public void introduce(NodeId receiver, boolean hello) {
		this.packer.publish(this.channels.inbox(receiver), new HeartbeatFrame(this.self, hello));
	}

	/**
	 * Tells a node that its id was declared dead.
	 * @param fenced the id
	 */
	public void fence(NodeId fenced) {
		this.packer.publish(this.channels.inbox(fenced), new FenceFrame(this.self.id(), fenced));
	}

	/**
	 * Tells all that this node leaves.
	 */
	public void goodbye() {
		this.packer.publishOpenFrames();
		this.packer.publish(this.channels.presence(), new GoodbyeFrame(this.self.id(), false));
	}

	void peerUp(Node node, PeerProgress progress) {
		PeerSender peer = new PeerSender(node, this.channels.inbox(node.id()), progress, this.protections);
		this.audiences.add(peer);
		introduce(node.id(), false);
		tellWhatIsHeard(peer);
	}

	void peerChanged(Node node) {
		PeerSender peer = this.audiences.find(node.id());
		if (peer != null) {
			peer.node(node);
			tellWhatIsHeard(peer);
		}
	}

	void peerGone(NodeId id) {
		PeerSender peer = this.audiences.find(id);
		if (peer != null) {
			this.packer.publish(peer.openFrame());
			this.audiences.remove(peer);
		}
	}

	void countIn(NodeId id, String namespace, boolean listening) {
		PeerSender peer = this.audiences.find(id);
		if (peer != null) {
			this.audiences.countIn(peer, namespace, listening);
		}
	}

	void askForResend(NodeId id, long from, long to) {
		this.packer.publish(this.channels.inbox(id), new ResendFrame(this.self.id(), from, to));
	}

	void acknowledge(NodeId id) {
		PeerSender peer = this.audiences.find(id);
		if (peer != null) {
			this.packer.publishState(peer, false);
		}
	}

	void resend(NodeId id, long from, long to) {
		PeerSender peer = this.audiences.find(id);
		if (peer != null) {
			this.packer.publishAgain(peer, from, to, RESEND_BYTES);
		}
	}

	/**
	 * Gives up this node's id, which others declared dead, and goes on under a new one
	 * with everybody a stranger.
	 * @param fresh the new id
	 */
	void restart(NodeId fresh) {
		this.packer.publishOpenFrames();
		this.packer.publish(this.channels.presence(), new GoodbyeFrame(this.self.id(), true));
		this.audiences.clear();
		this.self = new Node(fresh, this.self.role(), this.self.name(), this.self.namespaces(), this.self.draining(),
				this.self.forwarding());
		this.packer.self(fresh);
		hello();
	}

	/**
	 * The link came up again: tells who is there and how far the numbers have come.
	 */
	void portUp() {
		hello();
		this.audiences.peers().forEach(this::probe);
	}

	/**
	 * A node that is known asks who is there: its connection is back. It is told how far
	 * the numbers have come as well, and asks for what it missed without waiting for the
	 * next probe, which may be seconds away after a long outage.
	 */
	void peerBack(NodeId id) {
		introduce(id, false);
		PeerSender peer = this.audiences.find(id);
		if (peer != null) {
			probe(peer);
		}
	}

	private void probe(PeerSender peer) {
		peer.trim();
		if (!peer.log().isEmpty()) {
			this.packer.publishState(peer, true);
		}
	}

	/**
	 * Does what is due: heartbeats, acknowledgements without company, asking those that
	 * do not acknowledge.
	 * @param now milliseconds of the clock
	 */
	public void tick(long now) {
		if (now >= this.heartbeatAt) {
			this.heartbeatAt = now + this.options.heartbeat().toMillis();
			heartbeat(false);
		}
		long ackDelay = this.options.ackDelay().toMillis();
		long retryDelay = this.options.retryDelay().toMillis();
		for (PeerSender peer : this.audiences.peers()) {
			peer.trim();
			boolean probe = peer.mustProbe(now, retryDelay);
			if (peer.mustAcknowledge(now, ackDelay) || probe) {
				this.packer.publishState(peer, probe);
			}
		}
	}

	/**
	 * Returns whether everything sent was acknowledged.
	 * @return whether nothing is kept any more
	 */
	public boolean isAllAcknowledged() {
		this.audiences.peers().forEach(PeerSender::trim);
		return this.audiences.peers().stream().allMatch((peer) -> peer.log().isEmpty());
	}

}
