package io.distributor.link.redis;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;

import io.lettuce.core.AbstractRedisClient;
import io.lettuce.core.RedisClient;
import io.lettuce.core.cluster.RedisClusterClient;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import io.lettuce.core.pubsub.api.async.RedisPubSubAsyncCommands;

/**
 * Publishes on a connection of its own that is flushed by hand, with a bounded number of
 * frames in flight. {@link #publish} and {@link #flush} are called by one thread at a
 * time.
 */
final class RedisPublisher {

	private final StatefulRedisPubSubConnection<byte[], byte[]> connection;

	private final RedisPubSubAsyncCommands<byte[], byte[]> commands;

	private final RedisLinkOptions options;

	private final Semaphore frames;

	private final Semaphore bytes;

	private final Runnable onFailure;

	RedisPublisher(AbstractRedisClient client, RedisLinkOptions options, Runnable onFailure) {
		this.connection = connect(client);
		this.connection.setAutoFlushCommands(false);
		this.commands = this.connection.async();
		this.options = options;
		this.frames = new Semaphore(options.inFlightFrames());
		this.bytes = new Semaphore(options.inFlightBytes());
		this.onFailure = onFailure;
	}

	private static StatefulRedisPubSubConnection<byte[], byte[]> connect(AbstractRedisClient client) {
		if (client instanceof RedisClusterClient cluster) {
			return cluster.connectPubSub(ByteArrayCodec.INSTANCE);
		}
		return ((RedisClient) client).connectPubSub(ByteArrayCodec.INSTANCE);
	}

	/**
	 * Publishes a frame.
	 * @param receivers is told how many subscribers got it, -1 if that is not known; not
	 * if it was not written
	 * @return whether it was written; not if there was no room in flight
	 */
	boolean publish(String channel, byte[] frame, LongConsumer receivers) {
		int room = Math.min(frame.length, this.options.inFlightBytes());
		if (!takeRoom(room)) {
			return false;
		}
		this.commands.publish(channel.getBytes(StandardCharsets.UTF_8), frame).whenComplete((number, failure) -> {
			this.bytes.release(room);
			this.frames.release();
			receivers.accept((number != null) ? number : -1);
			if (failure != null) {
				this.onFailure.run();
			}
		});
		return true;
	}

	/** Returns whether half of what may be in flight is free. */
	boolean hasRoom() {
		return this.frames.availablePermits() > this.options.inFlightFrames() / 2
				&& this.bytes.availablePermits() > this.options.inFlightBytes() / 2;
	}

	private boolean takeRoom(int room) {
		if (!this.frames.tryAcquire()) {
			flush();
			if (!awaitRoom(this.frames, 1)) {
				return false;
			}
		}
		if (!this.bytes.tryAcquire(room)) {
			flush();
			if (!awaitRoom(this.bytes, room)) {
				this.frames.release();
				return false;
			}
		}
		return true;
	}

	private boolean awaitRoom(Semaphore semaphore, int permits) {
		try {
			return semaphore.tryAcquire(permits, this.options.publishTimeout().toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

	void flush() {
		this.connection.flushCommands();
	}

	/** Waits until Redis has answered everything, but not for long. */
	void drain() {
		flush();
		if (awaitRoom(this.frames, this.options.inFlightFrames())) {
			this.frames.release(this.options.inFlightFrames());
		}
	}

	void close() {
		this.connection.close();
	}

}
