package io.distributor.link.protocol;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import io.distributor.link.LinkOptions;
import io.distributor.link.frame.BroadcastFrame;
import io.distributor.link.frame.Frame;
import io.distributor.link.frame.FrameEncoder;
import io.distributor.link.frame.FrameEntry;
import io.distributor.link.frame.InboxFrame;
import io.distributor.link.presence.NodeId;
import io.distributor.link.protocol.LinkCounters.Count;
import org.jspecify.annotations.Nullable;

/**
 * Packs entries into frames: one open frame for each inbox and each broadcast channel,
 * published when it is full, when one of its receivers gets a number in another frame, or
 * when there is nothing more to pack. A receiver so gets its frames in the order of its
 * numbers.
 */
final class FramePacker {

	private final LinkOptions options;

	private final FrameOutput output;

	private final LinkCounters counters;

	private final FrameEncoder encoder = new FrameEncoder();

	private final Set<OpenFrame> open = new LinkedHashSet<>();

	private final Map<String, OpenFrame> broadcasts = new HashMap<>();

	private NodeId self;

	FramePacker(NodeId self, LinkOptions options, FrameOutput output, LinkCounters counters) {
		this.self = self;
		this.options = options;
		this.output = output;
		this.counters = counters;
	}

	void self(NodeId self) {
		this.self = self;
	}

	void appendToInbox(PeerSender receiver, FrameEntry entry, int size) {
		OpenFrame frame = receiver.openFrame();
		if (frame == null || frame.isBroadcast()) {
			frame = open(new OpenFrame(receiver.inbox(), false, List.of(receiver)));
		}
		append(frame, entry, size);
	}

	void appendToBroadcast(String channel, List<PeerSender> receivers, FrameEntry entry, int size) {
		OpenFrame frame = this.broadcasts.get(channel);
		if (frame == null || !frame.receivers().equals(receivers)) {
			publish(frame);
			frame = open(new OpenFrame(channel, true, receivers));
			this.broadcasts.put(channel, frame);
		}
		append(frame, entry, size);
	}

	private OpenFrame open(OpenFrame frame) {
		for (PeerSender receiver : frame.receivers()) {
			publish(receiver.openFrame());
			receiver.openFrame(frame);
		}
		this.open.add(frame);
		return frame;
	}

	private void append(OpenFrame frame, FrameEntry entry, int size) {
		frame.append(entry, size);
		for (PeerSender receiver : frame.receivers()) {
			receiver.append(entry, size);
		}
		if (frame.bytes() >= this.options.batchBytes() || frame.entries().size() >= this.options.batchMessages()) {
			publish(frame);
		}
	}

	void publishOpenFrames() {
		if (!this.open.isEmpty()) {
			new ArrayList<>(this.open).forEach(this::publish);
		}
	}

	void publish(@Nullable OpenFrame frame) {
		if (frame == null || !this.open.remove(frame)) {
			return;
		}
		frame.receivers().forEach((receiver) -> receiver.openFrame(null));
		if (frame.isBroadcast()) {
			this.broadcasts.remove(frame.channel(), frame);
			publish(frame.channel(), new BroadcastFrame(this.self, frame.firsts(), frame.entries()));
		}
		else {
			PeerSender receiver = frame.receivers().get(0);
			long first = Objects.requireNonNull(frame.firsts().get(receiver.id()));
			publish(frame.channel(), new InboxFrame(this.self, receiver.acknowledge(), first, frame.entries(), false));
		}
	}

	void publish(String channel, Frame frame) {
		this.counters.increment(Count.FRAMES_OUT);
		this.output.publish(channel, this.encoder.encode(frame));
	}

	/**
	 * Tells a peer what was handled of it, and how far the numbers have come.
	 * @param peer the peer
	 * @param answer whether it shall do the same
	 */
	void publishState(PeerSender peer, boolean answer) {
		publish(peer.openFrame());
		publish(peer.inbox(), new InboxFrame(this.self, peer.acknowledge(), peer.log().next(), List.of(), answer));
	}

	/**
	 * Publishes entries of the log again, in frames of the usual size.
	 * @param peer who misses them
	 * @param from number of the first one
	 * @param to number of the last one
	 * @param limit bytes after which to stop; the peer asks again
	 */
	void publishAgain(PeerSender peer, long from, long to, int limit) {
		publish(peer.openFrame());
		EntryLog log = peer.log();
		long last = Math.min(to, log.next() - 1);
		long number = Math.max(from, log.first());
		int published = 0;
		while (number <= last && published < limit) {
			long first = number;
			List<FrameEntry> entries = new ArrayList<>();
			int bytes = 0;
			while (number <= last && bytes < this.options.batchBytes()
					&& entries.size() < this.options.batchMessages()) {
				entries.add(log.get(number));
				bytes += log.size(number);
				number++;
			}
			published += bytes;
			this.counters.add(Count.RESENT, entries.size());
			publish(peer.inbox(), new InboxFrame(this.self, peer.acknowledge(), first, entries, false));
		}
	}

}
