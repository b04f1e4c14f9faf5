package io.distributor.link.port;

import java.util.function.LongConsumer;

/**
 * A port that also reaches others than nodes of the link: it knows patterns of channels,
 * and can tell how many hear what it publishes.
 */
public interface PatternPort extends LinkPort {

	/**
	 * Publishes a frame, as {@link #publish(String, byte[])} does, and tells who heard
	 * it.
	 * @param channel name of the channel
	 * @param frame the bytes, not changed afterwards
	 * @param receivers is told once, on any thread, the number of subscribers that got
	 * it; -1 if that is not known: it was dropped, or the connection was lost. Must not
	 * block
	 */
	void publish(String channel, byte[] frame, LongConsumer receivers);

	/**
	 * Subscribes to all channels whose names match a pattern, again after every outage,
	 * until {@link #unsubscribePattern}. What arrives is told by
	 * {@link LinkPortListener#onPatternFrame}, once for each pattern that matches. May be
	 * called from any thread, also while the port is down.
	 * @param pattern the pattern, in which {@code *} stands for any characters or none,
	 * and a backslash takes away the meaning of what follows, as it must of {@code ?},
	 * <code>[</code>, <code>]</code> and itself
	 */
	void subscribePattern(String pattern);

	/**
	 * Ends a subscription to a pattern.
	 * @param pattern the pattern
	 */
	void unsubscribePattern(String pattern);

}
