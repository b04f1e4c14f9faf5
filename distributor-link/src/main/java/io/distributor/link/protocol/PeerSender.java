package io.distributor.link.protocol;

import java.util.HashSet;
import java.util.Set;

import io.distributor.link.frame.FrameEntry;
import io.distributor.link.presence.Node;
import io.distributor.link.presence.NodeId;
import io.distributor.link.presence.OwnedNamespaces;
import org.jspecify.annotations.Nullable;

/**
 * What the sender half knows of one receiver: numbers, log, what to acknowledge and when
 * to ask whether it still follows.
 */
final class PeerSender {

	private static final long NEVER = Long.MAX_VALUE;

	/** How much longer than the first wait the longest one gets. */
	private static final int BACK_OFF = 10;

	private final NodeId id;

	private final String inbox;

	private final PeerProgress progress;

	private final Protections protections;

	private final EntryLog log = new EntryLog();

	private final Set<String> told = new HashSet<>();

	private OwnedNamespaces owned;

	private @Nullable OpenFrame openFrame;

	private long acknowledged;

	private long acknowledgeAt = NEVER;

	private long probeAt = NEVER;

	private long probeDelay;

	PeerSender(Node node, String inbox, PeerProgress progress, Protections protections) {
		this.id = node.id();
		this.owned = OwnedNamespaces.of(node.namespaces());
		this.inbox = inbox;
		this.progress = progress;
		this.protections = protections;
	}

	NodeId id() {
		return this.id;
	}

	/** Returns the namespaces the peer owns. */
	OwnedNamespaces owned() {
		return this.owned;
	}

	void node(Node node) {
		this.owned = OwnedNamespaces.of(node.namespaces());
	}

	String inbox() {
		return this.inbox;
	}

	EntryLog log() {
		return this.log;
	}

	PeerProgress progress() {
		return this.progress;
	}

	/** Returns the namespaces for which the peer knows that this node listens. */
	Set<String> told() {
		return this.told;
	}

	@Nullable OpenFrame openFrame() {
		return this.openFrame;
	}

	void openFrame(@Nullable OpenFrame frame) {
		this.openFrame = frame;
	}

	void append(FrameEntry entry, int size) {
		if (this.protections.resend()) {
			this.log.append(entry, size);
			trim();
		}
		else {
			this.log.skip();
		}
	}

	/** Forgets what the peer has acknowledged. */
	void trim() {
		if (this.log.confirm(this.progress.confirmed())) {
			this.probeAt = NEVER;
		}
		this.progress.loggedBytes(this.log.bytes());
	}

	/** Returns what to acknowledge in a frame that is published now. */
	long acknowledge() {
		this.acknowledged = this.progress.handled();
		this.acknowledgeAt = NEVER;
		return this.acknowledged;
	}

	/** Returns whether an acknowledgement has waited long enough for company. */
	boolean mustAcknowledge(long now, long delay) {
		if (this.progress.handled() == this.acknowledged || !this.protections.resend()) {
			return false;
		}
		if (this.acknowledgeAt == NEVER) {
			this.acknowledgeAt = now + delay;
		}
		return now >= this.acknowledgeAt;
	}

	/** Returns whether the peer has to be told again how far the numbers have come. */
	boolean mustProbe(long now, long delay) {
		if (this.log.isEmpty()) {
			return false;
		}
		if (this.probeAt == NEVER) {
			this.probeDelay = delay;
			this.probeAt = now + delay;
			return false;
		}
		if (now < this.probeAt) {
			return false;
		}
		this.probeDelay = Math.min(2 * this.probeDelay, BACK_OFF * delay);
		this.probeAt = now + this.probeDelay;
		return true;
	}

}
