package io.distributor.link.redis;

import org.jspecify.annotations.Nullable;

/**
 * Hears what arrives on a connection.
 */
interface FrameReceiver {

	/**
	 * A frame arrived.
	 * @param pattern the pattern that was subscribed to, {@code null} if it was a channel
	 * @param channel name of the channel
	 * @param frame the bytes
	 */
	void receive(@Nullable String pattern, String channel, byte[] frame);

}
