package io.distributor.backend.typed;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.distributor.backend.ArgumentConversionException;
import io.distributor.backend.Arguments;
import io.distributor.backend.BroadcastAnswers;
import org.jspecify.annotations.Nullable;

/**
 * Makes of an answer what a method returns. Chosen once for each method.
 */
@FunctionalInterface
interface AnswerReader {

	/**
	 * Reads the answer of a client.
	 * @throws ArgumentConversionException if it is something else
	 */
	@Nullable Object read(Arguments answer);

	static AnswerReader of(Type type) {
		if (type == Arguments.class) {
			return (answer) -> answer;
		}
		if (type == Void.class) {
			return (answer) -> null;
		}
		if (type instanceof ParameterizedType generic && generic.getRawType() == Optional.class) {
			Type wrapped = generic.getActualTypeArguments()[0];
			return (answer) -> Optional.ofNullable(answer.get(0, wrapped));
		}
		return (answer) -> answer.get(0, type);
	}

	default TypedAnswers<?> readAll(BroadcastAnswers answers) {
		Map<String, @Nullable Object> read = new LinkedHashMap<>();
		Set<String> invalid = new LinkedHashSet<>();
		answers.answers().forEach((socketId, answer) -> {
			try {
				read.put(socketId, read(answer));
			}
			catch (ArgumentConversionException ex) {
				invalid.add(socketId);
			}
		});
		return new TypedAnswers<>(read, invalid, answers.missing(), answers.silentDistributors());
	}

}
