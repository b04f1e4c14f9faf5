package io.distributor.link.redis;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

import io.distributor.link.port.LinkPortListener;
import io.distributor.link.port.PatternPort;
import io.lettuce.core.resource.ClientResources;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.listener.Topic;

/**
 * A port over Redis pub/sub: standalone, Sentinel or cluster.
 * <p>
 * Threads: one of its own connects, subscribes and tells {@code onUp} and {@code onDown};
 * frames come on the event loop of the subscribed connection. A Redis that is not there,
 * at the start or later, is waited for without end; nothing throws.
 */
public final class RedisLinkPort implements PatternPort {

	private static final Logger logger = LoggerFactory.getLogger(RedisLinkPort.class);

	private static final long CLOSE_SECONDS = 10;

	private static final LongConsumer NOBODY_ASKS = (receivers) -> {
	};

	private final RedisLinkOptions options;

	private final RedisClientFactory clientFactory;

	private final Set<Topic> topics = ConcurrentHashMap.newKeySet();

	private final LongAdder dropped = new LongAdder();

	private final ReconnectDelay delay;

	private final ScheduledExecutorService connecting = Executors.newSingleThreadScheduledExecutor((task) -> {
		Thread thread = new Thread(task, "distributor-link-redis");
		thread.setDaemon(true);
		return thread;
	});

	private volatile @Nullable RedisPublisher publisher;

	private volatile @Nullable LinkPortListener listener;

	private volatile boolean closed;

	// What follows is used by the connecting thread only.

	private @Nullable ClientResources resources;

	private @Nullable LettuceConnectionFactory factory;

	private @Nullable RedisSession session;

	private RedisLinkPort(RedisClientFactory clientFactory, RedisLinkOptions options) {
		this.clientFactory = clientFactory;
		this.options = options;
		this.delay = new ReconnectDelay(options);
	}

	/**
	 * Creates a port to the Redis that an application uses, over connections of its own.
	 * @param applicationFactory the application's connection factory; it is read, and
	 * never changed or closed
	 * @param options options
	 * @return the port, not yet open
	 */
	public static RedisLinkPort create(LettuceConnectionFactory applicationFactory, RedisLinkOptions options) {
		return new RedisLinkPort(new RedisClientFactory(applicationFactory, options), options);
	}

	@Override
	public void open(LinkPortListener listener) {
		this.listener = listener;
		later(this::connect, 0);
	}

	private void connect() {
		if (this.closed || this.session != null) {
			return;
		}
		RedisSession session = null;
		try {
			session = new RedisSession(factory(), this.options, this::receive, this::lost);
			RedisPublisher publisher = session.open(Set.copyOf(this.topics));
			if (session.isLost()) {
				throw new IllegalStateException("The connection was lost at once");
			}
			this.session = session;
			this.publisher = publisher;
			this.delay.reset();
			tell(LinkPortListener::onUp);
		}
		catch (RuntimeException ex) {
			failed(session, ex);
		}
	}

	private void failed(@Nullable RedisSession session, RuntimeException ex) {
		logger.debug("Connecting to Redis failed", ex);
		if (session != null) {
			session.close();
		}
		tellDown("no connection to Redis: " + ConnectFailure.describe(ex));
		connectLater();
	}

	private void connectLater() {
		later(this::connect, this.delay.nextMillis());
	}

	private LettuceConnectionFactory factory() {
		LettuceConnectionFactory factory = this.factory;
		if (factory == null) {
			ClientResources resources = this.clientFactory.createResources();
			this.resources = resources;
			factory = this.clientFactory.create(resources);
			this.factory = factory;
		}
		return factory;
	}

	private void receive(@Nullable String pattern, String channel, byte[] frame) {
		LinkPortListener listener = this.listener;
		if (listener != null && pattern != null) {
			listener.onPatternFrame(pattern, channel, frame);
		}
		else if (listener != null) {
			listener.onFrame(channel, frame);
		}
	}

	/** Called on an event loop. */
	private void lost(RedisSession session) {
		later(() -> {
			if (session == this.session) {
				this.session = null;
				this.publisher = null;
				tellDown("the connection to Redis was lost");
				session.close();
				connectLater();
			}
		}, 0);
	}

	private void tellDown(String reason) {
		tell((listener) -> listener.onDown(reason));
	}

	private void tell(Consumer<LinkPortListener> event) {
		LinkPortListener listener = this.listener;
		if (listener != null && !this.closed) {
			try {
				event.accept(listener);
			}
			catch (RuntimeException ex) {
				logger.error("The listener of the port failed", ex);
			}
		}
	}

	private void later(Runnable task, long delayMillis) {
		try {
			this.connecting.schedule(task, delayMillis, TimeUnit.MILLISECONDS);
		}
		catch (RejectedExecutionException ex) {
			logger.debug("The port is closed");
		}
	}

	@Override
	public void publish(String channel, byte[] frame) {
		publish(channel, frame, NOBODY_ASKS);
	}

	@Override
	public void publish(String channel, byte[] frame, LongConsumer receivers) {
		RedisPublisher publisher = this.publisher;
		if (publisher == null || !publisher.publish(channel, frame, receivers)) {
			this.dropped.increment();
			receivers.accept(-1);
		}
	}

	@Override
	public void flush() {
		RedisPublisher publisher = this.publisher;
		if (publisher != null) {
			publisher.flush();
		}
	}

	@Override
	public boolean hasRoom() {
		RedisPublisher publisher = this.publisher;
		return publisher != null && publisher.hasRoom();
	}

	/**
	 * Returns the frames that were dropped: while Redis was away, or because too many
	 * were in flight.
	 * @return their number
	 */
	public long dropped() {
		return this.dropped.sum();
	}

	@Override
	public void subscribe(String channel) {
		add(Topic.channel(channel));
	}

	@Override
	public void subscribePattern(String pattern) {
		add(Topic.pattern(pattern));
	}

	private void add(Topic topic) {
		if (this.topics.add(topic)) {
			inSession((session) -> {
				if (this.topics.contains(topic)) {
					session.subscriber().subscribe(topic);
				}
			});
		}
	}

	@Override
	public void unsubscribe(String channel) {
		remove(Topic.channel(channel));
	}

	@Override
	public void unsubscribePattern(String pattern) {
		remove(Topic.pattern(pattern));
	}

	private void remove(Topic topic) {
		if (this.topics.remove(topic)) {
			inSession((session) -> {
				if (!this.topics.contains(topic)) {
					session.subscriber().unsubscribe(topic);
				}
			});
		}
	}

	private void inSession(Consumer<RedisSession> change) {
		later(() -> {
			RedisSession session = this.session;
			if (session != null) {
				try {
					change.accept(session);
				}
				catch (RuntimeException ex) {
					logger.debug("Changing a subscription failed", ex);
					session.lost();
				}
			}
		}, 0);
	}

	@Override
	public void close() {
		if (this.closed) {
			return;
		}
		this.closed = true;
		try {
			this.connecting.submit(this::closeAll).get(CLOSE_SECONDS, TimeUnit.SECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		catch (ExecutionException | TimeoutException ex) {
			logger.warn("Closing the connection to Redis failed", ex);
		}
		this.connecting.shutdownNow();
	}

	private void closeAll() {
		this.publisher = null;
		if (this.session != null) {
			this.session.close();
		}
		if (this.factory != null) {
			this.factory.destroy();
		}
		if (this.resources != null) {
			this.resources.shutdown(0, 1, TimeUnit.SECONDS);
		}
	}

}
