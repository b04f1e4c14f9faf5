package io.distributor.handler;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.distributor.annotation.OnEvent;

import org.springframework.util.StringUtils;

/**
 * Knows which method handles which event.
 */
final class EventNames {

	private final Map<String, Map<String, Method>> methods = new HashMap<>();

	/**
	 * Returns the names a method is annotated with, placeholders resolved.
	 */
	List<String> resolve(OnEvent annotation, Method method, HandlerTools tools) {
		List<String> names = Arrays.stream(annotation.value()).map(tools::resolve).toList();
		if (names.isEmpty() || !names.stream().allMatch(StringUtils::hasText)) {
			throw new InvalidHandlerMethodException(method, "@OnEvent has no name of an event",
					"Name the event: @OnEvent(\"message\").");
		}
		return names;
	}

	static boolean isPattern(String name) {
		return name.indexOf('*') >= 0;
	}

	/**
	 * Takes an event of a namespace for a method.
	 * @throws InvalidHandlerMethodException if another method has it
	 */
	void claim(String namespace, String event, Method method) {
		Method other = this.methods.computeIfAbsent(namespace, (key) -> new HashMap<>()).putIfAbsent(event, method);
		if (other != null) {
			throw new InvalidHandlerMethodException(method,
					"event '" + event + "' of namespace '" + namespace + "' is handled by '" + other.toGenericString()
							+ "' already",
					"Keep one method for each event of a namespace, or move one of them to another namespace with "
							+ "@SocketNamespace on its class.");
		}
	}

}
