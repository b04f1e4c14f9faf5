package io.distributor.interop.channel;

/**
 * Hears a channel, or all channels of a pattern. Called by the thread of the port, one
 * message after another; must not block. What it throws is logged and ends nothing.
 */
@FunctionalInterface
public interface ChannelListener {

	/**
	 * A message was published.
	 * @param channel name of the channel
	 * @param message its bytes, not changed afterwards
	 */
	void onMessage(String channel, byte[] message);

}
