package io.distributor.backend;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;

import org.jspecify.annotations.Nullable;

/**
 * A namespace this backend owns. May be used from any thread.
 */
public interface Namespace extends BroadcastOperator, ServerSideOperator, CatchAllListeners<Namespace> {

	/**
	 * Returns the name.
	 * @return the name, beginning with a slash
	 */
	String name();

	/**
	 * Returns what the variables of the pattern stand for in the name of this namespace.
	 * @return the values by variable; empty if it is owned by its name
	 */
	default Map<String, String> variables() {
		return Map.of();
	}

	/**
	 * Returns the variables of the pattern, also where they have no values: of the
	 * pattern itself.
	 * @return the names, in the order of the pattern; none if it is owned by its name
	 */
	default Set<String> variableNames() {
		return variables().keySet();
	}

	/**
	 * Registers a step that sees each client before it is accepted and may refuse it.
	 * Steps run one after another in the order they were registered; not for a socket
	 * that is adopted, which was accepted before.
	 * @param handler the step
	 * @return this namespace
	 */
	Namespace use(ConnectHandler handler);

	/**
	 * Registers a step that sees each client before it is accepted and may refuse it
	 * later. It takes its turn among those of {@link #use}.
	 * @param handler the step
	 * @return this namespace
	 */
	Namespace useAsync(AsyncConnectHandler handler);

	/**
	 * Registers a listener in Socket.IO's words.
	 * @param event {@code connection} or {@code connect}
	 * @param listener called with each accepted socket, before its first event, and with
	 * each adopted one, so that it registers again what it registers on sockets:
	 * {@link Socket#recovered()} tells them apart
	 * @return this namespace
	 * @throws IllegalArgumentException for any other event
	 */
	Namespace on(String event, ConnectionListener listener);

	/**
	 * Registers what handles an event of any socket of this namespace. What a socket has
	 * registered for the same event comes in its place.
	 * @param event name of the event
	 * @param handler the handler
	 * @return this namespace
	 * @throws IllegalArgumentException if the event is reserved or has a handler already
	 */
	Namespace onEvent(String event, EventHandler handler);

	/**
	 * Registers what handles the events of any socket of this namespace that match a
	 * pattern and that neither the socket nor {@link #onEvent} handles. Of several
	 * patterns that match the one with the longest text counts; of those the one with the
	 * longest text before the {@code *}. Reserved names are never handled.
	 * @param pattern a name with one {@code *}, which stands for any characters or none:
	 * {@code order.*}, or {@code *} for every event that nothing else handles
	 * @param handler the handler; {@link io.distributor.backend.Event#name()} says which
	 * event it is
	 * @return this namespace
	 * @throws IllegalArgumentException if the pattern has not exactly one {@code *} or
	 * has a handler already
	 */
	Namespace onEventPattern(String pattern, EventHandler handler);

	/**
	 * Registers a listener for sockets this instance becomes the home of while their
	 * clients stay connected.
	 * @param listener called before connection listeners
	 * @return this namespace
	 */
	Namespace onAdopt(AdoptListener listener);

	/**
	 * Registers a listener for sockets that get another home while their clients stay
	 * connected.
	 * @param listener called in the place of disconnect listeners
	 * @return this namespace
	 */
	Namespace onRelease(ReleaseListener listener);

	/**
	 * Registers a listener for events of sockets of this namespace that were refused or
	 * failed, called after those of the socket.
	 * @param listener the listener
	 * @return this namespace
	 */
	Namespace onError(ErrorListener listener);

	/**
	 * Registers a listener for the end of sockets of this namespace, called before those
	 * of {@link #onDisconnect}.
	 * @param listener the listener
	 * @return this namespace
	 */
	Namespace onDisconnecting(DisconnectListener listener);

	/**
	 * Takes away what handles an event or pattern.
	 * @param event name of the event, or the pattern
	 * @return this namespace
	 */
	Namespace offEvent(String event);

	/**
	 * Returns the events and patterns that have a handler.
	 * @return the names and patterns, a snapshot
	 */
	Set<String> eventNames();

	/**
	 * Registers a listener for rooms that sockets join, whoever made them join: the
	 * socket's home, another instance, before the socket was accepted or after. Not
	 * called for the room of the socket's own id, nor again when a socket is adopted. A
	 * room that a socket leaves before the listener could be called is not heard of. When
	 * a home is lost, what it had not yet told its listeners is told by nobody.
	 * @param listener called after connection listeners and in turn with events
	 * @return this namespace
	 */
	Namespace onJoin(RoomListener listener);

	/**
	 * Registers a listener for rooms that sockets leave, as for {@link #onJoin}. A socket
	 * that ends leaves all its rooms: then it is called before disconnect listeners, and
	 * after those of {@link #onDisconnecting}.
	 * @param listener called in turn with events
	 * @return this namespace
	 */
	Namespace onLeave(RoomListener listener);

	/**
	 * Registers what handles an event that other backend instances emit by
	 * {@link #serverSideEmit}.
	 * @param event name of the event
	 * @param handler the handler
	 * @return this namespace
	 * @throws IllegalArgumentException if the event is reserved or has a handler already
	 */
	Namespace onServerSide(String event, ServerSideHandler handler);

	/**
	 * Registers a listener for the end of sockets of this namespace.
	 * @param listener the listener
	 * @return this namespace
	 */
	Namespace onDisconnect(DisconnectListener listener);

	/**
	 * Puts all sockets of a user out of this namespace, on all distributors.
	 * @param user name of the user
	 * @param closeConnection whether to close their whole connections, with all
	 * namespaces
	 * @return as {@link #disconnectSockets} returns it
	 */
	default CompletionStage<RequestResult> disconnectUser(String user, boolean closeConnection) {
		return toUser(user).disconnectSockets(closeConnection);
	}

	/**
	 * Fetches one page of the rooms that have sockets of this namespace, on all
	 * distributors, without the rooms of the sockets' own ids.
	 * @param limit number of rooms at most, 1 to 10,000; a page may end earlier
	 * @param after {@link FetchedRooms#next()} of the page before, or {@code null} for
	 * the first one
	 * @return the rooms; fails as {@link #fetchSockets()} does
	 */
	CompletionStage<FetchedRooms> fetchRooms(int limit, @Nullable String after);

	/**
	 * Returns a socket whose home is this instance.
	 * @param id its id
	 * @return the socket, or empty if it is not there or another instance is its home
	 */
	Optional<Socket> socket(String id);

	/**
	 * Returns the sockets whose home is this instance.
	 * @return the sockets, a snapshot
	 */
	Collection<Socket> sockets();

}
