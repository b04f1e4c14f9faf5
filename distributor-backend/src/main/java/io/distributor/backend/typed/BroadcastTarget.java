package io.distributor.backend.typed;

import java.time.Duration;
import java.util.concurrent.CompletionStage;

import io.distributor.backend.Arguments;
import io.distributor.backend.BroadcastAnswers;
import io.distributor.backend.BroadcastOperator;
import org.jspecify.annotations.Nullable;

/**
 * Many sockets.
 *
 * @param sockets the sockets
 */
record BroadcastTarget(BroadcastOperator sockets) implements EmitTarget {

	@Override
	public void emit(String event, @Nullable Object[] arguments) {
		this.sockets.emit(event, arguments);
	}

	@Override
	public CompletionStage<Arguments> ask(EventMethod method, @Nullable Object[] arguments) {
		throw new UnsupportedOperationException(method + ": returns the answer of one client and was called on a "
				+ "broadcast (expected: a call on a socket, as in socket.as(...), or a method that returns "
				+ "CompletionStage<BroadcastAnswers> or CompletionStage<TypedAnswers<...>>)");
	}

	@Override
	public CompletionStage<BroadcastAnswers> askAll(EventMethod method, @Nullable Object[] arguments) {
		Duration timeout = method.timeout();
		return (timeout != null) ? this.sockets.emitWithAck(timeout, method.event(), arguments)
				: this.sockets.emitWithAck(method.event(), arguments);
	}

	@Override
	public String toString() {
		return this.sockets.toString();
	}

}
