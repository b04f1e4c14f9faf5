package io.distributor.engine.server;

import java.time.Duration;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Builds {@link HttpOptions}. Not to be shared by threads.
 */
public final class HttpOptionsBuilder {

	private int maxHeaderBytes = 16 * 1024;

	private int maxHeaders = 100;

	private Duration requestTimeout = Duration.ofSeconds(20);

	private Duration idleTimeout = Duration.ofSeconds(75);

	private ProxyOptions proxies = ProxyOptions.NONE;

	private @Nullable CookieOptions cookie;

	private Map<String, String> responseHeaders = Map.of();

	private @Nullable String livenessPath;

	HttpOptionsBuilder() {
	}

	/**
	 * Bytes allowed in the headers of a request. By default 16 KiB.
	 * @param maxHeaderBytes the value
	 * @return this builder
	 */
	public HttpOptionsBuilder maxHeaderBytes(int maxHeaderBytes) {
		this.maxHeaderBytes = maxHeaderBytes;
		return this;
	}

	/**
	 * Number of headers allowed in a request. By default 100.
	 * @param maxHeaders the value
	 * @return this builder
	 */
	public HttpOptionsBuilder maxHeaders(int maxHeaders) {
		this.maxHeaders = maxHeaders;
		return this;
	}

	/**
	 * Time a client has to send a whole request. By default 20 s.
	 * @param requestTimeout the value
	 * @return this builder
	 */
	public HttpOptionsBuilder requestTimeout(Duration requestTimeout) {
		this.requestTimeout = requestTimeout;
		return this;
	}

	/**
	 * Time a connection may stay open between two requests. By default 75 s.
	 * @param idleTimeout the value
	 * @return this builder
	 */
	public HttpOptionsBuilder idleTimeout(Duration idleTimeout) {
		this.idleTimeout = idleTimeout;
		return this;
	}

	/**
	 * Which proxies are believed about the clients they speak for. By default none.
	 * @param proxies the value
	 * @return this builder
	 */
	public HttpOptionsBuilder proxies(ProxyOptions proxies) {
		this.proxies = proxies;
		return this;
	}

	/**
	 * Cookie for new sessions; {@code null}, the default, for none.
	 * @param cookie the value
	 * @return this builder
	 */
	public HttpOptionsBuilder cookie(@Nullable CookieOptions cookie) {
		this.cookie = cookie;
		return this;
	}

	/**
	 * Headers that every response has. By default none.
	 * @param responseHeaders the value
	 * @return this builder
	 */
	public HttpOptionsBuilder responseHeaders(Map<String, String> responseHeaders) {
		this.responseHeaders = responseHeaders;
		return this;
	}

	/**
	 * Path that answers 200, and 503 while the server leaves; {@code null}, the default,
	 * for none.
	 * @param livenessPath the value
	 * @return this builder
	 */
	public HttpOptionsBuilder livenessPath(@Nullable String livenessPath) {
		this.livenessPath = livenessPath;
		return this;
	}

	HttpOptions build() {
		return new HttpOptions(this.maxHeaderBytes, this.maxHeaders, this.requestTimeout, this.idleTimeout,
				this.proxies, this.cookie, this.responseHeaders, this.livenessPath);
	}

}
