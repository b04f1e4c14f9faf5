package io.distributor.link.redis;

import java.time.Duration;

/**
 * Options of the port over Redis.
 *
 * @param inFlightFrames limit of the frames written and not yet answered by Redis;
 * without one Redis cuts off subscribers that do not keep up
 * @param inFlightBytes limit of their bytes
 * @param publishTimeout how long a publisher waits at most for room in flight; then the
 * frame is dropped
 * @param commandTimeout how long Redis may take to answer before it counts as gone
 * @param reconnectMin shortest wait before connecting again
 * @param reconnectMax longest wait before connecting again; in between it grows, at
 * random
 * @param ioThreads threads of the client, at least 2
 */
public record RedisLinkOptions(int inFlightFrames, int inFlightBytes, Duration publishTimeout, Duration commandTimeout,
		Duration reconnectMin, Duration reconnectMax, int ioThreads) {

	/** What fits most. */
	public static final RedisLinkOptions DEFAULT = new RedisLinkOptions(2_000, 8 * 1024 * 1024, Duration.ofSeconds(2),
			Duration.ofSeconds(5), Duration.ofMillis(50), Duration.ofSeconds(1), 2);

	public RedisLinkOptions {
		require(inFlightFrames > 0, "inFlightFrames", inFlightFrames, "> 0");
		require(inFlightBytes > 0, "inFlightBytes", inFlightBytes, "> 0");
		require(!publishTimeout.isNegative(), "publishTimeout", publishTimeout, ">= 0");
		require(commandTimeout.toMillis() > 0, "commandTimeout", commandTimeout, "> 0");
		require(reconnectMin.toMillis() > 0, "reconnectMin", reconnectMin, "> 0");
		require(reconnectMax.compareTo(reconnectMin) >= 0, "reconnectMax", reconnectMax, ">= reconnectMin");
		require(ioThreads >= 2, "ioThreads", ioThreads, ">= 2");
	}

	private static void require(boolean holds, String name, Object value, String expected) {
		if (!holds) {
			throw new IllegalArgumentException(name + ": " + value + " (expected: " + expected + ")");
		}
	}

}
