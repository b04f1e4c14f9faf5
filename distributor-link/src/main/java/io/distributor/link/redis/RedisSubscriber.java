package io.distributor.link.redis;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.function.BiConsumer;

import org.springframework.data.redis.connection.MessageListener;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.data.redis.listener.ChannelTopic;
import org.springframework.data.redis.listener.RedisMessageListenerContainer;
import org.springframework.data.redis.listener.Topic;
import org.springframework.util.backoff.FixedBackOff;

/**
 * Receives through a listener container, on the event loop of its connection: any other
 * executor would change the order. Lives from one connect to the next disconnect; used by
 * the connecting thread of the port.
 */
final class RedisSubscriber {

	private final RedisMessageListenerContainer container = new RedisMessageListenerContainer();

	private final MessageListener listener;

	RedisSubscriber(RedisConnectionFactory factory, RedisLinkOptions options, BiConsumer<String, byte[]> frames) {
		this.listener = (message, pattern) -> frames.accept(new String(message.getChannel(), StandardCharsets.UTF_8),
				message.getBody());
		this.container.setConnectionFactory(factory);
		this.container.setTaskExecutor(Runnable::run);
		this.container.setSubscriptionExecutor(Runnable::run);
		this.container.setRecoveryBackoff(new FixedBackOff(0, 0));
		this.container.setMaxSubscriptionRegistrationWaitingTime(options.commandTimeout().toMillis());
		this.container.afterPropertiesSet();
	}

	/**
	 * Subscribes to the channels and waits until they are.
	 * @throws RuntimeException if Redis is not there
	 */
	void open(Collection<String> channels) {
		if (!channels.isEmpty()) {
			this.container.addMessageListener(this.listener, channels.stream().map(RedisSubscriber::topic).toList());
		}
		this.container.start();
	}

	void subscribe(String channel) {
		this.container.addMessageListener(this.listener, topic(channel));
	}

	void unsubscribe(String channel) {
		this.container.removeMessageListener(this.listener, topic(channel));
	}

	private static Topic topic(String channel) {
		return new ChannelTopic(channel);
	}

	/**
	 * Ends all subscriptions.
	 * @param lost whether the connection is gone, so that there is no answer to wait for
	 */
	void close(boolean lost) throws Exception {
		if (lost) {
			this.container.setMaxSubscriptionRegistrationWaitingTime(1);
		}
		this.container.destroy();
	}

}
