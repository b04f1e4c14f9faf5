package io.distributor.link;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * Counts of a link since its start, and what it holds now. May be read from any thread.
 */
public interface LinkStatistics {

	/**
	 * Returns the frames published.
	 * @return their number
	 */
	long framesOut();

	/**
	 * Returns the frames received, those for others too.
	 * @return their number
	 */
	long framesIn();

	/**
	 * Returns the messages sent, a broadcast counted once.
	 * @return their number
	 */
	long messagesOut();

	/**
	 * Returns the messages handed to the listener.
	 * @return their number
	 */
	long messagesIn();

	/**
	 * Returns the entries sent again because a receiver missed them.
	 * @return their number
	 */
	long resent();

	/**
	 * Returns the entries received again and dropped.
	 * @return their number
	 */
	long duplicates();

	/**
	 * Returns how often entries were missing and had to be asked for.
	 * @return the number of gaps
	 */
	long gaps();

	/**
	 * Returns the frames dropped because too much was held already; they are asked for
	 * again.
	 * @return their number
	 */
	long heldDropped();

	/**
	 * Returns the droppable (volatile) messages that were dropped.
	 * @return their number
	 */
	long volatileDropped();

	/**
	 * Returns the messages that were not taken because too much was waiting.
	 * @return their number
	 */
	long refused();

	/**
	 * Returns the messages to nodes that are not there.
	 * @return their number
	 */
	long undeliverable();

	/**
	 * Returns the frames and entries that could not be read.
	 * @return their number
	 */
	long unreadable();

	/**
	 * Returns the frames dropped because their signature was missing, wrong or used
	 * before, or because there were too many nodes.
	 * @return their number
	 */
	long rejected();

	/**
	 * Returns the nodes that were taken for dead because they acknowledged nothing,
	 * though they were heard.
	 * @return their number
	 */
	long stalled();

	/**
	 * Returns how often this node had to take a new id because others took it for dead.
	 * @return the number of restarts
	 */
	long identityRestarts();

	/**
	 * Returns what waits for the writer.
	 * @return bytes
	 */
	long queueBytes();

	/**
	 * Returns what waits for acknowledgements, of all receivers together.
	 * @return bytes
	 */
	long logBytes();

	/**
	 * Returns how many of this node's own heartbeats were heard by itself: about one for
	 * each interval. The link is as far for them as for what others are sent.
	 * @return their number
	 */
	long heartbeatsHeard();

	/**
	 * Returns the time these heartbeats took from being published until they were heard,
	 * all together.
	 * @return the time
	 */
	Duration heartbeatTime();

	/**
	 * Returns how often the link was cut off.
	 * @return the number of outages
	 */
	long outages();

	/**
	 * Returns the length of the last outage that is over.
	 * @return the length, zero if there was none
	 */
	Duration lastOutage();

	/**
	 * Returns how long the link was cut off in all, an outage that lasts included.
	 * @return the sum, zero if there was none
	 */
	Duration outageTime();

	/**
	 * Returns why the link is cut off.
	 * @return the reason, for people; {@code null} while there is no outage
	 */
	@Nullable String outageReason();

}
