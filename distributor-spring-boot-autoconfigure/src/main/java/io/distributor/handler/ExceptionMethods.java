package io.distributor.handler;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.core.ExceptionDepthComparator;

/**
 * The methods of one bean that handle what others throw.
 */
final class ExceptionMethods {

	/** An exception has not more causes than that, unless it is its own. */
	private static final int MAX_CAUSES = 20;

	private final List<ExceptionMethod> methods = new ArrayList<>();

	void add(ExceptionMethod method) {
		this.methods.add(method);
	}

	/**
	 * Returns whether another method handles an exception of exactly that type.
	 */
	boolean handles(Class<? extends Throwable> type) {
		return this.methods.stream().anyMatch((method) -> method.types().contains(type));
	}

	/**
	 * Finds the method for a failure: the one for the most specific type of what was
	 * thrown, else of what caused it.
	 * @return the method and what it is to handle, or {@code null} if there is none
	 */
	@Nullable Match find(Failure failure) {
		Throwable exception = failure.exception();
		for (int i = 0; exception != null && i < MAX_CAUSES; i++) {
			ExceptionMethod method = closest(exception, failure.event() == null);
			if (method != null) {
				return new Match(method, failure.causedBy(exception));
			}
			exception = exception.getCause();
		}
		return null;
	}

	private @Nullable ExceptionMethod closest(Throwable exception, boolean connect) {
		Map<Class<? extends Throwable>, ExceptionMethod> byType = new HashMap<>();
		for (ExceptionMethod method : this.methods) {
			if (!connect || method.forConnects()) {
				method.typesFor(exception).forEach((type) -> byType.put(type, method));
			}
		}
		return byType.isEmpty() ? null
				: byType.get(ExceptionDepthComparator.findClosestMatch(byType.keySet(), exception));
	}

	/**
	 * A method and what it is to handle.
	 *
	 * @param method the method
	 * @param failure the failure, with the exception that fits the method
	 */
	record Match(ExceptionMethod method, Failure failure) {

	}

}
