package io.distributor.benchmarks.driver;

/**
 * Carries one client. Belongs to the event loop of its driver.
 */
interface Connection {

	/**
	 * Sends a packet when it is flushed.
	 * @param packet an Engine.IO packet
	 */
	void write(byte[] packet);

	/**
	 * Sends an attachment when it is flushed.
	 * @param attachment the attachment
	 */
	void writeAttachment(byte[] attachment);

	void flush();

	void close();

}
