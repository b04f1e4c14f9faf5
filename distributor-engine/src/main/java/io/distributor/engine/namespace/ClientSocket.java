package io.distributor.engine.namespace;

import java.util.Collection;
import java.util.List;
import java.util.Set;

import io.netty.util.concurrent.EventExecutor;
import org.jspecify.annotations.Nullable;

import io.distributor.engine.session.CloseReason;
import io.distributor.engine.session.Handshake;
import io.distributor.engine.session.TransportType;

/**
 * One client in one namespace. Unless a method says otherwise it may be called from any
 * thread; what one thread calls is carried out in that order.
 */
public interface ClientSocket {

	/**
	 * Returns the public id: 20 characters, unrelated to the session's.
	 * @return the id
	 */
	String id();

	/**
	 * Returns the name of the namespace.
	 * @return the name, beginning with a slash
	 */
	String namespace();

	/**
	 * Returns what was known of the client when its session was opened.
	 * @return the handshake
	 */
	Handshake handshake();

	/**
	 * Returns the transport that carries the session now.
	 * @return the transport
	 */
	TransportType transport();

	/**
	 * Returns the event loop of the session. What is executed there takes its turn among
	 * what the same thread asked of this socket and of its namespace.
	 * @return the event loop
	 */
	EventExecutor executor();

	/**
	 * Sends a packet to this client, at most once.
	 * @param packet the packet
	 */
	void send(OutboundPacket packet);

	/**
	 * Joins rooms. Names that begin with the character NUL are left out.
	 * @param rooms names of the rooms
	 */
	void join(Collection<String> rooms);

	/**
	 * Leaves rooms.
	 * @param rooms names of the rooms
	 */
	void leave(Collection<String> rooms);

	/**
	 * Joins rooms at once, as {@link #join} does. To be called on the event loop of the
	 * session.
	 * @param rooms names of the rooms
	 * @return those the socket was not in before
	 */
	List<String> joinNow(Collection<String> rooms);

	/**
	 * Leaves rooms at once. To be called on the event loop of the session.
	 * @param rooms names of the rooms
	 * @return those the socket was in before
	 */
	List<String> leaveNow(Collection<String> rooms);

	/**
	 * Joins a room that is not for everybody to see: it is selected as any other is, but
	 * it is not among {@link #rooms()}, cannot be left, and does not count. To be called
	 * on the event loop of the session; it takes effect at once.
	 * @param room name of the room, beginning with the character NUL
	 * @throws IllegalArgumentException if it begins with anything else
	 */
	void joinHidden(String room);

	/**
	 * Returns the rooms of this socket, its own id among them. To be called on the event
	 * loop of its session, as {@link Namespace#forEach} does.
	 * @return the rooms, a copy
	 */
	Set<String> rooms();

	/**
	 * Puts the client out of the namespace.
	 * @param closeConnection whether to close the whole connection, with all namespaces
	 */
	void disconnect(boolean closeConnection);

	/**
	 * Closes the whole connection without a word of Socket.IO: the client takes it for a
	 * lost connection and comes back by itself, which it does not do after
	 * {@link #disconnect}.
	 * @param reason why
	 * @param description detail for logs and for the disconnect listener, or {@code null}
	 */
	void closeConnection(CloseReason reason, @Nullable String description);

	/**
	 * Stops reading from the connection of this client until {@link #resumeReading()} was
	 * called as often as this method.
	 */
	void pauseReading();

	/**
	 * Takes back one {@link #pauseReading()}.
	 */
	void resumeReading();

}
