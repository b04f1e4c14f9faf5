package io.distributor.handler;

import io.distributor.backend.Socket;
import org.jspecify.annotations.Nullable;

/**
 * Surrounds each call of a handler method, on the thread that calls it.
 */
public interface HandlerInterceptor {

	/**
	 * Begins before the parameters are resolved.
	 * @param socket the socket the call is about
	 * @return what ends after the method returned or threw
	 */
	Scope begin(Socket socket);

	/**
	 * Returns what a client learns of a failure that no
	 * {@link io.distributor.annotation.EventExceptionHandler} method handles.
	 * @param failure what was thrown
	 * @return the text, or {@code null} if this interceptor has none for it
	 */
	default @Nullable String refusal(Throwable failure) {
		return null;
	}

	/**
	 * What lasts for one call.
	 */
	@FunctionalInterface
	interface Scope {

		/**
		 * Ends, on the thread it began on.
		 */
		void end();

	}

}
