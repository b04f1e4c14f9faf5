package io.distributor.link.frame;

import io.distributor.link.presence.NodeId;

/**
 * One publication on a channel. The layout of each kind is in
 * {@code docs/link-protocol.md}.
 */
public sealed interface Frame
		permits InboxFrame, BroadcastFrame, ResendFrame, HeartbeatFrame, GoodbyeFrame, FenceFrame {

	/**
	 * Returns the node that published the frame.
	 * @return its id
	 */
	NodeId sender();

	/**
	 * Hands this frame to the method of the handler that is made for it.
	 * @param handler the handler
	 */
	void deliverTo(Handler handler);

	/**
	 * One method for each kind of frame.
	 */
	interface Handler {

		void onInboxFrame(InboxFrame frame);

		void onBroadcastFrame(BroadcastFrame frame);

		void onResendFrame(ResendFrame frame);

		void onHeartbeatFrame(HeartbeatFrame frame);

		void onGoodbyeFrame(GoodbyeFrame frame);

		void onFenceFrame(FenceFrame frame);

	}

}
