package io.distributor.nettysocketio.handler;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

import com.corundumstudio.socketio.AckCallback;
import com.corundumstudio.socketio.MultiTypeAckCallback;
import com.corundumstudio.socketio.MultiTypeArgs;
import io.distributor.backend.Arguments;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Calls back with the answer of a client, or says that there is none: because the time is
 * over, the client is gone, or too many answers are awaited.
 *
 * @param <T> type of the answer
 */
final class CallbackAnswer<T> implements BiConsumer<@Nullable Arguments, @Nullable Throwable> {

	private static final Logger logger = LoggerFactory.getLogger(CallbackAnswer.class);

	private final AckCallback<T> callback;

	private final HandlerJson json;

	CallbackAnswer(AckCallback<T> callback, HandlerJson json) {
		this.callback = callback;
		this.json = json;
	}

	@Override
	public void accept(@Nullable Arguments answer, @Nullable Throwable failure) {
		try {
			if (answer != null) {
				succeed(answer);
			}
			else {
				logger.debug("No answer: {}", (failure != null) ? failure.getMessage() : null);
				this.callback.onTimeout();
			}
		}
		catch (RuntimeException ex) {
			logger.warn("A callback failed on the answer of a client", ex);
		}
	}

	@SuppressWarnings("unchecked")
	private void succeed(Arguments answer) {
		if (this.callback instanceof MultiTypeAckCallback many) {
			many.onSuccess(new MultiTypeArgs(arguments(answer, many.getResultClasses())));
			return;
		}
		Class<?> wanted = this.callback.getResultClass();
		this.callback.onSuccess((wanted != Void.class) ? (T) argument(answer, 0, wanted) : null);
	}

	private List<@Nullable Object> arguments(Arguments answer, Class<?>[] wanted) {
		List<@Nullable Object> arguments = new ArrayList<>();
		for (int i = 0; i < wanted.length && i < answer.size(); i++) {
			arguments.add(argument(answer, i, wanted[i]));
		}
		return arguments;
	}

	/** Text and booleans are given as they are, whatever is wanted. */
	private @Nullable Object argument(Arguments answer, int index, Class<?> wanted) {
		Object natural = this.json.read(answer, index, Object.class);
		return (natural instanceof String || natural instanceof Boolean) ? natural
				: this.json.read(answer, index, wanted);
	}

}
