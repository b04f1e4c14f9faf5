package io.distributor.backend.typed;

import java.lang.reflect.Method;
import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * A method of an event interface.
 *
 * @param method the method
 * @param event name of the event it sends
 * @param spread whether its last parameter stands for any number of arguments
 * @param answer what it wants to hear
 * @param timeout how long it waits for that, or {@code null} for the default time
 */
public record EventMethod(Method method, String event, boolean spread, ExpectedAnswer answer,
		@Nullable Duration timeout) {

	@Override
	public String toString() {
		return nameOf(this.method);
	}

	static String nameOf(Method method) {
		return method.getDeclaringClass().getSimpleName() + "." + method.getName();
	}

}
