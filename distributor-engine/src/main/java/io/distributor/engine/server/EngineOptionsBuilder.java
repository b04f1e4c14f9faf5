package io.distributor.engine.server;

import java.time.Duration;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

import io.distributor.engine.compression.CompressionOptions;
import io.distributor.engine.limit.SessionLimits;
import io.distributor.engine.session.TransportType;
import io.distributor.engine.transport.SessionOptions;
import io.netty.handler.ssl.SslContext;
import org.jspecify.annotations.Nullable;

/**
 * Builds {@link EngineOptions}. Not to be shared by threads.
 */
public final class EngineOptionsBuilder {

	private @Nullable String host;

	private int port = 8001;

	private String path = "/engine.io/";

	private Duration pingInterval = Duration.ofSeconds(25);

	private Duration pingTimeout = Duration.ofSeconds(20);

	private Duration upgradeTimeout = Duration.ofSeconds(10);

	private int maxPayload = 1_000_000;

	private int maxPacketsPerPayload = 10_000;

	private int maxFragments = 1_024;

	private int maxOutboundBytes = 4 * 1024 * 1024;

	private long maxOutboundTotalBytes = Runtime.getRuntime().maxMemory() / 2;

	private SessionLimits sessionLimits = SessionLimits.DEFAULTS;

	private Duration messageTimeout = Duration.ofSeconds(20);

	private long maxIncompleteBytes = 256 * 1024 * 1024;

	private Set<TransportType> transports = Set.of(TransportType.values());

	private boolean allowUpgrades = true;

	private boolean allowRevision3;

	private CompressionOptions compression = CompressionOptions.OFF;

	private final HttpOptionsBuilder http = new HttpOptionsBuilder();

	private CorsOptions cors = CorsOptions.SAME_ORIGIN;

	private FileSource files = FileSource.NONE;

	private IoTransport ioTransport = IoTransport.AUTO;

	private int ioThreads;

	private @Nullable Supplier<SslContext> sslContexts;

	EngineOptionsBuilder() {
	}

	/**
	 * Name or address to bind to; {@code null}, the default, for all.
	 * @param host the value
	 * @return this builder
	 */
	public EngineOptionsBuilder host(@Nullable String host) {
		this.host = host;
		return this;
	}

	/**
	 * Port to bind to, 0 for any free one. By default 8001.
	 * @param port the value
	 * @return this builder
	 */
	public EngineOptionsBuilder port(int port) {
		this.port = port;
		return this;
	}

	/**
	 * Path of the requests, beginning and ending with a slash. By default
	 * {@code /engine.io/}.
	 * @param path the value
	 * @return this builder
	 */
	public EngineOptionsBuilder path(String path) {
		this.path = path;
		return this;
	}

	/**
	 * Time between an answered ping and the next one. By default 25 s.
	 * @param pingInterval the value
	 * @return this builder
	 */
	public EngineOptionsBuilder pingInterval(Duration pingInterval) {
		this.pingInterval = pingInterval;
		return this;
	}

	/**
	 * Time a client has for the answer to a ping. By default 20 s.
	 * @param pingTimeout the value
	 * @return this builder
	 */
	public EngineOptionsBuilder pingTimeout(Duration pingTimeout) {
		this.pingTimeout = pingTimeout;
		return this;
	}

	/**
	 * Time a client has to complete an upgrade. By default 10 s.
	 * @param upgradeTimeout the value
	 * @return this builder
	 */
	public EngineOptionsBuilder upgradeTimeout(Duration upgradeTimeout) {
		this.upgradeTimeout = upgradeTimeout;
		return this;
	}

	/**
	 * Largest POST body and websocket message of a client, in bytes. By default 1 000
	 * 000.
	 * @param maxPayload the value
	 * @return this builder
	 */
	public EngineOptionsBuilder maxPayload(int maxPayload) {
		this.maxPayload = maxPayload;
		return this;
	}

	/**
	 * Number of packets allowed in a POST body. By default 10 000.
	 * @param maxPacketsPerPayload the value
	 * @return this builder
	 */
	public EngineOptionsBuilder maxPacketsPerPayload(int maxPacketsPerPayload) {
		this.maxPacketsPerPayload = maxPacketsPerPayload;
		return this;
	}

	/**
	 * Number of frames allowed in a websocket message. By default 1 024.
	 * @param maxFragments the value
	 * @return this builder
	 */
	public EngineOptionsBuilder maxFragments(int maxFragments) {
		this.maxFragments = maxFragments;
		return this;
	}

	/**
	 * Bytes that may wait for a client to read them. By default 4 MiB.
	 * @param maxOutboundBytes the value
	 * @return this builder
	 */
	public EngineOptionsBuilder maxOutboundBytes(int maxOutboundBytes) {
		this.maxOutboundBytes = maxOutboundBytes;
		return this;
	}

	/**
	 * Bytes that may wait for all clients together to read them. By default half of the
	 * largest heap of the JVM, to which its memory for buffers is bound too.
	 * @param maxOutboundTotalBytes the value
	 * @return this builder
	 */
	public EngineOptionsBuilder maxOutboundTotalBytes(long maxOutboundTotalBytes) {
		this.maxOutboundTotalBytes = maxOutboundTotalBytes;
		return this;
	}

	/**
	 * Number of sessions allowed at the same time. By default 1 000 000.
	 * @param maxSessions the value
	 * @return this builder
	 */
	public EngineOptionsBuilder maxSessions(int maxSessions) {
		this.sessionLimits = this.sessionLimits.withMaxSessions(maxSessions);
		return this;
	}

	/**
	 * Numbers of sessions allowed, in all and by address. By default
	 * {@link SessionLimits#DEFAULTS}.
	 * @param sessionLimits the value
	 * @return this builder
	 */
	public EngineOptionsBuilder sessionLimits(SessionLimits sessionLimits) {
		this.sessionLimits = sessionLimits;
		return this;
	}

	/**
	 * Time in which the next piece of a websocket message that was begun has to come. By
	 * default 20 s.
	 * @param messageTimeout the value
	 * @return this builder
	 */
	public EngineOptionsBuilder messageTimeout(Duration messageTimeout) {
		this.messageTimeout = messageTimeout;
		return this;
	}

	/**
	 * Bytes of request bodies and of websocket messages that all clients together may
	 * have begun and not completed. By default 256 MiB.
	 * @param maxIncompleteBytes the value
	 * @return this builder
	 */
	public EngineOptionsBuilder maxIncompleteBytes(long maxIncompleteBytes) {
		this.maxIncompleteBytes = maxIncompleteBytes;
		return this;
	}

	/**
	 * Transports a client may use. By default all.
	 * @param transports the value
	 * @return this builder
	 */
	public EngineOptionsBuilder transports(Set<TransportType> transports) {
		this.transports = transports;
		return this;
	}

	/**
	 * Whether a client may upgrade from polling to a websocket. By default it may.
	 * @param allowUpgrades the value
	 * @return this builder
	 */
	public EngineOptionsBuilder allowUpgrades(boolean allowUpgrades) {
		this.allowUpgrades = allowUpgrades;
		return this;
	}

	/**
	 * Whether clients of revision 3 of the protocol, which are those of major version 2
	 * of Socket.IO, may connect. By default they may not.
	 * @param allowRevision3 the value
	 * @return this builder
	 */
	public EngineOptionsBuilder allowRevision3(boolean allowRevision3) {
		this.allowRevision3 = allowRevision3;
		return this;
	}

	/**
	 * What is compressed for clients that ask for it. By default nothing.
	 * @param compression the value
	 * @return this builder
	 */
	public EngineOptionsBuilder compression(CompressionOptions compression) {
		this.compression = compression;
		return this;
	}

	/**
	 * Which web pages may connect. By default those of the same origin only.
	 * @param cors the value
	 * @return this builder
	 */
	public EngineOptionsBuilder cors(CorsOptions cors) {
		this.cors = cors;
		return this;
	}

	/**
	 * Limits of requests, and what responses have beside what the protocol asks for.
	 * @param change sets options; may be given several times
	 * @return this builder
	 */
	public EngineOptionsBuilder http(Consumer<HttpOptionsBuilder> change) {
		change.accept(this.http);
		return this;
	}

	/**
	 * What the server gives below its path beside the protocol. By default nothing.
	 * @param files the value
	 * @return this builder
	 */
	public EngineOptionsBuilder files(FileSource files) {
		this.files = files;
		return this;
	}

	/**
	 * How the server talks to the operating system. By default {@link IoTransport#AUTO}.
	 * @param ioTransport the value
	 * @return this builder
	 */
	public EngineOptionsBuilder ioTransport(IoTransport ioTransport) {
		this.ioTransport = ioTransport;
		return this;
	}

	/**
	 * Number of event loops; 0, the default, for one per processor.
	 * @param ioThreads the value
	 * @return this builder
	 */
	public EngineOptionsBuilder ioThreads(int ioThreads) {
		this.ioThreads = ioThreads;
		return this;
	}

	/**
	 * Gives the TLS context of each new connection; {@code null}, the default, for no
	 * TLS.
	 * @param sslContexts the value
	 * @return this builder
	 */
	public EngineOptionsBuilder sslContexts(@Nullable Supplier<SslContext> sslContexts) {
		this.sslContexts = sslContexts;
		return this;
	}

	/**
	 * Builds the options.
	 * @return the options
	 * @throws IllegalArgumentException if a value is out of its range
	 */
	public EngineOptions build() {
		SessionOptions session = new SessionOptions(this.pingInterval, this.pingTimeout, this.upgradeTimeout,
				this.maxPayload, this.maxPacketsPerPayload, this.maxFragments, this.messageTimeout,
				this.maxIncompleteBytes, this.maxOutboundBytes, this.maxOutboundTotalBytes, this.sessionLimits,
				this.transports, this.allowUpgrades, this.allowRevision3, this.compression);
		return new EngineOptions(this.host, this.port, this.path, session, this.http.build(), this.cors, this.files,
				this.ioTransport, this.ioThreads, this.sslContexts);
	}

}
