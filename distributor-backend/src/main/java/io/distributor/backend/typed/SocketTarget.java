package io.distributor.backend.typed;

import java.time.Duration;
import java.util.concurrent.CompletionStage;

import io.distributor.backend.Arguments;
import io.distributor.backend.BroadcastAnswers;
import io.distributor.backend.SocketOperator;
import org.jspecify.annotations.Nullable;

/**
 * One socket.
 *
 * @param socket the socket
 */
record SocketTarget(SocketOperator socket) implements EmitTarget {

	@Override
	public void emit(String event, @Nullable Object[] arguments) {
		this.socket.emit(event, arguments);
	}

	@Override
	public CompletionStage<Arguments> ask(EventMethod method, @Nullable Object[] arguments) {
		Duration timeout = method.timeout();
		return (timeout != null) ? this.socket.emitWithAck(timeout, method.event(), arguments)
				: this.socket.emitWithAck(method.event(), arguments);
	}

	@Override
	public CompletionStage<BroadcastAnswers> askAll(EventMethod method, @Nullable Object[] arguments) {
		throw new UnsupportedOperationException(method + ": returns the answers of many clients and was called on one "
				+ "socket (expected: a call on a broadcast, as in io.to(room).as(...), or a method that returns "
				+ "CompletionStage of one answer)");
	}

	@Override
	public String toString() {
		return this.socket.toString();
	}

}
