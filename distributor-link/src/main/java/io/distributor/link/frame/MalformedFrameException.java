package io.distributor.link.frame;

import org.jspecify.annotations.Nullable;

/**
 * Bytes that are not a frame of this version of the protocol. The message is one line of
 * bounded length, whatever is in them.
 */
public class MalformedFrameException extends RuntimeException {

	private static final int MAX_LENGTH = 300;

	MalformedFrameException(String message) {
		this(message, null);
	}

	MalformedFrameException(String message, @Nullable Throwable cause) {
		super(line(message), cause);
	}

	private static String line(String message) {
		StringBuilder line = new StringBuilder(message);
		line.setLength(Math.min(message.length(), MAX_LENGTH));
		for (int i = 0; i < line.length(); i++) {
			if (Character.isISOControl(line.charAt(i))) {
				line.setCharAt(i, '?');
			}
		}
		return line.toString();
	}

}
