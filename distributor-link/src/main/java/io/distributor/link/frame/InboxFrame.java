package io.distributor.link.frame;

import java.util.List;

import io.distributor.link.presence.NodeId;

/**
 * Numbered entries for one node. Without entries it only acknowledges and tells how far
 * the numbers have come.
 *
 * @param sender who published it
 * @param acknowledged number of the last entry the sender has handled of those the
 * receiver sent it, 0 for none
 * @param first number of the first entry; without entries the number the next one will
 * have
 * @param entries entries with the numbers {@code first}, {@code first + 1}, ...
 * @param answer whether the receiver shall acknowledge at once, because the sender misses
 * an acknowledgement
 */
public record InboxFrame(NodeId sender, long acknowledged, long first, List<FrameEntry> entries,
		boolean answer) implements Frame {

	@Override
	public void deliverTo(Handler handler) {
		handler.onInboxFrame(this);
	}

}
