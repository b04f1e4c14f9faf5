package io.distributor.link.port;

/**
 * Carries frames between nodes: the only thing the link needs of Redis. Delivery is at
 * most once; frames published by one port on one channel arrive in their order.
 */
public interface LinkPort extends AutoCloseable {

	/**
	 * Opens the port and connects in the background: a peer that is not there is no
	 * error. Called once, before any other method.
	 * @param listener what hears this port
	 */
	void open(LinkPortListener listener);

	/**
	 * Publishes a frame. May be called by one thread at a time, whoever writes for the
	 * link; blocks while too many frames are in flight, but no longer than the port's
	 * limit. While the port is down, frames are dropped.
	 * @param channel name of the channel
	 * @param frame the bytes, not changed afterwards
	 */
	void publish(String channel, byte[] frame);

	/**
	 * Writes out what was published and not yet written. One thread at a time, as
	 * {@link #publish}.
	 */
	void flush();

	/**
	 * Returns whether there is so much room in flight that {@link #publish} is far from
	 * blocking: then a thread that must not block, such as an event loop, may write. May
	 * be called from any thread.
	 * @return whether there is; {@code false} where that is not known
	 */
	default boolean hasRoom() {
		return false;
	}

	/**
	 * Subscribes to a channel, again after every outage, until {@link #unsubscribe}. May
	 * be called from any thread, also while the port is down.
	 * @param channel name of the channel
	 */
	void subscribe(String channel);

	/**
	 * Ends a subscription.
	 * @param channel name of the channel
	 */
	void unsubscribe(String channel);

	/**
	 * Writes out what was published, ends all subscriptions and frees everything.
	 */
	@Override
	void close();

}
