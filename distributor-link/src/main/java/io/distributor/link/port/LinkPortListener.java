package io.distributor.link.port;

/**
 * Hears a port. Frames arrive on one thread, one after another; the listener must not
 * block.
 */
public interface LinkPortListener {

	/**
	 * A frame arrived.
	 * @param channel name of the channel
	 * @param frame the bytes
	 */
	void onFrame(String channel, byte[] frame);

	/**
	 * A frame arrived on a channel that matches a pattern. Told by a {@link PatternPort}
	 * only.
	 * @param pattern the pattern that was subscribed to
	 * @param channel name of the channel
	 * @param frame the bytes
	 */
	default void onPatternFrame(String pattern, String channel, byte[] frame) {
	}

	/**
	 * The port can send and all its subscriptions are in place.
	 */
	void onUp();

	/**
	 * The port is cut off. May be told again, with what is known by then, while it lasts.
	 * @param reason why, for people
	 */
	void onDown(String reason);

}
