package io.distributor.handler;

import java.lang.reflect.Method;

import org.jspecify.annotations.Nullable;

/**
 * An annotated method cannot be a handler. Stops the start of the application.
 */
public class InvalidHandlerMethodException extends RuntimeException {

	private final String action;

	InvalidHandlerMethodException(Method method, String problem, String action) {
		this(method, problem, action, null);
	}

	InvalidHandlerMethodException(Method method, String problem, String action, @Nullable Throwable cause) {
		super("Handler method '" + method.toGenericString() + "': " + problem, cause);
		this.action = action;
	}

	/**
	 * Returns what to do about it.
	 * @return the advice, a sentence
	 */
	public String action() {
		return this.action;
	}

}
