package io.distributor.link.redis;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.lettuce.core.RedisURI;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import redis.embedded.RedisExecProvider;

/**
 * A Redis for tests: that of {@code DISTRIBUTOR_TEST_REDIS_URL}, else a process of our
 * own from {@code redis-server} on the path or from the embedded one. One of our own can
 * be stopped and started again on its port.
 */
public final class TestRedis implements AutoCloseable {

	private final RedisURI uri;

	private final boolean own;

	private @Nullable Process process;

	private TestRedis(RedisURI uri, boolean own) {
		this.uri = uri;
		this.own = own;
	}

	/** Finds or starts a Redis. */
	public static TestRedis start() throws IOException {
		String url = System.getenv("DISTRIBUTOR_TEST_REDIS_URL");
		if (url != null && !url.isBlank()) {
			return new TestRedis(RedisURI.create(url), false);
		}
		TestRedis redis = stopped();
		redis.startAgain();
		return redis;
	}

	/** Returns a Redis of our own that is not yet started. */
	public static TestRedis stopped() throws IOException {
		try (ServerSocket socket = new ServerSocket(0)) {
			return new TestRedis(RedisURI.create("127.0.0.1", socket.getLocalPort()), true);
		}
	}

	public boolean canBeStopped() {
		return this.own;
	}

	public void startAgain() throws IOException {
		this.process = new ProcessBuilder(executable(), "--port", String.valueOf(this.uri.getPort()), "--bind",
				"127.0.0.1", "--save", "", "--appendonly", "no")
			.redirectErrorStream(true)
			.redirectOutput(ProcessBuilder.Redirect.DISCARD)
			.start();
		Awaitility.await().atMost(Duration.ofSeconds(20)).until(this::answers);
	}

	private boolean answers() {
		try (Socket socket = new Socket(InetAddress.getByName(this.uri.getHost()), this.uri.getPort())) {
			socket.getOutputStream().write("PING\r\n".getBytes());
			return socket.getInputStream().read() == '+';
		}
		catch (IOException ex) {
			return false;
		}
	}

	private static String executable() throws IOException {
		String path = System.getenv().getOrDefault("PATH", "");
		return Stream.of(path.split(Pattern.quote(File.pathSeparator)))
			.map((folder) -> new File(folder, "redis-server"))
			.filter(File::canExecute)
			.findFirst()
			.orElseGet(TestRedis::embedded)
			.getPath();
	}

	private static File embedded() {
		try {
			return RedisExecProvider.defaultProvider().get();
		}
		catch (IOException ex) {
			throw new IllegalStateException("No redis-server for this machine", ex);
		}
	}

	public void stop() throws InterruptedException {
		Process process = this.process;
		if (process != null) {
			process.destroyForcibly();
			process.waitFor(10, TimeUnit.SECONDS);
			this.process = null;
		}
	}

	/** Returns a connection factory as an application has one, started. */
	public LettuceConnectionFactory connectionFactory() {
		LettuceConnectionFactory factory = new LettuceConnectionFactory(
				LettuceConnectionFactory.createRedisConfiguration(this.uri));
		factory.afterPropertiesSet();
		factory.start();
		return factory;
	}

	@Override
	public void close() throws InterruptedException {
		stop();
	}

}
