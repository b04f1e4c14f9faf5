package io.distributor.backend.typed;

import java.lang.invoke.MethodHandle;
import java.lang.reflect.Array;
import java.lang.reflect.Type;

import io.distributor.backend.Arguments;
import org.jspecify.annotations.Nullable;

/**
 * Prepares the calls of event methods.
 */
final class EventCalls {

	private EventCalls() {
	}

	static EventCall of(EventMethod method) {
		EventCall call = ofOneArray(method);
		return method.spread() ? (proxy, target, arguments) -> call.call(proxy, target, spread(arguments)) : call;
	}

	private static EventCall ofOneArray(EventMethod method) {
		if (method.answer() instanceof ExpectedAnswer.OfOne one) {
			AnswerReader reader = AnswerReader.of(one.type());
			return (proxy, target, arguments) -> ConvertedAnswer.of(target.ask(method, arguments), reader::read);
		}
		if (method.answer() instanceof ExpectedAnswer.OfAll all) {
			return all(method, all.type());
		}
		String event = method.event();
		return (proxy, target, arguments) -> {
			target.emit(event, arguments);
			return null;
		};
	}

	private static EventCall all(EventMethod method, Type type) {
		if (type == Arguments.class) {
			return (proxy, target, arguments) -> target.askAll(method, arguments).toCompletableFuture();
		}
		AnswerReader reader = AnswerReader.of(type);
		return (proxy, target, arguments) -> ConvertedAnswer.of(target.askAll(method, arguments), reader::readAll);
	}

	/**
	 * Prepares a method that has a body of its own.
	 * @param body takes the proxy and the arguments
	 */
	static EventCall ofBody(MethodHandle body) {
		return (proxy, target, arguments) -> (Object) body.invokeExact(proxy, arguments);
	}

	private static @Nullable Object[] spread(@Nullable Object[] arguments) {
		int fixed = arguments.length - 1;
		Object rest = arguments[fixed];
		int more = (rest != null) ? Array.getLength(rest) : 0;
		@Nullable Object[] all = new @Nullable Object[fixed + more];
		System.arraycopy(arguments, 0, all, 0, fixed);
		for (int i = 0; i < more; i++) {
			all[fixed + i] = Array.get(rest, i);
		}
		return all;
	}

}
