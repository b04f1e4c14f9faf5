package io.distributor.link.protocol;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.distributor.link.LinkOptions;
import io.distributor.link.frame.FrameEntry;
import io.distributor.link.presence.NodeId;
import io.distributor.link.protocol.LinkCounters.Count;

/**
 * Brings what one peer sends into the order of its numbers: drops what came twice, holds
 * what came too early, and knows what to ask for.
 */
final class PeerReceiver {

	private static final long NEVER = Long.MAX_VALUE;

	/** How much longer than the first wait the longest one gets. */
	private static final int BACK_OFF = 10;

	/** Entries asked for at once: the answer is the window of a catch-up. */
	private static final int RESEND_WINDOW = 1024;

	/** Share of the sender's log after which it is not left to wait for company. */
	private static final int LOG_SHARE = 16;

	private final NodeId id;

	private final LinkOptions options;

	private final LinkCounters counters;

	private final Protections protections;

	private final PeerProgress progress = new PeerProgress();

	private final AckWatch ackWatch;

	private final TreeMap<Long, HeldFrame> held = new TreeMap<>();

	private long heldBytes;

	private long bytesToAcknowledge;

	private long expected = 1;

	private long highest;

	private long askAt = NEVER;

	private long askDelay;

	private long askedTo;

	PeerReceiver(NodeId id, LinkOptions options, LinkCounters counters, Protections protections, long now) {
		this.id = id;
		this.options = options;
		this.counters = counters;
		this.protections = protections;
		this.ackWatch = new AckWatch(this.progress, options.stalledAfter(), now);
	}

	NodeId id() {
		return this.id;
	}

	PeerProgress progress() {
		return this.progress;
	}

	AckWatch ackWatch() {
		return this.ackWatch;
	}

	boolean hasGap() {
		return this.askAt != NEVER;
	}

	void receive(long first, List<FrameEntry> entries, int bytes, long now, EntrySink sink) {
		long last = first + entries.size() - 1;
		this.highest = Math.max(this.highest, last);
		this.bytesToAcknowledge += entries.isEmpty() ? 0 : bytes;
		long before = this.expected;
		if (!entries.isEmpty()) {
			if (last < this.expected) {
				handleAgain(entries, sink);
			}
			else if (first <= this.expected) {
				handle(first, entries, sink);
				handleHeld(sink);
			}
			else {
				hold(first, entries, bytes, sink);
			}
		}
		watchGap(this.expected > before, now);
		this.progress.handled(this.expected - 1);
	}

	/**
	 * Returns whether so much has come since the last time that an acknowledgement must
	 * not wait for company: the log of the sender, which has the same limit as the one
	 * here, would be full before.
	 */
	boolean mustAcknowledge() {
		if (this.bytesToAcknowledge < this.options.logBytes() / LOG_SHARE) {
			return false;
		}
		this.bytesToAcknowledge = 0;
		return true;
	}

	private void handle(long first, List<FrameEntry> entries, EntrySink sink) {
		int index = (int) (this.expected - first);
		if (index > 0) {
			handleAgain(entries.subList(0, index), sink);
		}
		for (; index < entries.size(); index++) {
			this.expected++;
			sink.accept(this.id, entries.get(index));
		}
	}

	private void handleAgain(List<FrameEntry> entries, EntrySink sink) {
		this.counters.add(Count.DUPLICATES, entries.size());
		if (!this.protections.duplicateRemoval()) {
			entries.forEach((entry) -> sink.accept(this.id, entry));
		}
	}

	private void handleHeld(EntrySink sink) {
		while (!this.held.isEmpty() && this.held.firstKey() <= this.expected) {
			Map.Entry<Long, HeldFrame> next = this.held.pollFirstEntry();
			HeldFrame frame = next.getValue();
			this.heldBytes -= frame.bytes();
			long end = next.getKey() + frame.entries().size();
			if (end > this.expected && frame.isHandled()) {
				this.expected = end;
			}
			else if (end > this.expected) {
				handle(next.getKey(), frame.entries(), sink);
			}
		}
	}

	private void hold(long first, List<FrameEntry> entries, int bytes, EntrySink sink) {
		HeldFrame before = this.held.get(first);
		if (before != null && before.entries().size() >= entries.size()) {
			handleAgain(entries, sink);
			return;
		}
		if (this.heldBytes + bytes > this.options.heldBytes()) {
			this.counters.increment(Count.HELD_DROPPED);
			return;
		}
		this.held.put(first, new HeldFrame(entries, bytes, !this.protections.order()));
		this.heldBytes += bytes - ((before != null) ? before.bytes() : 0);
		if (!this.protections.order()) {
			entries.forEach((entry) -> sink.accept(this.id, entry));
		}
	}

	private void watchGap(boolean progressed, long now) {
		if (this.expected > this.highest) {
			this.askAt = NEVER;
		}
		else if (this.askAt == NEVER) {
			this.askedTo = 0;
			this.askDelay = this.options.retryDelay().toMillis();
			this.askAt = now + this.options.gapDelay().toMillis();
		}
		else if (progressed && this.askedTo > 0) {
			this.askDelay = this.options.retryDelay().toMillis();
			this.askAt = (this.expected > this.askedTo) ? now : now + this.askDelay;
		}
	}

	/**
	 * Asks for what is missing, if it is time to.
	 * @param now milliseconds of the clock
	 * @param output takes the request
	 * @param sink takes what waited for it, if nothing can be asked for
	 */
	void askIfDue(long now, ReceiverOutput output, EntrySink sink) {
		if (now < this.askAt) {
			return;
		}
		if (!this.protections.resend()) {
			leaveGapBehind(now, sink);
			return;
		}
		if (this.askedTo == 0) {
			this.counters.increment(Count.GAPS);
		}
		long from = this.expected;
		long missing = (this.held.isEmpty() ? this.highest : this.held.firstKey() - 1);
		long to = Math.min(missing, from + RESEND_WINDOW - 1);
		this.askedTo = to;
		this.askAt = now + this.askDelay;
		this.askDelay = Math.min(2 * this.askDelay, BACK_OFF * this.options.retryDelay().toMillis());
		output.tell((sender) -> sender.askForResend(this.id, from, to));
	}

	private void leaveGapBehind(long now, EntrySink sink) {
		this.expected = this.held.isEmpty() ? this.highest + 1 : this.held.firstKey();
		handleHeld(sink);
		this.askAt = NEVER;
		watchGap(true, now);
		this.progress.handled(this.expected - 1);
	}

	/**
	 * A frame that came too early.
	 *
	 * @param entries what is in it
	 * @param bytes its size
	 * @param isHandled whether it was handled all the same
	 */
	private record HeldFrame(List<FrameEntry> entries, int bytes, boolean isHandled) {

	}

}
