package io.distributor.engine.compression;

/**
 * What a server compresses for clients that ask for it. Compressed messages of clients
 * are taken on websockets only, and only where it is agreed on.
 *
 * @param webSocket whether messages on websockets may be compressed, in both directions
 * (permessage-deflate, RFC 7692)
 * @param http whether responses to polls may be compressed (gzip and deflate, RFC 9110)
 * @param threshold bytes from which on something is compressed, not negative; less is
 * sent as it is
 * @param maxInflatedPerSecond bytes that the compressed messages of a client may become
 * in a second in the long run, and at once after a rest, positive; one whose messages
 * become more is read from more slowly
 */
public record CompressionOptions(boolean webSocket, boolean http, int threshold, int maxInflatedPerSecond) {

	/** Compresses nothing, and takes nothing that is compressed. */
	public static final CompressionOptions OFF = new CompressionOptions(false, false, 1024, 8 * 1024 * 1024);

	/**
	 * Creates options.
	 * @throws IllegalArgumentException if a value is out of its range
	 */
	public CompressionOptions {
		if (threshold < 0) {
			throw new IllegalArgumentException("threshold: " + threshold + " (expected: >= 0)");
		}
		if (maxInflatedPerSecond <= 0) {
			throw new IllegalArgumentException("maxInflatedPerSecond: " + maxInflatedPerSecond + " (expected: > 0)");
		}
	}

}
