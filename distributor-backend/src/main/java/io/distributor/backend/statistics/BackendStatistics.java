package io.distributor.backend.statistics;

import java.time.Duration;

/**
 * What a backend counted since it was created. May be read from any thread; the numbers
 * are not one snapshot.
 */
public interface BackendStatistics {

	/**
	 * Returns the number of sockets now, with those still connecting and those whose
	 * disconnect listeners are yet to be called.
	 * @return the number
	 */
	int sockets();

	/**
	 * Returns the number of namespaces that match patterns and have sockets here now.
	 * @return the number
	 */
	int dynamicNamespaces();

	/**
	 * Returns the number of sockets accepted.
	 * @return the number
	 */
	long socketsAccepted();

	/**
	 * Returns the number of sockets refused, by connect handlers or for want of room.
	 * @return the number
	 */
	long socketsRefused();

	/**
	 * Returns the number of sockets that an authenticator refused, when they connected or
	 * were adopted.
	 * @return the number
	 */
	long socketsUnauthorized();

	/**
	 * Returns the number of sockets refused or disconnected because the authenticator
	 * failed.
	 * @return the number
	 */
	long authenticationsFailed();

	/**
	 * Returns the number of sockets disconnected because their authentication expired.
	 * @return the number
	 */
	long socketsExpired();

	/**
	 * Returns the number of sockets adopted: this instance became their home while their
	 * clients were connected.
	 * @return the number
	 */
	long socketsAdopted();

	/**
	 * Returns the number of sockets released, to get another home.
	 * @return the number
	 */
	long socketsReleased();

	/**
	 * Returns the number of sockets that got another home because this instance was taken
	 * for dead.
	 * @return the number
	 */
	long socketsLost();

	/**
	 * Returns how often a limit was reached.
	 * @param limit the limit
	 * @return the number of times somebody was refused because of it
	 */
	long reached(BackendLimit limit);

	/**
	 * Returns the number of events with an outcome.
	 * @param outcome the outcome
	 * @return the number
	 */
	long events(EventOutcome outcome);

	/**
	 * Returns the time spent in event handlers, all together.
	 * @return the time
	 */
	Duration handlerTime();

	/**
	 * Returns the number of events that wait for their turn now.
	 * @return the number
	 */
	int eventsQueued();

	/**
	 * Returns the number of sockets disconnected because their queue was full.
	 * @return the number
	 */
	long queuesOverflowed();

	/**
	 * Returns the number of acknowledgements clients owe now.
	 * @return the number
	 */
	int acksPending();

	/**
	 * Returns the number of acknowledgements that came in time.
	 * @return the number
	 */
	long acksReceived();

	/**
	 * Returns the number of acknowledgements that did not come in time.
	 * @return the number
	 */
	long acksTimedOut();

	/**
	 * Returns the size of the answers kept for broadcasts that are not complete.
	 * @return the number of bytes
	 */
	long answerBytesHeld();

	/**
	 * Returns the number of answers to broadcasts there was no room for.
	 * @return the number
	 */
	long answersDropped();

	/**
	 * Returns the size of fetched sockets that are kept until their fetch is complete.
	 * @return the number of bytes
	 */
	long fetchedBytesHeld();

	/**
	 * Returns the number of fetches that this instance cut off because it held too much.
	 * @return the number
	 */
	long fetchesTruncated();

	/**
	 * Returns the number of events of other instances that were dropped because too many
	 * of the same instance waited for their handlers.
	 * @return the number
	 */
	long serverSideDropped();

	/**
	 * Returns the number of requests distributors have not all answered yet.
	 * @return the number
	 */
	int requestsPending();

	/**
	 * Returns the number of requests some distributor did not answer in time.
	 * @return the number
	 */
	long requestsTimedOut();

	/**
	 * Returns the size of what distributors must be told as soon as the link is not full
	 * any more.
	 * @return the number of bytes
	 */
	long reportBytesHeld();

	/**
	 * Returns the number of messages the link did not take at once because it was full.
	 * @return the number
	 */
	long linkOverloads();

}
