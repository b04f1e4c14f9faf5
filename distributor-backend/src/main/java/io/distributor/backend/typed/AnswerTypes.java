package io.distributor.backend.typed;

import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import io.distributor.backend.Arguments;
import io.distributor.backend.BroadcastAnswers;

/**
 * Finds out from its return type what a method wants to hear.
 */
final class AnswerTypes {

	private static final String ALLOWED = "(expected: void to emit; CompletionStage<T> or CompletableFuture<T> for the "
			+ "answer of a client, T being a class or generic type without variables; CompletionStage<BroadcastAnswers> "
			+ "or CompletionStage<TypedAnswers<T>> for the answers of many)";

	private AnswerTypes() {
	}

	static ExpectedAnswer of(Method method) {
		Type returned = method.getGenericReturnType();
		if (returned == void.class) {
			return new ExpectedAnswer.None();
		}
		if (!(returned instanceof ParameterizedType stage)
				|| (stage.getRawType() != CompletionStage.class && stage.getRawType() != CompletableFuture.class)) {
			throw refused(method, returned);
		}
		Type answer = stage.getActualTypeArguments()[0];
		if (answer == BroadcastAnswers.class) {
			return new ExpectedAnswer.OfAll(Arguments.class);
		}
		if (answer instanceof ParameterizedType generic && generic.getRawType() == TypedAnswers.class) {
			return new ExpectedAnswer.OfAll(concrete(method, generic.getActualTypeArguments()[0]));
		}
		return new ExpectedAnswer.OfOne(concrete(method, answer));
	}

	private static Type concrete(Method method, Type answer) {
		if (answer instanceof TypeVariable<?> || answer instanceof WildcardType || answer == TypedAnswers.class) {
			throw refused(method, method.getGenericReturnType());
		}
		return answer;
	}

	private static IllegalArgumentException refused(Method method, Type returned) {
		return EventMethodReader.refused(method, "returns " + returned.getTypeName() + " " + ALLOWED);
	}

}
