package io.distributor.gateway;

/**
 * What a {@link Gateway} did and holds. Read only; may be used from any thread. Counters
 * grow from the start of the gateway; the others say how it is now.
 */
public interface GatewayStatistics {

	/**
	 * Returns the number of sockets connected now.
	 * @return the number
	 */
	int sockets();

	/**
	 * Returns the number of clients that wait for the answer to their connect request
	 * now, be it for a backend to come or for a backend to decide.
	 * @return the number
	 */
	int connecting();

	/**
	 * Returns the number of clients that wait for a backend to come now.
	 * @return the number
	 */
	int waitingConnects();

	/**
	 * Returns the number of clients from whose connections nothing is read now, because
	 * their homes or the link do not keep up.
	 * @return the number
	 */
	int pausedSockets();

	/**
	 * Returns the number of messages held back now because a home is behind or the link
	 * is overloaded.
	 * @return the number
	 */
	int heldMessages();

	/**
	 * Returns the number of acknowledgements that backends wait for now.
	 * @return the number
	 */
	int pendingAcks();

	/**
	 * Counts clients that joined a namespace.
	 * @return the count
	 */
	long connectsAccepted();

	/**
	 * Counts clients that were refused, for whatever reason.
	 * @return the count
	 */
	long connectsRefused();

	/**
	 * Counts clients that were refused for one reason.
	 * @param reason the reason
	 * @return the count
	 */
	long connectsRefused(ConnectRefusal reason);

	/**
	 * Counts clients that were refused because no answer came in time.
	 * @return the count
	 */
	long connectsTimedOut();

	/**
	 * Counts events of clients.
	 * @return the count
	 */
	long eventsIn();

	/**
	 * Counts events of backends for a single client.
	 * @return the count
	 */
	long emitsOut();

	/**
	 * Counts events of backends for many clients, each once however many clients hear it.
	 * @return the count
	 */
	long broadcasts();

	/**
	 * Returns the number of sockets that lost their home and wait for another one now.
	 * @return the number
	 */
	int homelessSockets();

	/**
	 * Returns the number of sockets whose clients have left, and whose homes have not
	 * handled everything yet, their disconnect included.
	 * @return the number
	 */
	int departedSockets();

	/**
	 * Returns the memory that unhandled events take now, about.
	 * @return the number of bytes
	 */
	long unhandledBytes();

	/**
	 * Counts sockets whose connections were closed because they had no home for too long,
	 * or with too much.
	 * @param limit which limit was reached
	 * @return the count
	 */
	long homelessClosed(HomelessLimit limit);

	/**
	 * Counts sockets that were given up though their homes had not handled everything:
	 * their clients had left, and no backend came for them in time, or there were more
	 * than {@link GatewayOptions#maxDepartedSockets()}.
	 * @return the count
	 */
	long forgottenSockets();

	/**
	 * Counts sockets that got another home after theirs had released them.
	 * @return the count
	 */
	long adoptionsAfterRelease();

	/**
	 * Counts sockets that got another home after theirs was lost.
	 * @return the count
	 */
	long adoptionsAfterLoss();

	/**
	 * Counts events sent to another home with the mark that an earlier one may have
	 * handled them.
	 * @return the count
	 */
	long redeliveredEvents();

	/**
	 * Returns the data that homes have kept for their sockets.
	 * @return bytes
	 */
	long socketDataBytes();

	/**
	 * Counts data of sockets that was not kept because it was too large, or there was too
	 * much of it in all.
	 * @return the count
	 */
	long refusedData();

	/**
	 * Counts requests of backends for sockets that were answered with none, because too
	 * many such requests were at work.
	 * @return the count
	 */
	long refusedFetches();

	/**
	 * Counts messages of backends that came too late to mean anything: for a socket that
	 * is gone, or from a backend that is not, or no longer, its home.
	 * @return the count
	 */
	long ignoredMessages();

	/**
	 * Counts acknowledgements that nobody had asked for, from clients or backends.
	 * @return the count
	 */
	long ignoredAcks();

	/**
	 * Counts acknowledgements that were forgotten because too many were outstanding.
	 * @return the count
	 */
	long forgottenAcks();

	/**
	 * Counts messages that were given up because the link was overloaded for long: only
	 * reports that a request is done, whose backend then takes this distributor for one
	 * that did not answer.
	 * @return the count
	 */
	long droppedReports();

}
