package io.distributor.link.frame;

import org.jspecify.annotations.Nullable;

/**
 * Bytes that are not a frame of this version of the protocol.
 */
public class MalformedFrameException extends RuntimeException {

	MalformedFrameException(String message) {
		super(message);
	}

	MalformedFrameException(String message, @Nullable Throwable cause) {
		super(message, cause);
	}

}
