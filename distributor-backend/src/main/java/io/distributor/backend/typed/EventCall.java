package io.distributor.backend.typed;

import org.jspecify.annotations.Nullable;

/**
 * What calling a method of an event interface does. Prepared once for each method.
 */
@FunctionalInterface
interface EventCall {

	/**
	 * Does it.
	 * @param proxy the emitter as the application sees it
	 * @param target who gets the event
	 * @param arguments what the method was called with
	 * @return what the method returns
	 * @throws Throwable what the method throws
	 */
	@Nullable Object call(Object proxy, EmitTarget target, @Nullable Object[] arguments) throws Throwable;

}
