package io.distributor.handler;

import org.jspecify.annotations.Nullable;

import org.springframework.messaging.handler.invocation.InvocableHandlerMethod;

/**
 * A method of a bean, ready to be called. May be called from any thread.
 *
 * @param <P> what happened
 */
final class SocketHandlerMethod<P> {

	private static final Object[] NOTHING_PROVIDED = {};

	private final InvocableHandlerMethod method;

	SocketHandlerMethod(InvocableHandlerMethod method) {
		this.method = method;
	}

	@Nullable Object call(P happened) throws Exception {
		return this.method.invoke(new Call<>(happened), NOTHING_PROVIDED);
	}

}
