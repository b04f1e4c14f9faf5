package io.distributor.link.redis;

import java.net.SocketAddress;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

import io.lettuce.core.AbstractRedisClient;
import io.lettuce.core.RedisChannelHandler;
import io.lettuce.core.RedisConnectionStateListener;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.listener.Topic;

/**
 * One connection to Redis in both directions, from its connect to its first fault: after
 * that the port makes another one.
 */
final class RedisSession implements RedisConnectionStateListener {

	private static final Logger logger = LoggerFactory.getLogger(RedisSession.class);

	private final AbstractRedisClient client;

	private final RedisLinkOptions options;

	private final Consumer<RedisSession> onLost;

	private final Set<RedisChannelHandler<?, ?>> connections = ConcurrentHashMap.newKeySet();

	private final RedisSubscriber subscriber;

	private @Nullable RedisPublisher publisher;

	private volatile boolean lost;

	private volatile boolean closed;

	RedisSession(LettuceConnectionFactory factory, RedisLinkOptions options, FrameReceiver receiver,
			Consumer<RedisSession> onLost) {
		this.client = factory.getRequiredNativeClient();
		this.options = options;
		this.onLost = onLost;
		this.subscriber = new RedisSubscriber(factory, options, (pattern, channel, frame) -> {
			if (!this.lost && !this.closed) {
				receiver.receive(pattern, channel, frame);
			}
		});
	}

	/**
	 * Connects and subscribes, and waits until both are done.
	 * @throws RuntimeException if Redis is not there
	 */
	RedisPublisher open(Collection<Topic> topics) {
		this.client.addListener(this);
		RedisPublisher publisher = new RedisPublisher(this.client, this.options, this::lost);
		this.publisher = publisher;
		this.subscriber.open(topics);
		return publisher;
	}

	RedisSubscriber subscriber() {
		return this.subscriber;
	}

	boolean isLost() {
		return this.lost;
	}

	@Override
	public void onRedisConnected(RedisChannelHandler<?, ?> connection, SocketAddress address) {
		if (connection instanceof StatefulRedisPubSubConnection) {
			this.connections.add(connection);
		}
	}

	@Override
	public void onRedisDisconnected(RedisChannelHandler<?, ?> connection) {
		if (this.connections.contains(connection)) {
			lost();
		}
	}

	void lost() {
		if (!this.lost && !this.closed) {
			this.lost = true;
			this.onLost.accept(this);
		}
	}

	void close() {
		RedisPublisher publisher = this.publisher;
		if (publisher != null && !this.lost) {
			publisher.drain();
		}
		this.closed = true;
		this.client.removeListener(this);
		try {
			this.subscriber.close(this.lost);
		}
		catch (Exception ex) {
			logger.debug("Closing the subscriptions failed", ex);
		}
		if (publisher != null) {
			publisher.close();
		}
	}

}
