package io.distributor.backend;

import java.time.Duration;
import java.util.concurrent.CompletionStage;

import org.jspecify.annotations.Nullable;

/**
 * Says what one client gets, and how. Immutable as far as its flags go: each of them
 * returns a new operator. May be used from any thread.
 */
public interface SocketOperator {

	/**
	 * Emits an event to this client alone; it travels to its distributor only. Nothing
	 * happens if the client is gone. It reaches the client also when another instance is
	 * the home of the socket now.
	 * @param event name of the event
	 * @param arguments anything Jackson can write; {@code byte[]} anywhere in them
	 * travels as binary
	 * @throws IllegalArgumentException if the event is reserved or an argument cannot be
	 * written
	 * @throws io.distributor.link.LinkOverloadedException if the link is full
	 */
	void emit(String event, @Nullable Object... arguments);

	/**
	 * Emits the event {@code message}.
	 * @param arguments as for {@link #emit}
	 */
	default void send(@Nullable Object... arguments) {
		emit("message", arguments);
	}

	/**
	 * Emits an event and waits for the client's answer, for the time of this operator.
	 * Never volatile.
	 * @param event name of the event
	 * @param arguments as for {@link #emit}
	 * @return the answer; fails with {@link AckTimeoutException} when none came in time
	 * and with {@link SocketDisconnectedException} at once when the client is gone, and
	 * with {@link BackendOverloadedException} when too many are awaited already
	 */
	CompletionStage<Arguments> emitWithAck(String event, @Nullable Object... arguments);

	/**
	 * Emits an event and waits for the client's answer. Never volatile.
	 * @param timeout how long to wait, longer than zero
	 * @param event name of the event
	 * @param arguments as for {@link #emit}
	 * @return the answer, as above
	 */
	default CompletionStage<Arguments> emitWithAck(Duration timeout, String event, @Nullable Object... arguments) {
		return timeout(timeout).emitWithAck(event, arguments);
	}

	/**
	 * Returns an interface of the application whose methods emit to this client: the name
	 * of the event is that of the method, or that of
	 * {@link io.distributor.backend.typed.EventName}; its parameters are the arguments. A
	 * method that returns {@code void} emits as {@link #emit} does; one that returns a
	 * {@link CompletionStage} asks as {@link #emitWithAck} does and completes with the
	 * first argument of the answer, converted: {@code null} if there is none. One that
	 * returns the answers of many clients throws an {@link UnsupportedOperationException}
	 * when it is called: it is for {@link BroadcastOperator#as}.
	 * @param <T> the interface
	 * @param events the interface; read once
	 * @return what emits; may be kept and used from any thread
	 * @throws IllegalArgumentException if it is no such interface, with the method that
	 * is wrong and what is allowed
	 */
	<T> T as(Class<T> events);

	/**
	 * Lets what is emitted be dropped when the link or the client cannot take it now.
	 * @return an operator with that flag
	 */
	SocketOperator asVolatile();

	/**
	 * Sets how long {@link #emitWithAck(String, Object...)} waits.
	 * @param timeout the time, longer than zero
	 * @return an operator with that time
	 * @throws IllegalArgumentException if it is not longer than zero
	 */
	SocketOperator timeout(Duration timeout);

	/**
	 * Says whether what is emitted is worth compressing. Distributors compress by size,
	 * if their configuration says so, and do not get to know this: it changes nothing,
	 * and is there for code that says it.
	 * @param compress whether it is
	 * @return an operator with that flag
	 */
	default SocketOperator compress(boolean compress) {
		return this;
	}

}
