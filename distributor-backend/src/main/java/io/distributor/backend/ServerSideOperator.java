package io.distributor.backend;

import java.time.Duration;
import java.util.concurrent.CompletionStage;

import org.jspecify.annotations.Nullable;

/**
 * Emits events to the other live backend instances that own the namespace; no client and
 * no distributor hears of them. To each instance they come in order, once, as long as it
 * lives and does not take this one for dead.
 */
public interface ServerSideOperator {

	/**
	 * Emits an event to the other instances.
	 * @param event name of the event
	 * @param arguments anything Jackson can write; {@code byte[]} anywhere in them
	 * travels as binary
	 * @throws IllegalArgumentException if the event is reserved or an argument cannot be
	 * written
	 * @throws io.distributor.link.LinkOverloadedException if the link is full; some
	 * instances may have got it
	 */
	void serverSideEmit(String event, @Nullable Object... arguments);

	/**
	 * Emits an event and waits for the answers of the other instances, as long as for
	 * those of distributors.
	 * @param event name of the event
	 * @param arguments as for {@link #serverSideEmit}
	 * @return the answers, when all have answered or the time is over. Fails with
	 * {@link BackendOverloadedException} when more answers are awaited than may be, and
	 * with {@link io.distributor.link.LinkOverloadedException} if the link is full; never
	 * because answers are missing
	 */
	CompletionStage<ServerSideAnswers> serverSideEmitWithAck(String event, @Nullable Object... arguments);

	/**
	 * Emits an event and waits for the answers of the other instances.
	 * @param timeout how long to wait, longer than zero
	 * @param event name of the event
	 * @param arguments as for {@link #serverSideEmit}
	 * @return the answers, as above
	 */
	CompletionStage<ServerSideAnswers> serverSideEmitWithAck(Duration timeout, String event,
			@Nullable Object... arguments);

}
