package io.distributor.engine.namespace;

import io.distributor.engine.limit.Limit;
import io.distributor.engine.session.TransportType;

/**
 * What the Socket.IO layer did and holds. Read only; may be used from any thread.
 * Counters grow from the start of the server; the others say how it is now.
 */
public interface NamespaceStatistics {

	/**
	 * Counts sessions opened on a transport.
	 * @param transport the transport
	 * @return the count
	 */
	long openedSessions(TransportType transport);

	/**
	 * Counts sessions that ended on a transport, which need not be the one they were
	 * opened on.
	 * @param transport the transport
	 * @return the count
	 */
	long closedSessions(TransportType transport);

	/**
	 * Counts how often a limit was reached.
	 * @param limit the limit
	 * @return the count, as far as packets, namespaces and rooms are concerned
	 */
	long reached(Limit limit);

	/**
	 * Returns the number of sockets connected now.
	 * @return the number
	 */
	long sockets();

	/**
	 * Counts clients that joined a namespace.
	 * @return the count
	 */
	long connectsAccepted();

	/**
	 * Counts clients that were refused.
	 * @return the count
	 */
	long connectsRefused();

	/**
	 * Counts packets of clients, of whatever type.
	 * @return the count
	 */
	long packetsReceived();

	/**
	 * Counts events of clients.
	 * @return the count
	 */
	long eventsReceived();

	/**
	 * Counts packets to clients, of whatever type; a broadcast counts once for each
	 * socket that gets it.
	 * @return the count
	 */
	long packetsSent();

	/**
	 * Counts broadcasts, each once however many sockets get it.
	 * @return the count
	 */
	long broadcasts();

	/**
	 * Counts connections closed for a malformed packet.
	 * @return the count
	 */
	long malformedPackets();

	/**
	 * Counts packets of clients ignored because the server had just put the client out of
	 * the namespace.
	 * @return the count
	 */
	long latePackets();

	/**
	 * Counts packets not sent because the socket was gone.
	 * @return the count
	 */
	long droppedGone();

	/**
	 * Counts packets not sent because too much was held back for a connecting socket.
	 * @return the count
	 */
	long droppedHeld();

	/**
	 * Counts rooms not joined because the socket was in too many.
	 * @return the count
	 */
	long roomsRefused();

}
