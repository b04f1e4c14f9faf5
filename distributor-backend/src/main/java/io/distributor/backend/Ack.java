package io.distributor.backend;

import org.jspecify.annotations.Nullable;

/**
 * The answer to an event. May be given from any thread, also after the handler returned.
 */
public interface Ack {

	/**
	 * Returns whether the client wants an answer.
	 * @return whether it does
	 */
	boolean isRequested();

	/**
	 * Answers, the first time; afterwards, or when no answer is wanted, it has no effect.
	 * @param arguments anything Jackson can write; {@code byte[]} anywhere in them
	 * travels as binary
	 */
	void send(@Nullable Object... arguments);

}
