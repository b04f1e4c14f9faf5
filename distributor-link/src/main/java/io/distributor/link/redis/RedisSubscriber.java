package io.distributor.link.redis;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;

import org.springframework.data.redis.connection.MessageListener;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.data.redis.listener.PatternTopic;
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

	private final MessageListener channelListener;

	private final MessageListener patternListener;

	RedisSubscriber(RedisConnectionFactory factory, RedisLinkOptions options, FrameReceiver receiver) {
		this.channelListener = (message, pattern) -> receiver.receive(null, text(message.getChannel()),
				message.getBody());
		this.patternListener = (message, pattern) -> receiver.receive((pattern != null) ? text(pattern) : null,
				text(message.getChannel()), message.getBody());
		this.container.setConnectionFactory(factory);
		this.container.setTaskExecutor(Runnable::run);
		this.container.setSubscriptionExecutor(Runnable::run);
		this.container.setRecoveryBackoff(new FixedBackOff(0, 0));
		this.container.setMaxSubscriptionRegistrationWaitingTime(options.commandTimeout().toMillis());
		this.container.afterPropertiesSet();
	}

	private static String text(byte[] name) {
		return new String(name, StandardCharsets.UTF_8);
	}

	/**
	 * Subscribes to the topics and waits until they are.
	 * @throws RuntimeException if Redis is not there
	 */
	void open(Collection<Topic> topics) {
		List<Topic> patterns = topics.stream().filter(PatternTopic.class::isInstance).toList();
		List<Topic> channels = topics.stream().filter((topic) -> !(topic instanceof PatternTopic)).toList();
		if (!channels.isEmpty()) {
			this.container.addMessageListener(this.channelListener, channels);
		}
		if (!patterns.isEmpty()) {
			this.container.addMessageListener(this.patternListener, patterns);
		}
		this.container.start();
	}

	void subscribe(Topic topic) {
		this.container.addMessageListener(listener(topic), topic);
	}

	void unsubscribe(Topic topic) {
		this.container.removeMessageListener(listener(topic), topic);
	}

	private MessageListener listener(Topic topic) {
		return (topic instanceof PatternTopic) ? this.patternListener : this.channelListener;
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
