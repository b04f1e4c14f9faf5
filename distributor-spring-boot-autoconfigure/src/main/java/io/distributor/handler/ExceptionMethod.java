package io.distributor.handler;

import java.util.List;

import io.distributor.backend.Answer;
import io.distributor.backend.ConnectionRefusedException;
import io.distributor.backend.Event;
import io.distributor.backend.EventRefusedException;
import org.jspecify.annotations.Nullable;

/**
 * A method that handles what others throw.
 *
 * @param method the method
 * @param types exceptions it handles
 * @param answer makes the answer to an event from what it returns
 * @param forConnects whether it can also say why a client is refused
 * @param returnsNothing whether it has no result
 */
record ExceptionMethod(SocketHandlerMethod<Failure> method, List<Class<? extends Throwable>> types,
		AnswerAdapter answer, boolean forConnects, boolean returnsNothing) {

	/** The method only looked on, so the failure goes its way. */
	static final Object LOOKED_ON = new Object();

	/** Answers nothing, for a method without a result. */
	static final AnswerAdapter LOOKS_ON = (returned, event) -> LOOKED_ON;

	/**
	 * Returns the types of this method that fit an exception. A refusal says what the
	 * client gets, so only its own type fits.
	 */
	List<Class<? extends Throwable>> typesFor(Throwable exception) {
		Class<?> refusal = refusalType(exception);
		return this.types.stream()
			.filter((type) -> type.isInstance(exception) && (refusal == null || refusal.isAssignableFrom(type)))
			.toList();
	}

	private static @Nullable Class<?> refusalType(Throwable exception) {
		if (exception instanceof EventRefusedException) {
			return EventRefusedException.class;
		}
		return (exception instanceof ConnectionRefusedException) ? ConnectionRefusedException.class : null;
	}

	/**
	 * Handles the failure of an event.
	 * @return the answer, or {@link #LOOKED_ON}, or a stage of either
	 */
	@Nullable Object answer(Failure failure, Event event) throws Exception {
		return this.answer.answer(this.method.call(failure), event);
	}

	/**
	 * Handles the failure of a connect.
	 * @return the data of the refusal, or {@link #LOOKED_ON}
	 */
	@Nullable Object data(Failure failure) throws Exception {
		Object returned = this.method.call(failure);
		if (this.returnsNothing) {
			return LOOKED_ON;
		}
		return (returned instanceof Answer answer) ? answer.arguments() : returned;
	}

}
