package io.distributor.link.protocol;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.distributor.link.frame.FrameEntry;
import io.distributor.link.presence.NodeId;

/**
 * A frame that still takes entries. While it is open, none of its receivers gets a number
 * in another frame: so one first number for each receiver is enough.
 */
final class OpenFrame {

	private final String channel;

	private final boolean broadcast;

	private final List<PeerSender> receivers;

	private final Map<NodeId, Long> firsts = new LinkedHashMap<>();

	private final List<FrameEntry> entries = new ArrayList<>();

	private int bytes;

	OpenFrame(String channel, boolean broadcast, List<PeerSender> receivers) {
		this.channel = channel;
		this.broadcast = broadcast;
		this.receivers = receivers;
		receivers.forEach((receiver) -> this.firsts.put(receiver.id(), receiver.log().next()));
	}

	String channel() {
		return this.channel;
	}

	boolean isBroadcast() {
		return this.broadcast;
	}

	List<PeerSender> receivers() {
		return this.receivers;
	}

	Map<NodeId, Long> firsts() {
		return this.firsts;
	}

	List<FrameEntry> entries() {
		return this.entries;
	}

	int bytes() {
		return this.bytes;
	}

	void append(FrameEntry entry, int size) {
		this.entries.add(entry);
		this.bytes += size;
	}

}
