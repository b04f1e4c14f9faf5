package io.distributor.link.frame;

import io.distributor.link.presence.NodeId;

/**
 * Asks for entries that did not arrive; they come again in an {@link InboxFrame} with the
 * numbers they had.
 *
 * @param sender who asks
 * @param from number of the first entry missing
 * @param to number of the last entry missing
 */
public record ResendFrame(NodeId sender, long from, long to) implements Frame {

	@Override
	public void deliverTo(Handler handler) {
		handler.onResendFrame(this);
	}

}
