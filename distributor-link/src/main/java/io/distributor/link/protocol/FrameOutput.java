package io.distributor.link.protocol;

/**
 * Takes the frames that the sender half publishes.
 */
public interface FrameOutput {

	/**
	 * Publishes a frame.
	 * @param channel name of the channel
	 * @param frame the bytes
	 */
	void publish(String channel, byte[] frame);

}
