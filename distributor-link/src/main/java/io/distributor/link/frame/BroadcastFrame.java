package io.distributor.link.frame;

import java.util.List;
import java.util.Map;

import io.distributor.link.presence.NodeId;

/**
 * Numbered entries for all nodes that listen to a namespace, published once. A node that
 * is not named in it ignores it.
 *
 * @param sender who published it
 * @param firsts for each receiver the number the first entry has for it; a decoded frame
 * names the reader at most
 * @param entries entries; the one at index {@code i} has the number {@code first + i}
 */
public record BroadcastFrame(NodeId sender, Map<NodeId, Long> firsts, List<FrameEntry> entries) implements Frame {

	@Override
	public void deliverTo(Handler handler) {
		handler.onBroadcastFrame(this);
	}

}
