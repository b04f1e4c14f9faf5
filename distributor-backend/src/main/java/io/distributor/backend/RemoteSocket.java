package io.distributor.backend;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletionStage;

import org.jspecify.annotations.Nullable;

/**
 * A socket as its distributor described it when it was fetched, whatever instance its
 * home is. What is known of it does not change any more; what it is told reaches the
 * client if that is still there. May be used from any thread.
 */
public interface RemoteSocket {

	/**
	 * Returns the public id: 20 characters.
	 * @return the id
	 */
	String id();

	/**
	 * Returns what the distributor knows of the client.
	 * @return the handshake
	 */
	Handshake handshake();

	/**
	 * Returns the rooms the socket was in, its own id among them.
	 * @return the rooms
	 */
	Set<String> rooms();

	/**
	 * Returns what the homes of the socket had set, as the distributor has it.
	 * @return the data, to be read
	 */
	SocketValues data();

	/**
	 * Returns whose socket it is.
	 * @return the name of the user, or {@code null} if it is nobody's
	 */
	@Nullable String user();

	/**
	 * Returns which backend instance was its home.
	 * @return id of the instance, or {@code null} if it had none just then
	 */
	@Nullable String home();

	/**
	 * Emits an event to this client alone. Nothing happens if it is gone.
	 * @param event name of the event
	 * @param arguments anything Jackson can write; {@code byte[]} anywhere in them
	 * travels as binary
	 * @throws IllegalArgumentException if the event is reserved or an argument cannot be
	 * written
	 * @throws io.distributor.link.LinkOverloadedException if the link is full
	 */
	void emit(String event, @Nullable Object... arguments);

	/**
	 * Emits an event and waits for the client's answer, for the default time.
	 * @param event name of the event
	 * @param arguments as for {@link #emit}
	 * @return the answer; fails as {@link Socket#emitWithAck} does, but when the client
	 * is gone, after the time is over
	 */
	CompletionStage<Arguments> emitWithAck(String event, @Nullable Object... arguments);

	/**
	 * Emits an event and waits for the client's answer.
	 * @param timeout how long to wait, longer than zero
	 * @param event name of the event
	 * @param arguments as for {@link #emit}
	 * @return the answer, as above
	 */
	CompletionStage<Arguments> emitWithAck(Duration timeout, String event, @Nullable Object... arguments);

	/**
	 * Makes the socket join rooms.
	 * @param rooms names of rooms
	 * @return what became of it; 0 sockets when the client is gone
	 */
	CompletionStage<RequestResult> join(String... rooms);

	/**
	 * Makes the socket leave rooms.
	 * @param rooms names of rooms
	 * @return what became of it; 0 sockets when the client is gone
	 */
	CompletionStage<RequestResult> leave(String... rooms);

	/**
	 * Puts the client out of the namespace or closes its connection.
	 * @param closeConnection whether to close the whole connection, with all namespaces
	 */
	void disconnect(boolean closeConnection);

}
