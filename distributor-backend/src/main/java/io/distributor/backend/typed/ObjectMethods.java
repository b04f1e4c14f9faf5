package io.distributor.backend.typed;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * What every object can do, and an emitter, too: it is equal to itself only.
 */
final class ObjectMethods {

	private ObjectMethods() {
	}

	static Map<Method, EventCall> calls(Class<?> type) {
		Map<Method, EventCall> calls = new HashMap<>();
		for (Method method : Object.class.getMethods()) {
			switch (method.getName()) {
				case "equals" -> calls.put(method, (proxy, target, arguments) -> proxy == arguments[0]);
				case "hashCode" -> calls.put(method, (proxy, target, arguments) -> System.identityHashCode(proxy));
				case "toString" ->
					calls.put(method, (proxy, target, arguments) -> type.getSimpleName() + " to " + target);
				default -> {
				}
			}
		}
		return calls;
	}

	/**
	 * Returns whether a method of an interface is one of them, declared anew.
	 */
	static boolean contains(Method method) {
		return Arrays.stream(Object.class.getMethods())
			.anyMatch((other) -> other.getName().equals(method.getName())
					&& Arrays.equals(other.getParameterTypes(), method.getParameterTypes()));
	}

}
