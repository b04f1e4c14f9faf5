package io.distributor.link;

import java.time.Duration;
import java.util.Objects;

/**
 * Options of a link. All nodes of a fleet should have the same.
 *
 * @param prefix what the names of all channels begin with: 1 to 64 characters
 * @param heartbeat interval of the heartbeats; at least 10 ms
 * @param deadAfter silence after which a node is taken for dead; more than twice
 * {@code heartbeat}
 * @param settle time from the link being up until {@link LinkListener#onUp}; a live node
 * answers the hello of another one at once, so a multiple of the usual pause of a process
 * is enough
 * @param ackDelay longest wait for something else to send before an acknowledgement
 * travels alone
 * @param gapDelay how long frames that overtook others wait for them before they are
 * asked for
 * @param retryDelay wait before something unanswered is asked or told again; grows up to
 * ten times of it
 * @param queueBytes limit of what waits for the writer, in bytes
 * @param logBytes limit of what is kept for one receiver until it acknowledges it, in
 * bytes; messages that may be dropped are dropped from half of it
 * @param heldBytes limit of what is held of one sender because something before it is
 * missing, in bytes
 * @param batchBytes size at which a frame is published, in bytes; a larger message
 * travels alone
 * @param batchMessages number of messages at which a frame is published
 * @param sendTimeout how long {@code send} and {@code broadcast} wait at most while the
 * limits are reached before they fail; zero: they never wait. Must be zero where event
 * loops send
 * @param closeTimeout how long {@link Link#close} waits at most for acknowledgements of
 * what was sent
 * @param secrets what frames are signed with
 * @param stalledAfter time without any acknowledgement, while there is something to
 * acknowledge, after which a node that is still heard is taken for dead; positive, and
 * best a multiple of {@code deadAfter}
 */
public record LinkOptions(String prefix, Duration heartbeat, Duration deadAfter, Duration settle, Duration ackDelay,
		Duration gapDelay, Duration retryDelay, int queueBytes, int logBytes, int heldBytes, int batchBytes,
		int batchMessages, Duration sendTimeout, Duration closeTimeout, LinkSecrets secrets, Duration stalledAfter) {

	private static final int MAX_PREFIX = 64;

	private static final int MEBIBYTE = 1024 * 1024;

	private static final Duration STALLED_AFTER = Duration.ofSeconds(10);

	/** What fits most fleets. */
	public static final LinkOptions DEFAULT = new LinkOptions("distributor", Duration.ofSeconds(1),
			Duration.ofSeconds(5), Duration.ofSeconds(1), Duration.ofMillis(50), Duration.ofMillis(5),
			Duration.ofMillis(200), 32 * MEBIBYTE, 32 * MEBIBYTE, 8 * MEBIBYTE, 64 * 1024, 512, Duration.ZERO,
			Duration.ofSeconds(2));

	public LinkOptions {
		Objects.requireNonNull(prefix, "prefix");
		require(!prefix.isBlank() && prefix.length() <= MAX_PREFIX, "prefix", prefix, "1 to 64 characters");
		require(heartbeat.toMillis() >= 10, "heartbeat", heartbeat, ">= 10 ms");
		require(deadAfter.compareTo(heartbeat.multipliedBy(2)) > 0, "deadAfter", deadAfter, "> 2 * heartbeat");
		requireNotNegative("settle", settle);
		requireNotNegative("ackDelay", ackDelay);
		requireNotNegative("gapDelay", gapDelay);
		require(retryDelay.toMillis() > 0, "retryDelay", retryDelay, "> 0");
		require(queueBytes > 0, "queueBytes", queueBytes, "> 0");
		require(logBytes > 0, "logBytes", logBytes, "> 0");
		require(heldBytes > 0, "heldBytes", heldBytes, "> 0");
		require(batchBytes > 0, "batchBytes", batchBytes, "> 0");
		require(batchMessages > 0, "batchMessages", batchMessages, "> 0");
		requireNotNegative("sendTimeout", sendTimeout);
		requireNotNegative("closeTimeout", closeTimeout);
		require(stalledAfter.toMillis() > 0, "stalledAfter", stalledAfter, "> 0");
	}

	/**
	 * Creates options of a link whose frames are not signed, and on which a node is
	 * stalled after 10 s.
	 * @param prefix see {@link #prefix()}
	 * @param heartbeat see {@link #heartbeat()}
	 * @param deadAfter see {@link #deadAfter()}
	 * @param settle see {@link #settle()}
	 * @param ackDelay see {@link #ackDelay()}
	 * @param gapDelay see {@link #gapDelay()}
	 * @param retryDelay see {@link #retryDelay()}
	 * @param queueBytes see {@link #queueBytes()}
	 * @param logBytes see {@link #logBytes()}
	 * @param heldBytes see {@link #heldBytes()}
	 * @param batchBytes see {@link #batchBytes()}
	 * @param batchMessages see {@link #batchMessages()}
	 * @param sendTimeout see {@link #sendTimeout()}
	 * @param closeTimeout see {@link #closeTimeout()}
	 */
	public LinkOptions(String prefix, Duration heartbeat, Duration deadAfter, Duration settle, Duration ackDelay,
			Duration gapDelay, Duration retryDelay, int queueBytes, int logBytes, int heldBytes, int batchBytes,
			int batchMessages, Duration sendTimeout, Duration closeTimeout) {
		this(prefix, heartbeat, deadAfter, settle, ackDelay, gapDelay, retryDelay, queueBytes, logBytes, heldBytes,
				batchBytes, batchMessages, sendTimeout, closeTimeout, LinkSecrets.NONE, STALLED_AFTER);
	}

	private static void requireNotNegative(String name, Duration value) {
		require(!value.isNegative(), name, value, ">= 0");
	}

	private static void require(boolean holds, String name, Object value, String expected) {
		if (!holds) {
			throw new IllegalArgumentException(name + ": " + value + " (expected: " + expected + ")");
		}
	}

	/**
	 * Returns these options with another prefix.
	 * @param prefix what the names of all channels begin with
	 * @return the options
	 */
	public LinkOptions withPrefix(String prefix) {
		return new LinkOptions(prefix, this.heartbeat, this.deadAfter, this.settle, this.ackDelay, this.gapDelay,
				this.retryDelay, this.queueBytes, this.logBytes, this.heldBytes, this.batchBytes, this.batchMessages,
				this.sendTimeout, this.closeTimeout, this.secrets, this.stalledAfter);
	}

	/**
	 * Returns these options with other times of liveness.
	 * @param heartbeat interval of the heartbeats
	 * @param deadAfter silence after which a node is taken for dead
	 * @param settle time from the link being up until {@link LinkListener#onUp}
	 * @return the options
	 */
	public LinkOptions withHeartbeat(Duration heartbeat, Duration deadAfter, Duration settle) {
		return new LinkOptions(this.prefix, heartbeat, deadAfter, settle, this.ackDelay, this.gapDelay, this.retryDelay,
				this.queueBytes, this.logBytes, this.heldBytes, this.batchBytes, this.batchMessages, this.sendTimeout,
				this.closeTimeout, this.secrets, this.stalledAfter);
	}

	/**
	 * Returns these options with other limits.
	 * @param queueBytes limit of what waits for the writer, in bytes
	 * @param logBytes limit of what is kept for one receiver, in bytes
	 * @param sendTimeout how long to wait at most while the limits are reached
	 * @return the options
	 */
	public LinkOptions withLimits(int queueBytes, int logBytes, Duration sendTimeout) {
		return new LinkOptions(this.prefix, this.heartbeat, this.deadAfter, this.settle, this.ackDelay, this.gapDelay,
				this.retryDelay, queueBytes, logBytes, this.heldBytes, this.batchBytes, this.batchMessages, sendTimeout,
				this.closeTimeout, this.secrets, this.stalledAfter);
	}

	/**
	 * Returns these options with frames signed.
	 * @param secrets what frames are signed with
	 * @return the options
	 */
	public LinkOptions withSecrets(LinkSecrets secrets) {
		return new LinkOptions(this.prefix, this.heartbeat, this.deadAfter, this.settle, this.ackDelay, this.gapDelay,
				this.retryDelay, this.queueBytes, this.logBytes, this.heldBytes, this.batchBytes, this.batchMessages,
				this.sendTimeout, this.closeTimeout, secrets, this.stalledAfter);
	}

	/**
	 * Returns these options with another patience with nodes that acknowledge nothing.
	 * @param stalledAfter see {@link #stalledAfter()}
	 * @return the options
	 */
	public LinkOptions withStalledAfter(Duration stalledAfter) {
		return new LinkOptions(this.prefix, this.heartbeat, this.deadAfter, this.settle, this.ackDelay, this.gapDelay,
				this.retryDelay, this.queueBytes, this.logBytes, this.heldBytes, this.batchBytes, this.batchMessages,
				this.sendTimeout, this.closeTimeout, this.secrets, stalledAfter);
	}

}
