package io.distributor.interop.channel;

import java.util.function.LongConsumer;
import java.util.function.Supplier;

/**
 * A message that waits to be published.
 *
 * @param channel name of the channel
 * @param bytes its size, about
 * @param message writes it, when its turn comes
 * @param receivers is told how many heard it
 */
record Publication(String channel, long bytes, Supplier<byte[]> message, LongConsumer receivers) {

	/** What it takes besides its bytes. */
	private static final int OVERHEAD = 64;

	long size() {
		return OVERHEAD + this.channel.length() + this.bytes;
	}

}
