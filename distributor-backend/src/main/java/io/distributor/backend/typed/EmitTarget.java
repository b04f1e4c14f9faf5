package io.distributor.backend.typed;

import java.util.concurrent.CompletionStage;

import io.distributor.backend.Arguments;
import io.distributor.backend.BroadcastAnswers;
import org.jspecify.annotations.Nullable;

/**
 * Who gets what an emitter sends.
 */
sealed interface EmitTarget permits SocketTarget, BroadcastTarget {

	void emit(String event, @Nullable Object[] arguments);

	/**
	 * Asks the one client there is.
	 * @throws UnsupportedOperationException if there may be many
	 */
	CompletionStage<Arguments> ask(EventMethod method, @Nullable Object[] arguments);

	/**
	 * Asks all clients.
	 * @throws UnsupportedOperationException if there is one by nature
	 */
	CompletionStage<BroadcastAnswers> askAll(EventMethod method, @Nullable Object[] arguments);

}
