package io.distributor.backend;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

/**
 * A client in a namespace whose home is this backend instance. May be used from any
 * thread; its handlers are called one after another.
 */
public interface Socket {

	/**
	 * Returns the public id: 20 characters.
	 * @return the id
	 */
	String id();

	/**
	 * Returns the namespace.
	 * @return the namespace
	 */
	Namespace namespace();

	/**
	 * Returns what the distributor knows of the client.
	 * @return the handshake
	 */
	Handshake handshake();

	/**
	 * Returns whether the client is connected, as far as this backend knows: no more once
	 * another instance is the home of the socket.
	 * @return whether it is connected
	 */
	boolean isConnected();

	/**
	 * Returns whether this instance became the home of the socket while the client was
	 * connected.
	 * @return whether the socket was adopted
	 */
	boolean recovered();

	/**
	 * Returns whose socket it is: the name a connect handler has set, here or at the home
	 * that accepted the socket.
	 * @return the name of the user, or {@code null} if it is nobody's
	 */
	@Nullable String user();

	/**
	 * Says whose socket it is, so that {@link BroadcastOperator#toUser} reaches it from
	 * its acceptance on. A user may have any number of sockets.
	 * @param user name of the user, 1 to 256 characters
	 * @throws IllegalStateException if the socket is accepted already: call it in a
	 * connect handler
	 */
	void setUser(String user);

	/**
	 * Returns what travels with the socket to its next home. In connect handlers, too.
	 * @return the data, the same object each time
	 */
	SocketData data();

	/**
	 * Returns the rooms this instance, and the homes before it, made the socket join, its
	 * own id first.
	 * @return the rooms, a snapshot
	 */
	Set<String> rooms();

	/**
	 * Registers what handles an event of this socket, in place of the namespace's handler
	 * and after what was registered for it on this socket before.
	 * @param event name of the event
	 * @param listener the listener; it answers an acknowledgement itself, by
	 * {@link Event#ack()}
	 * @return this socket
	 */
	Socket on(String event, EventListener listener);

	/**
	 * Registers what handles an event of this socket, with its first argument converted.
	 * @param <T> type of the argument
	 * @param event name of the event
	 * @param type type of the argument
	 * @param listener the listener
	 * @return this socket
	 */
	<T> Socket on(String event, Class<T> type, Consumer<T> listener);

	/**
	 * Registers what handles an event of this socket, with its first argument converted.
	 * @param <T> type of the argument
	 * @param event name of the event
	 * @param type type of the argument
	 * @param listener the listener
	 * @return this socket
	 */
	<T> Socket on(String event, Class<T> type, BiConsumer<T, Ack> listener);

	/**
	 * Takes away what handles an event.
	 * @param event name of the event
	 * @return this socket
	 */
	Socket off(String event);

	/**
	 * Registers a listener for the end of this socket.
	 * @param listener the listener
	 * @return this socket
	 */
	Socket onDisconnect(DisconnectListener listener);

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
	 * Emits an event that may be dropped when the link or the client cannot take it now.
	 * @param event name of the event
	 * @param arguments as for {@link #emit}
	 */
	void emitVolatile(String event, @Nullable Object... arguments);

	/**
	 * Emits an event and waits for the client's answer, for the default time.
	 * @param event name of the event
	 * @param arguments as for {@link #emit}
	 * @return the answer; fails with {@link AckTimeoutException} when none came in time
	 * and with {@link SocketDisconnectedException} at once when the client is gone, and
	 * with {@link BackendOverloadedException} when too many are awaited already
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
	 * Joins rooms; what is emitted to them afterwards reaches this client.
	 * @param rooms names of rooms
	 * @return completes when the distributor has done it or is gone; fails with
	 * {@link RequestTimeoutException} when it does not answer in time and with
	 * {@link SocketDisconnectedException} when the client is gone already
	 */
	CompletionStage<Void> join(String... rooms);

	/**
	 * Leaves rooms.
	 * @param rooms names of rooms
	 * @return completes when the distributor has done it or is gone; fails with
	 * {@link RequestTimeoutException} when it does not answer in time and with
	 * {@link SocketDisconnectedException} when the client is gone already
	 */
	CompletionStage<Void> leave(String... rooms);

	/**
	 * Puts the client out of the namespace.
	 */
	void disconnect();

	/**
	 * Puts the client out of the namespace or closes its connection.
	 * @param closeConnection whether to close the whole connection, with all namespaces
	 */
	void disconnect(boolean closeConnection);

	/**
	 * Selects everyone else in these rooms.
	 * @param rooms names of rooms
	 * @return an operator without this socket
	 */
	BroadcastOperator to(String... rooms);

	/**
	 * Selects everyone else in the namespace.
	 * @return an operator without this socket
	 */
	BroadcastOperator broadcast();

}
