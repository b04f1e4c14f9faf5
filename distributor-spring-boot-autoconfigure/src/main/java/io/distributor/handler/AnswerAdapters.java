package io.distributor.handler;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.concurrent.CompletionStage;

import io.distributor.backend.Ack;
import io.distributor.backend.RequestResult;
import org.springframework.core.ResolvableType;
import org.springframework.util.ClassUtils;

/**
 * Chooses how a method's answer is made.
 */
final class AnswerAdapters {

	private static final boolean REACTOR_PRESENT = ClassUtils.isPresent("reactor.core.publisher.Flux",
			AnswerAdapters.class.getClassLoader());

	private AnswerAdapters() {
	}

	/**
	 * Chooses for a method.
	 * @param nothing makes the answer of a method without a result and without an
	 * {@link Ack} parameter
	 */
	static AnswerAdapter forMethod(Method method, Class<?> beanType, AnswerAdapter nothing) {
		ResolvableType type = ResolvableType.forMethodReturnType(method, beanType);
		boolean answersItself = Arrays.asList(method.getParameterTypes()).contains(Ack.class);
		AnswerAdapter last = answersItself ? AnswerAdapter.NONE : nothing;
		if (isNothing(type)) {
			return last;
		}
		boolean stage = CompletionStage.class.isAssignableFrom(type.toClass());
		ReactiveAnswer reactive = (REACTOR_PRESENT && !stage) ? ReactiveAnswer.forType(type) : null;
		boolean valueless = (reactive != null) ? reactive.isValueless()
				: stage && isNothing(type.as(CompletionStage.class).getGeneric());
		if (answersItself && !valueless) {
			throw new InvalidHandlerMethodException(method, "it has an Ack parameter and returns " + type,
					"Answer in one way: return the answer, or take an Ack and return nothing.");
		}
		AnswerAdapter adapter = valueless ? afterCompletion(last) : AnswerAdapter.VALUE;
		return (reactive != null) ? reactive.andThen(adapter) : adapter;
	}

	/**
	 * Returns whether what a method returns may come later.
	 */
	static boolean isAsynchronous(Method method, Class<?> beanType) {
		ResolvableType type = ResolvableType.forMethodReturnType(method, beanType);
		return CompletionStage.class.isAssignableFrom(type.toClass())
				|| REACTOR_PRESENT && ReactiveAnswer.forType(type) != null;
	}

	private static AnswerAdapter afterCompletion(AnswerAdapter last) {
		return (returned, event) -> (returned instanceof CompletionStage<?> stage)
				? stage.thenApply((nothing) -> last.answer(nothing, event)) : last.answer(null, event);
	}

	/**
	 * Whether a type says nothing to a client: what became of a request to distributors
	 * is for the server alone.
	 */
	private static boolean isNothing(ResolvableType type) {
		Class<?> rawClass = type.toClass();
		return rawClass == void.class || rawClass == Void.class || rawClass == RequestResult.class;
	}

}
