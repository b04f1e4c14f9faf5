package io.distributor.handler;

import java.util.List;
import java.util.function.Function;

import io.distributor.backend.Socket;
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

	private final Function<P, Socket> socket;

	private final List<HandlerInterceptor> interceptors;

	SocketHandlerMethod(InvocableHandlerMethod method, Function<P, Socket> socket,
			List<HandlerInterceptor> interceptors) {
		this.method = method;
		this.socket = socket;
		this.interceptors = interceptors;
	}

	@Nullable Object call(P happened) throws Exception {
		return call(happened, 0);
	}

	private @Nullable Object call(P happened, int index) throws Exception {
		if (index == this.interceptors.size()) {
			return this.method.invoke(new Call<>(happened), NOTHING_PROVIDED);
		}
		HandlerInterceptor.Scope scope = this.interceptors.get(index).begin(this.socket.apply(happened));
		try {
			return call(happened, index + 1);
		}
		finally {
			scope.end();
		}
	}

}
