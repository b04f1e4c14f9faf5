package io.distributor.test.redis;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * The Redis of a URL in the environment.
 */
final class GivenRedis implements RedisSource {

	/** Name of the variable. */
	static final String URL = "DISTRIBUTOR_TEST_REDIS_URL";

	private static final int DEFAULT_PORT = 6379;

	private static final Duration PATIENCE = Duration.ofSeconds(5);

	private final String url;

	GivenRedis(Map<String, String> environment) {
		this.url = environment.getOrDefault(URL, "").trim();
	}

	@Override
	public TestRedis open() throws RedisUnavailableException {
		if (this.url.isEmpty()) {
			throw new RedisUnavailableException(URL + " is not set");
		}
		URI uri = parse();
		connect(uri);
		return new FoundRedis(uri, URL);
	}

	private URI parse() {
		try {
			URI uri = URI.create(this.url);
			if (uri.getHost() != null && uri.getScheme() != null) {
				return uri;
			}
			throw unusable(null);
		}
		catch (IllegalArgumentException ex) {
			throw unusable(ex);
		}
	}

	private IllegalStateException unusable(@Nullable Exception cause) {
		return new IllegalStateException(URL + ": '" + this.url + "' (expected: redis://host:port)", cause);
	}

	/**
	 * Nothing is said: what a server with a password or with TLS wants to hear is not
	 * known here.
	 */
	private void connect(URI uri) {
		int port = (uri.getPort() >= 0) ? uri.getPort() : DEFAULT_PORT;
		try (Socket socket = new Socket()) {
			socket.connect(new InetSocketAddress(uri.getHost(), port), (int) PATIENCE.toMillis());
		}
		catch (IOException ex) {
			throw new IllegalStateException("Nothing listens on " + uri.getHost() + ":" + port
					+ ", which tests should use: start that Redis or unset " + URL, ex);
		}
	}

}
