package io.distributor.contract;

/**
 * What {@code @ServerEvents} names is no event interface. Stops the start of the
 * application.
 */
public class InvalidServerEventsException extends RuntimeException {

	InvalidServerEventsException(String bean, Class<?> type, IllegalArgumentException cause) {
		super("@ServerEvents(" + type.getSimpleName() + ".class) of bean '" + bean + "': " + cause.getMessage(), cause);
	}

}
