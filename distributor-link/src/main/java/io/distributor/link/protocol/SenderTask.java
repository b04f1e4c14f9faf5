package io.distributor.link.protocol;

/**
 * Something for the sender half to do, in the order it was asked for.
 */
public interface SenderTask {

	/**
	 * Does it.
	 * @param sender the sender half
	 */
	void runOn(SenderHalf sender);

	/**
	 * Returns what the task holds while it waits.
	 * @return bytes
	 */
	default int bytes() {
		return 0;
	}

}
