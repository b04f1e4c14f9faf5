package io.distributor.backend;

import java.security.Principal;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

/**
 * A client in a namespace whose home is this backend instance. May be used from any
 * thread; its handlers are called one after another.
 */
public interface Socket extends SocketOperator, CatchAllListeners<Socket> {

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
	 * Returns the opposite of {@link #isConnected()}.
	 * @return whether it is not connected
	 */
	default boolean isDisconnected() {
		return !isConnected();
	}

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
	 * Returns who the client is, as the {@link HandshakeAuthenticator} of this backend
	 * says. It does not travel: the next home asks anew.
	 * @return the principal, or {@code null} if the client has none
	 */
	@Nullable Principal principal();

	/**
	 * Returns what travels with the socket to its next home. In connect handlers, too.
	 * @return the data, the same object each time
	 */
	SocketData data();

	/**
	 * Returns the rooms of the socket, its own id first: as its distributor has told,
	 * whoever made it join and leave, and as {@link #join} and {@link #leave} were called
	 * here since. What others asked for is known here when their request is complete.
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
	 * Registers what handles an event of this socket once: the next one of that name that
	 * no step refuses. Apart from that it is as {@link #on(String, EventListener)}.
	 * @param event name of the event
	 * @param listener the listener
	 * @return this socket
	 */
	Socket once(String event, EventListener listener);

	/**
	 * Takes away all that handles an event.
	 * @param event name of the event
	 * @return this socket
	 */
	Socket off(String event);

	/**
	 * Takes a listener away that handles an event; if it was registered several times,
	 * the last of them.
	 * @param event name of the event
	 * @param listener the listener; an unknown one is ignored
	 * @return this socket
	 */
	Socket off(String event, EventListener listener);

	/**
	 * Takes away all that handles an event of this socket, whatever its name. Catch-all
	 * listeners stay.
	 * @return this socket
	 */
	Socket off();

	/**
	 * Returns the events this socket has listeners of its own for.
	 * @return their names, a snapshot
	 */
	Set<String> eventNames();

	/**
	 * Adds a step that sees each event of this socket before its handler and may refuse
	 * it. Steps run one after another in the order they were added, on the thread that
	 * would run the handler. A refused event is answered, and told to error listeners.
	 * @param middleware the step
	 * @return this socket
	 */
	Socket use(EventMiddleware middleware);

	/**
	 * Registers a listener for events of this socket that were refused or failed.
	 * @param listener the listener
	 * @return this socket
	 */
	Socket onError(ErrorListener listener);

	/**
	 * Registers a listener for the end of this socket, called before those of
	 * {@link #onDisconnect}.
	 * @param listener the listener
	 * @return this socket
	 */
	Socket onDisconnecting(DisconnectListener listener);

	/**
	 * Registers a listener for the end of this socket. {@link #rooms()} still has its
	 * rooms.
	 * @param listener the listener
	 * @return this socket
	 */
	Socket onDisconnect(DisconnectListener listener);

	/**
	 * Emits an event that may be dropped when the link or the client cannot take it now.
	 * @param event name of the event
	 * @param arguments as for {@link #emit}
	 */
	void emitVolatile(String event, @Nullable Object... arguments);

	/**
	 * Joins rooms; what is emitted to them afterwards reaches this client.
	 * @param rooms names of rooms
	 * @return completes when the distributor has done it or is gone, or when the time for
	 * it is over: then the result names the distributor. Fails with
	 * {@link SocketDisconnectedException} when the client is gone already, and as
	 * {@link BroadcastOperator#socketsJoin}
	 */
	CompletionStage<RequestResult> join(String... rooms);

	/**
	 * Leaves rooms.
	 * @param rooms names of rooms
	 * @return what became of it, as for {@link #join}
	 */
	CompletionStage<RequestResult> leave(String... rooms);

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
	 * Same as {@link #to}.
	 * @param rooms names of rooms
	 * @return an operator without this socket
	 */
	default BroadcastOperator in(String... rooms) {
		return to(rooms);
	}

	/**
	 * Selects everyone else who is in none of these rooms.
	 * @param rooms names of rooms
	 * @return an operator without this socket
	 */
	default BroadcastOperator except(String... rooms) {
		return broadcast().except(rooms);
	}

	/**
	 * Selects everyone else in the namespace.
	 * @return an operator without this socket
	 */
	BroadcastOperator broadcast();

}
