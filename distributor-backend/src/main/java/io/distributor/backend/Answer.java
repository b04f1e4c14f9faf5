package io.distributor.backend;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * An answer with any number of arguments, for an {@link EventHandler} to return: any
 * other value it returns is the only argument of the answer.
 *
 * @param arguments the arguments: anything Jackson can write, {@code null} included
 */
public record Answer(List<@Nullable Object> arguments) {

	public Answer {
		arguments = Collections.unmodifiableList(Arrays.asList(arguments.toArray()));
	}

	/**
	 * Makes an answer.
	 * @param arguments its arguments; none: the client's callback gets no argument
	 * @return the answer
	 */
	public static Answer of(@Nullable Object... arguments) {
		return new Answer(Arrays.asList(arguments));
	}

}
