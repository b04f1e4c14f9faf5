package io.distributor.handler;

import java.lang.reflect.Method;
import java.util.List;

import org.springframework.core.MethodParameter;

/**
 * An event that an annotated method handles: a view of what is registered.
 *
 * @param namespace name of the namespace, beginning with a slash
 * @param event name of the event, or a pattern of names
 * @param method the method
 * @param beanType class of its bean, without proxies
 * @param arguments its parameters that take the arguments of the event, in their order
 */
public record HandledEvent(String namespace, String event, Method method, Class<?> beanType,
		List<MethodParameter> arguments) {

	public HandledEvent {
		arguments = List.copyOf(arguments);
	}

	/**
	 * Returns whether the method handles events by a pattern of their names.
	 * @return whether there is a {@code *} in the name
	 */
	public boolean isPattern() {
		return this.event.indexOf('*') >= 0;
	}

}
