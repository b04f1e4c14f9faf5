package io.distributor.link.frame;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.distributor.link.message.LinkMessage;
import io.distributor.link.presence.Node;
import io.distributor.link.presence.NodeId;
import io.distributor.link.presence.NodeRole;

/**
 * Valid frames: of each type, with entries of each kind.
 */
public final class FrameCorpus {

	private FrameCorpus() {
	}

	/**
	 * Returns the frames.
	 * @param sender who sends them
	 * @param reader for whom broadcasts are
	 * @return their bytes
	 */
	public static List<byte[]> frames(NodeId sender, NodeId reader) {
		FrameEncoder encoder = new FrameEncoder();
		List<FrameEntry> all = new ArrayList<>(
				List.of(new ListenEntry("/chat", true), new ListenEntry("/chat", false)));
		List<byte[]> frames = new ArrayList<>();
		for (LinkMessage message : SampleMessages.ALL) {
			FrameEntry entry = new MessageEntry(Map.of("traceparent", "00-1"), message);
			all.add(entry);
			frames.add(encoder.encode(new InboxFrame(sender, 41, 1L << 40, List.of(entry), true)));
		}
		frames.add(encoder.encode(new InboxFrame(sender, 0, 1, List.copyOf(all), false)));
		frames.add(encoder.encode(new BroadcastFrame(sender, Map.of(reader, 17L), List.copyOf(all))));
		frames.add(encoder.encode(new ResendFrame(sender, 3, 9)));
		Node node = new Node(sender, NodeRole.BACKEND, "Chat", Set.of("/", "/chat", "/room-{id}"), true);
		frames.add(encoder.encode(new HeartbeatFrame(node, true)));
		frames.add(encoder.encode(new GoodbyeFrame(sender, true)));
		frames.add(encoder.encode(new FenceFrame(sender, new NodeId("fenced"))));
		return frames;
	}

}
