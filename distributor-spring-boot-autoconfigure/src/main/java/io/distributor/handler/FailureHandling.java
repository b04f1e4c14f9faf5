package io.distributor.handler;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

import io.distributor.backend.ConnectionRefusedException;
import io.distributor.backend.Event;
import io.distributor.backend.EventRefusedException;
import io.distributor.backend.Socket;
import org.jspecify.annotations.Nullable;

/**
 * What is done when a handler method fails. May be used from any thread.
 *
 * @param methods methods that handle exceptions, by bean: the one whose bean comes first
 * counts
 * @param interceptors know texts for what no method handles
 */
record FailureHandling(List<ExceptionMethods> methods, List<HandlerInterceptor> interceptors) {

	private static final String REFUSED = "Connection refused";

	/**
	 * Answers an event in the place of the method that failed.
	 * @return the answer, as {@link io.distributor.backend.EventHandler} returns it
	 * @throws Exception the failure, if nothing handles it, or what its handler throws
	 */
	@Nullable Object answer(Throwable thrown, Event event) throws Exception {
		Throwable exception = unwrap(thrown);
		ExceptionMethods.Match match = find(Failure.of(exception, event));
		if (match == null) {
			throw refusalOfEvent(exception);
		}
		Object answer = match.method().answer(match.failure(), event);
		if (answer == ExceptionMethod.LOOKED_ON) {
			throw refusalOfEvent(exception);
		}
		return (answer instanceof CompletionStage<?> stage) ? stage.thenCompose((value) -> later(value, exception))
				: answer;
	}

	private CompletionStage<@Nullable Object> later(@Nullable Object value, Throwable exception) {
		return (value == ExceptionMethod.LOOKED_ON) ? CompletableFuture.failedFuture(refusalOfEvent(exception))
				: CompletableFuture.completedFuture(value);
	}

	/**
	 * Says why a client is refused, in the place of the method that failed.
	 * @return the refusal, or what was thrown if nothing handles it
	 */
	Exception refusal(Throwable thrown, Socket socket) throws Exception {
		ExceptionMethods.Match match = find(Failure.of(thrown, socket));
		if (match == null) {
			return refusalOfConnect(thrown);
		}
		Object data = match.method().data(match.failure());
		return (data == ExceptionMethod.LOOKED_ON) ? refusalOfConnect(thrown)
				: new ConnectionRefusedException(REFUSED, data);
	}

	private ExceptionMethods.@Nullable Match find(Failure failure) {
		for (ExceptionMethods ofBean : this.methods) {
			ExceptionMethods.Match match = ofBean.find(failure);
			if (match != null) {
				return match;
			}
		}
		return null;
	}

	private Exception refusalOfEvent(Throwable thrown) {
		String text = text(thrown);
		if (text != null) {
			return new EventRefusedException(text);
		}
		if (thrown instanceof ConnectionRefusedException refusal) {
			return new EventRefusedException(String.valueOf(refusal.getMessage()), refusal.data());
		}
		return exception(thrown);
	}

	private Exception refusalOfConnect(Throwable thrown) {
		String text = text(thrown);
		if (text != null) {
			return new ConnectionRefusedException(text);
		}
		if (thrown instanceof EventRefusedException refusal) {
			return new ConnectionRefusedException(String.valueOf(refusal.getMessage()), refusal.data());
		}
		return exception(thrown);
	}

	private @Nullable String text(Throwable thrown) {
		for (HandlerInterceptor interceptor : this.interceptors) {
			String text = interceptor.refusal(thrown);
			if (text != null) {
				return text;
			}
		}
		return null;
	}

	private static Exception exception(Throwable thrown) {
		if (thrown instanceof Error error) {
			throw error;
		}
		return (Exception) thrown;
	}

	private static Throwable unwrap(Throwable thrown) {
		Throwable cause = thrown.getCause();
		return (thrown instanceof CompletionException && cause != null) ? cause : thrown;
	}

}
