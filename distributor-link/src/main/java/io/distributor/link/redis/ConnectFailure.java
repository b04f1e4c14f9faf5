package io.distributor.link.redis;

import org.jspecify.annotations.Nullable;

/**
 * Why Redis could not be reached, in the words of the innermost exception that says
 * something of its own.
 */
final class ConnectFailure {

	private ConnectFailure() {
	}

	static String describe(Throwable failure) {
		String text = failure.getClass().getSimpleName();
		for (@Nullable
		Throwable cause = failure; cause != null; cause = cause.getCause()) {
			String message = cause.getMessage();
			// The innermost one often repeats the other, without the address.
			if (message != null && !message.isBlank() && !text.contains(message)) {
				text = message;
			}
		}
		return text;
	}

}
