package io.distributor.engine.server;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;

/**
 * A file that a server gives to whoever asks for it. Immutable; may be shared by threads.
 */
public final class ServedFile {

	private static final int TAG_LENGTH = 16;

	private final String contentType;

	private final byte[] content;

	private final String etag;

	/**
	 * Creates a file.
	 * @param contentType media type of the content
	 * @param content the content; copied
	 */
	public ServedFile(String contentType, byte[] content) {
		this.contentType = contentType;
		this.content = content.clone();
		this.etag = '"' + HexFormat.of().formatHex(Arrays.copyOf(digest(content), TAG_LENGTH)) + '"';
	}

	// Of the content alone, so that all distributors of a fleet give the same tag.
	private static byte[] digest(byte[] content) {
		try {
			return MessageDigest.getInstance("SHA-256").digest(content);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java platform has SHA-256", ex);
		}
	}

	/**
	 * Returns the media type of the content.
	 * @return the media type
	 */
	public String contentType() {
		return this.contentType;
	}

	/**
	 * Returns the entity tag, which changes with the content.
	 * @return a strong tag, in quotation marks
	 */
	public String etag() {
		return this.etag;
	}

	ByteBuf content() {
		return Unpooled.wrappedBuffer(this.content).asReadOnly();
	}

	/**
	 * Returns whether a client has this content already.
	 * @param condition what the client gave as {@code If-None-Match}
	 */
	boolean isMatchedBy(String condition) {
		for (String candidate : condition.split(",")) {
			String tag = candidate.strip();
			if (tag.equals("*") || tag.equals(this.etag) || tag.equals("W/" + this.etag)) {
				return true;
			}
		}
		return false;
	}

}
