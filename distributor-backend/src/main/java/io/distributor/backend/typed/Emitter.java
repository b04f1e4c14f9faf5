package io.distributor.backend.typed;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * What is behind an event interface. Everything about a method was worked out before: a
 * call is one look-up of what was prepared, and passes the arguments on as they are.
 */
final class Emitter implements InvocationHandler {

	private static final Object[] NO_ARGUMENTS = {};

	private final Map<Method, EventCall> calls;

	private final EmitTarget target;

	Emitter(Map<Method, EventCall> calls, EmitTarget target) {
		this.calls = calls;
		this.target = target;
	}

	@Override
	public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] arguments)
			throws Throwable {
		EventCall call = Objects.requireNonNull(this.calls.get(method));
		return call.call(proxy, this.target, (arguments != null) ? arguments : NO_ARGUMENTS);
	}

}
