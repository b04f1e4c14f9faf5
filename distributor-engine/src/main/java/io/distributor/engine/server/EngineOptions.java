package io.distributor.engine.server;

import java.util.function.Supplier;

import io.distributor.engine.forward.ForwardingOptions;
import io.distributor.engine.transport.SessionOptions;
import io.netty.handler.ssl.SslContext;
import org.jspecify.annotations.Nullable;

/**
 * Options of an Engine.IO server. {@link #builder()} has all defaults.
 *
 * @param host name or address to bind to, or {@code null} for all
 * @param port port to bind to, 0 for any free one
 * @param path path of the requests, beginning and ending with a slash
 * @param session rules of sessions
 * @param http limits of requests
 * @param cors which web pages may connect
 * @param files what is given below the path beside the protocol
 * @param ioTransport how the server talks to the operating system
 * @param ioThreads number of event loops, 0 for one per processor
 * @param sslContexts gives the TLS context of each new connection, so that certificates
 * can change; {@code null} for no TLS
 */
public record EngineOptions(@Nullable String host, int port, String path, SessionOptions session, HttpOptions http,
		CorsOptions cors, FileSource files, IoTransport ioTransport, int ioThreads,
		@Nullable Supplier<SslContext> sslContexts) {

	/** The signature and a length. */
	private static final int FORWARDED_HEADERS = 2;

	private static final int FORWARDED_HEADER_BYTES = 2048;

	public EngineOptions {
		if (port < 0 || port > 65535) {
			throw new IllegalArgumentException("port: " + port + " (expected: 0 to 65535)");
		}
		if (!path.startsWith("/") || !path.endsWith("/")) {
			throw new IllegalArgumentException("path: " + path + " (expected: a slash at both ends)");
		}
		if (ioThreads < 0) {
			throw new IllegalArgumentException("ioThreads: " + ioThreads + " (expected: >= 0)");
		}
	}

	/**
	 * Returns the options of the port that takes what other servers have forwarded: they
	 * have checked it, and add a header.
	 */
	EngineOptions forForwarded(ForwardingOptions forwarding) {
		return new EngineOptions(forwarding.address().getHostAddress(), forwarding.port(), this.path, this.session,
				this.http.withMoreHeaders(FORWARDED_HEADER_BYTES, FORWARDED_HEADERS), this.cors, FileSource.NONE,
				this.ioTransport, this.ioThreads, null);
	}

	/**
	 * Returns a builder with the defaults.
	 * @return the builder
	 */
	public static EngineOptionsBuilder builder() {
		return new EngineOptionsBuilder();
	}

}
