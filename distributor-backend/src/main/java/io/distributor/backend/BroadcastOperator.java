package io.distributor.backend;

import java.time.Duration;
import java.util.concurrent.CompletionStage;

import org.jspecify.annotations.Nullable;

/**
 * Selects sockets of a namespace, on all distributors, and says what they get. Immutable:
 * each selecting method returns a new operator. May be used from any thread.
 * <p>
 * What one thread emits and asks for is carried out in that order by each distributor:
 * join, then emit to the room, works.
 */
public interface BroadcastOperator extends PresenceOperator {

	/**
	 * Selects sockets that are in any of these rooms, or of those named before.
	 * @param rooms names of rooms; the id of a socket is a room of its own
	 * @return the narrower operator
	 * @throws IllegalArgumentException if there is none: it would select everyone
	 */
	BroadcastOperator to(String... rooms);

	/**
	 * Same as {@link #to}.
	 * @param rooms names of rooms
	 * @return the narrower operator
	 */
	default BroadcastOperator in(String... rooms) {
		return to(rooms);
	}

	/**
	 * Leaves out sockets that are in any of these rooms.
	 * @param rooms names of rooms
	 * @return the narrower operator
	 */
	BroadcastOperator except(String... rooms);

	/**
	 * Selects sockets of any of these users too, besides those in rooms and of users
	 * named before. A user is what connect handlers gave to {@link Socket#setUser}.
	 * @param users names of users
	 * @return the narrower operator
	 * @throws IllegalArgumentException if there is none: it would select everyone
	 */
	BroadcastOperator toUser(String... users);

	/**
	 * Leaves out sockets of any of these users.
	 * @param users names of users
	 * @return the narrower operator
	 */
	BroadcastOperator exceptUser(String... users);

	/**
	 * Lets what is emitted be dropped when the link or a client cannot take it now.
	 * @return the operator with that flag
	 */
	BroadcastOperator asVolatile();

	/**
	 * Sets how long {@link #emitWithAck(String, Object...)} waits.
	 * @param timeout the time, longer than zero
	 * @return the operator with that time
	 * @throws IllegalArgumentException if it is not longer than zero
	 */
	BroadcastOperator timeout(Duration timeout);

	/**
	 * Says whether what is emitted is worth compressing. Distributors compress by size,
	 * if their configuration says so, and do not get to know this: it changes nothing,
	 * and is there for code that says it.
	 * @param compress whether it is
	 * @return the operator with that flag
	 */
	default BroadcastOperator compress(boolean compress) {
		return this;
	}

	/**
	 * Emits an event: one message on the link, whatever the number of clients. Each
	 * client gets it at most once.
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
	 * Emits an event and waits for the answers of the selected clients, for the time of
	 * this operator. Never volatile.
	 * @param event name of the event
	 * @param arguments as for {@link #emit}
	 * @return what became of it, when every selected client has answered or is gone, or
	 * when the time is over: with the answers that came. Fails with
	 * {@link BackendOverloadedException} when more answers are awaited than may be, and
	 * with {@link io.distributor.link.LinkOverloadedException} if the link is full; never
	 * because answers are missing
	 */
	CompletionStage<BroadcastAnswers> emitWithAck(String event, @Nullable Object... arguments);

	/**
	 * Emits an event and waits for the answers of the selected clients. Never volatile.
	 * @param timeout how long to wait, longer than zero
	 * @param event name of the event
	 * @param arguments as for {@link #emit}
	 * @return what became of it, as above
	 */
	default CompletionStage<BroadcastAnswers> emitWithAck(Duration timeout, String event,
			@Nullable Object... arguments) {
		return timeout(timeout).emitWithAck(event, arguments);
	}

	/**
	 * Returns an interface of the application whose methods emit to the selected sockets:
	 * the name of the event is that of the method, or that of
	 * {@link io.distributor.backend.typed.EventName}; its parameters are the arguments. A
	 * method that returns {@code void} emits; one that returns a {@link CompletionStage}
	 * of {@link BroadcastAnswers} or of {@link io.distributor.backend.typed.TypedAnswers}
	 * asks. One that returns the answer of a single client throws an
	 * {@link UnsupportedOperationException} when it is called: it is for
	 * {@link SocketOperator#as}.
	 * @param <T> the interface
	 * @param events the interface; read once
	 * @return what emits; immutable, may be kept and used from any thread
	 * @throws IllegalArgumentException if it is no such interface, with the method that
	 * is wrong and what is allowed
	 */
	<T> T as(Class<T> events);

	/**
	 * Makes the selected sockets join rooms.
	 * @param rooms names of rooms
	 * @return completes when every live distributor has done it or is gone, or when the
	 * time for it is over: then the result names those that did not answer. Fails with
	 * {@link BackendOverloadedException} when more requests are awaited than may be, and
	 * with {@link io.distributor.link.LinkOverloadedException} if the link is full; never
	 * because answers are missing
	 */
	CompletionStage<RequestResult> socketsJoin(String... rooms);

	/**
	 * Makes the selected sockets leave rooms.
	 * @param rooms names of rooms
	 * @return what became of it, as for {@link #socketsJoin}
	 */
	CompletionStage<RequestResult> socketsLeave(String... rooms);

	/**
	 * Puts the selected sockets out of the namespace.
	 * @param closeConnection whether to close their whole connections, with all
	 * namespaces
	 * @return what became of it, as for {@link #socketsJoin}
	 */
	CompletionStage<RequestResult> disconnectSockets(boolean closeConnection);

}
