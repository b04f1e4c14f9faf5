package io.distributor.engine.protocol.socketio;

/**
 * What a {@link PacketDecoder} accepts at most. The size of a single message is limited
 * by the layer below.
 *
 * @param maxAttachments number of binary attachments of a packet, 0 or more
 * @param maxAttachmentBytes bytes of all attachments of a packet together, 0 or more
 * @param maxDepth nesting depth of JSON payloads, 1 or more
 * @param maxNumberLength characters of a JSON number, 1 or more
 * @param maxNameLength bytes of a property name, 1 or more
 * @param maxNamespaceLength bytes of a namespace with its query string, 1 or more
 */
public record DecoderLimits(int maxAttachments, long maxAttachmentBytes, int maxDepth, int maxNumberLength,
		int maxNameLength, int maxNamespaceLength) {

	/** What is accepted unless somebody says otherwise. */
	public static final DecoderLimits DEFAULTS = new DecoderLimits(10, 4_000_000, 200, 1_000, 50_000, 512);

	public DecoderLimits {
		require(maxAttachments >= 0, "maxAttachments", maxAttachments, ">= 0");
		require(maxAttachmentBytes >= 0, "maxAttachmentBytes", maxAttachmentBytes, ">= 0");
		require(maxDepth > 0, "maxDepth", maxDepth, "> 0");
		require(maxNumberLength > 0, "maxNumberLength", maxNumberLength, "> 0");
		require(maxNameLength > 0, "maxNameLength", maxNameLength, "> 0");
		require(maxNamespaceLength > 0, "maxNamespaceLength", maxNamespaceLength, "> 0");
	}

	private static void require(boolean condition, String name, long value, String expected) {
		if (!condition) {
			throw new IllegalArgumentException(name + ": " + value + " (expected: " + expected + ")");
		}
	}

}
