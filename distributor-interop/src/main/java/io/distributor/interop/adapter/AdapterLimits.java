package io.distributor.interop.adapter;

/**
 * What is read at most of one message that others published.
 *
 * @param maxBytes bytes of the message, 1 or more
 * @param maxDepth nesting depth of the data, 1 or more
 * @param maxAttachments number of binary values in the data, 0 or more
 * @param maxRooms number of rooms named, 1 or more
 */
public record AdapterLimits(int maxBytes, int maxDepth, int maxAttachments, int maxRooms) {

	/** What fits most. */
	public static final AdapterLimits DEFAULT = new AdapterLimits(4_000_000, 100, 1_000, 10_000);

	public AdapterLimits {
		require(maxBytes > 0, "maxBytes", maxBytes, "> 0");
		require(maxDepth > 0, "maxDepth", maxDepth, "> 0");
		require(maxAttachments >= 0, "maxAttachments", maxAttachments, ">= 0");
		require(maxRooms > 0, "maxRooms", maxRooms, "> 0");
	}

	/**
	 * Returns these limits with another size of messages.
	 * @param bytes bytes of a message, 1 or more
	 * @return the limits
	 */
	public AdapterLimits withMaxBytes(int bytes) {
		return new AdapterLimits(bytes, this.maxDepth, this.maxAttachments, this.maxRooms);
	}

	void checkSize(byte[] message) {
		if (message.length > this.maxBytes) {
			throw new MalformedMessageException(
					"message: " + message.length + " bytes (expected: <= " + this.maxBytes + ")");
		}
	}

	private static void require(boolean condition, String name, long value, String expected) {
		if (!condition) {
			throw new IllegalArgumentException(name + ": " + value + " (expected: " + expected + ")");
		}
	}

}
