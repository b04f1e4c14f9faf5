package io.distributor.interop.siod;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Hears the messages of type {@code custom} that backends publish for all distributors.
 * Called by one thread, on which every client waits, so it must not block. What others
 * published is not to be trusted.
 */
@FunctionalInterface
public interface CustomMessageListener {

	/** Hears nothing. */
	CustomMessageListener NONE = (fields) -> {
	};

	/**
	 * A message arrived.
	 * @param fields its fields, {@code type} among them, as values of Java
	 */
	void onCustomMessage(Map<String, @Nullable Object> fields);

}
