package io.distributor.interop.channel;

/**
 * What was published on channels of others. Read only; may be used from any thread.
 */
public interface ChannelStatistics {

	/**
	 * Counts messages that were handed to the port.
	 * @return the count
	 */
	long published();

	/**
	 * Counts messages that were not published: too much was waiting, or the port was
	 * closed.
	 * @return the count
	 */
	long dropped();

	/**
	 * Returns the bytes of messages that wait to be published now.
	 * @return bytes
	 */
	long queuedBytes();

}
