package io.distributor.link.redis;

import java.time.Duration;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.ClientOptions.DisconnectedBehavior;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.SocketOptions.KeepAliveOptions;
import io.lettuce.core.TimeoutOptions;
import io.lettuce.core.metrics.CommandLatencyRecorder;
import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.DefaultClientResources;
import io.lettuce.core.tracing.Tracing;
import org.jspecify.annotations.Nullable;
import org.springframework.data.redis.connection.RedisConfiguration;
import org.springframework.data.redis.connection.RedisPassword;
import org.springframework.data.redis.connection.RedisStandaloneConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceClientConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceClientConfiguration.LettuceClientConfigurationBuilder;
import org.springframework.data.redis.connection.lettuce.LettuceClientConfiguration.LettuceSslClientConfigurationBuilder;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

/**
 * Derives a connection factory of the link's own from the application's: same servers,
 * credentials and encryption, but own threads and nothing that measures or traces every
 * command.
 * <p>
 * Its connections do not reconnect by themselves: the port connects again, so that the
 * first start and every return take the same way.
 */
final class RedisClientFactory {

	private static final Duration KEEP_ALIVE_IDLE = Duration.ofSeconds(5);

	private static final Duration KEEP_ALIVE_INTERVAL = Duration.ofSeconds(2);

	private static final int KEEP_ALIVE_COUNT = 3;

	private final LettuceConnectionFactory application;

	private final RedisLinkOptions options;

	RedisClientFactory(LettuceConnectionFactory application, RedisLinkOptions options) {
		this.application = application;
		this.options = options;
	}

	ClientResources createResources() {
		return DefaultClientResources.builder()
			.ioThreadPoolSize(this.options.ioThreads())
			.computationThreadPoolSize(2)
			.commandLatencyRecorder(CommandLatencyRecorder.disabled())
			.tracing(Tracing.disabled())
			.build();
	}

	LettuceConnectionFactory create(ClientResources resources) {
		LettuceConnectionFactory factory = new LettuceConnectionFactory(servers(), client(resources));
		factory.setShareNativeConnection(false);
		factory.afterPropertiesSet();
		factory.start();
		return factory;
	}

	private RedisConfiguration servers() {
		if (this.application.isClusterAware()) {
			return present(this.application.getClusterConfiguration(), "cluster");
		}
		if (this.application.isRedisSentinelAware()) {
			return present(this.application.getSentinelConfiguration(), "Sentinel");
		}
		RedisConfiguration socket = this.application.getSocketConfiguration();
		return (socket != null) ? socket : standalone();
	}

	/** A factory made of a general configuration tells host and port, but no object. */
	private RedisConfiguration standalone() {
		RedisStandaloneConfiguration servers = new RedisStandaloneConfiguration(this.application.getHostName(),
				this.application.getPort());
		servers.setDatabase(this.application.getDatabase());
		servers.setPassword(RedisPassword.of(this.application.getPassword()));
		RedisStandaloneConfiguration existing = this.application.getStandaloneConfiguration();
		if (existing != null) {
			servers.setUsername(existing.getUsername());
		}
		return servers;
	}

	private static RedisConfiguration present(@Nullable RedisConfiguration configuration, String kind) {
		if (configuration == null) {
			throw new IllegalStateException("The connection factory has no " + kind + " configuration");
		}
		return configuration;
	}

	private LettuceClientConfiguration client(ClientResources resources) {
		LettuceClientConfiguration existing = this.application.getClientConfiguration();
		LettuceClientConfigurationBuilder builder = LettuceClientConfiguration.builder()
			.clientResources(resources)
			.clientOptions(clientOptions(existing))
			.commandTimeout(this.options.commandTimeout())
			.shutdownTimeout(Duration.ZERO)
			.shutdownQuietPeriod(Duration.ZERO);
		existing.getClientName().ifPresent(builder::clientName);
		existing.getRedisCredentialsProviderFactory().ifPresent(builder::redisCredentialsProviderFactory);
		if (existing.isUseSsl()) {
			LettuceSslClientConfigurationBuilder ssl = builder.useSsl().verifyPeer(existing.getVerifyMode());
			if (existing.isStartTls()) {
				ssl.startTls();
			}
		}
		return builder.build();
	}

	private ClientOptions clientOptions(LettuceClientConfiguration existing) {
		ClientOptions options = existing.getClientOptions().orElseGet(ClientOptions::create);
		SocketOptions socketOptions = options.getSocketOptions()
			.mutate()
			.keepAlive(KeepAliveOptions.builder()
				.enable()
				.idle(KEEP_ALIVE_IDLE)
				.interval(KEEP_ALIVE_INTERVAL)
				.count(KEEP_ALIVE_COUNT)
				.build())
			.build();
		return options.mutate()
			.autoReconnect(false)
			.disconnectedBehavior(DisconnectedBehavior.REJECT_COMMANDS)
			.timeoutOptions(TimeoutOptions.enabled())
			.socketOptions(socketOptions)
			.build();
	}

}
