package io.distributor.autoconfigure;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.distributor.engine.server.ForwardedHeader;
import io.distributor.engine.server.IoTransport;
import io.distributor.engine.session.TransportType;
import io.netty.handler.codec.http.cookie.CookieHeaderNames.SameSite;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * The Socket.IO server of a distributor.
 *
 * @param engine Server that holds the connections of clients.
 * @param port Port to listen on, 0 for any free one.
 * @param address Address to listen on. When unset, all addresses of the machine.
 * @param path Path of the requests, with a slash at both ends.
 * @param namespaces Namespaces that clients may join, with or without the leading slash.
 * When empty, all that live backends own.
 * @param transports Transports that clients may use.
 * @param serveClient Whether the files of the JavaScript client are given below the path,
 * if the webjar 'socket.io-client' is on the class path.
 * @param allowEio3 Whether clients of major version 2 may connect, which speak revision 3
 * of Engine.IO.
 * @param pingInterval Time between an answered ping and the next one.
 * @param pingTimeout Time a client has for the answer to a ping.
 * @param upgradeTimeout Time a client has to move from polling to a websocket.
 * @param connectTimeout Time a client may be without any namespace.
 * @param backendWait Time a client that joins a namespace waits for its answer, a backend
 * to come included.
 * @param adoptionWait Time a client whose backend instance is gone keeps its connection
 * while there is no other instance.
 * @param drain Time clients have to leave on shutdown.
 * @param maxPayload Largest request body and largest websocket message of a client.
 * @param ioTransport What sockets of the operating system are used by.
 * @param ioThreads Number of I/O threads, 0 for one per processor.
 * @param compression What is compressed for clients that ask for it.
 * @param cors Web pages of other origins that may connect.
 * @param ssl Encryption.
 * @param trustedProxies Addresses of proxies that are believed about the clients they
 * speak for, single or as ranges like '10.0.0.0/8'.
 * @param forwardedHeader Header in which trusted proxies say for whom they speak.
 * @param cookie Cookie with the id of a new session.
 * @param responseHeaders Headers that every response has.
 * @param livenessPath Path that answers 200, and 503 while the distributor leaves, such
 * as '/health/live'. When unset, there is none.
 * @param forwarding Requests that reach another distributor than that of their session.
 * @param limits Limits against clients that ask for too much.
 */
@ConfigurationProperties("distributor.server")
@Validated
public record ServerProperties(@DefaultValue("built-in") Engine engine,
		@DefaultValue("8001") @Min(0) @Max(65535) int port, @Nullable InetAddress address,
		@DefaultValue("/socket.io/") @Pattern(regexp = "/(.*/)?",
				message = "must have a slash at both ends") String path,
		@DefaultValue Set<String> namespaces, @DefaultValue( {
				"polling", "websocket" }) @NotEmpty Set<TransportType> transports,
		@DefaultValue("true") boolean serveClient, @DefaultValue("false") boolean allowEio3,
		@DefaultValue("25s") @DurationMin(millis = 1) Duration pingInterval,
		@DefaultValue("20s") @DurationMin(millis = 1) Duration pingTimeout,
		@DefaultValue("10s") @DurationMin(millis = 1) Duration upgradeTimeout,
		@DefaultValue("45s") @DurationMin(millis = 1) Duration connectTimeout,
		@DefaultValue("10s") @DurationMin(millis = 1) Duration backendWait,
		@DefaultValue("30s") @DurationMin(millis = 1) Duration adoptionWait,
		@DefaultValue("20s") @DurationMin(millis = 1) Duration drain, @DefaultValue("1000000B") DataSize maxPayload,
		@DefaultValue("auto") IoTransport ioTransport, @DefaultValue("0") @PositiveOrZero int ioThreads,
		@DefaultValue @Valid Compression compression, @DefaultValue @Valid Cors cors, @DefaultValue @Valid Ssl ssl,
		@DefaultValue List<String> trustedProxies, @DefaultValue("x-forwarded") ForwardedHeader forwardedHeader,
		@DefaultValue @Valid Cookie cookie, @DefaultValue Map<String, String> responseHeaders,
		@Nullable @Pattern(regexp = "/.*", message = "must begin with a slash") String livenessPath,
		@DefaultValue @Valid Forwarding forwarding, @DefaultValue @Valid Limits limits){

	/**
	 * What holds the connections of clients.
	 */
	public enum Engine {

		/** A server of the distributor's own. */
		BUILT_IN,

		/** The {@code SocketIOServer} bean of the application. */
		NETTY_SOCKETIO

	}

	/**
	 * What is compressed for clients that ask for it.
	 *
	 * @param websocket Whether messages on websockets may be compressed, in both
	 * directions.
	 * @param http Whether responses to polls may be compressed.
	 * @param threshold Size from which on something is compressed.
	 */
	public record Compression(@DefaultValue("false") boolean websocket, @DefaultValue("false") boolean http,
			@DefaultValue("1KB") DataSize threshold) {

	}

	/**
	 * Web pages of other origins that may connect.
	 *
	 * @param allowedOrigins Origins of web pages that may connect beside the same origin,
	 * such as 'https://example.com' or 'https://*.example.com', or '*' for all.
	 * @param allowCredentials Whether such pages may send cookies. Not together with '*'.
	 * @param allowedHeaders Names of headers that scripts of such pages may set, or '*'
	 * for whatever they ask for.
	 * @param maxAge Time a browser may remember the answer to a preflight request.
	 */
	public record Cors(@DefaultValue Set<String> allowedOrigins, @DefaultValue("false") boolean allowCredentials,
			@DefaultValue Set<String> allowedHeaders, @DefaultValue("30m") @DurationMin Duration maxAge) {

	}

	/**
	 * Encryption.
	 *
	 * @param bundle Name of the SSL bundle with the certificate of the server. When
	 * unset, connections are not encrypted.
	 */
	public record Ssl(@Nullable String bundle) {

	}

	/**
	 * Cookie with the id of a new session, for proxies that send the requests of a
	 * session to one server by it.
	 *
	 * @param enabled Whether polling clients get the cookie.
	 * @param name Name of the cookie.
	 * @param path Path the cookie is sent to.
	 * @param httpOnly Whether scripts of the page cannot read the cookie.
	 * @param sameSite Sites whose requests have the cookie.
	 */
	public record Cookie(@DefaultValue("false") boolean enabled, @DefaultValue("io") @NotEmpty String name,
			@DefaultValue("/") @NotEmpty String path, @DefaultValue("true") boolean httpOnly,
			@DefaultValue("lax") SameSite sameSite) {

	}

	/**
	 * Requests that reach another distributor than that of their session.
	 *
	 * @param enabled Whether such requests are forwarded, so that proxies need not send
	 * those of a client to one distributor. All distributors need the same, and the
	 * secret of the link.
	 * @param address Address to take forwarded requests on, which the other distributors
	 * reach and nobody else does. When unset, that of the name of this machine.
	 * @param port Port to take them on, 0 for any free one.
	 * @param maxConcurrent Number of requests and websockets that may be under way to
	 * other distributors. Further ones are refused.
	 * @param connectTimeout Time another distributor has to accept a connection.
	 */
	public record Forwarding(@DefaultValue("false") boolean enabled, @Nullable InetAddress address,
			@DefaultValue("0") @Min(0) @Max(65535) int port, @DefaultValue("10000") @Positive int maxConcurrent,
			@DefaultValue("2s") @DurationMin(millis = 1) Duration connectTimeout) {

	}

	/**
	 * Limits against clients that ask for too much.
	 *
	 * @param maxSessions Number of connections. Further ones are refused.
	 * @param maxSilentConnections Number of network connections that have not sent a
	 * request yet. Further ones are closed.
	 * @param maxSilentConnectionsPerAddress Number of those of one address. Further ones
	 * are closed.
	 * @param maxHalfOpenSessions Number of connections that have not joined a namespace
	 * yet. Further ones are refused.
	 * @param maxSessionsPerAddress Number of connections of one address. Further ones are
	 * refused. Addresses of private networks are not limited.
	 * @param maxHalfOpenSessionsPerAddress Number of connections of one address that have
	 * not joined a namespace yet. Further ones are refused.
	 * @param connectsPerSecondPerAddress Number of connections that one address may open
	 * in a second, in the long run. Further ones are refused.
	 * @param connectBurstPerAddress Number of connections that one address may open at
	 * once, after a rest.
	 * @param maxRememberedAddresses Number of addresses without connections whose pace is
	 * remembered.
	 * @param maxNamespaces Number of namespaces a client may join on one connection.
	 * @param namespaceConnectsPerSecond Number of namespaces a client may ask for in a
	 * second, in the long run. One that is faster is read from more slowly.
	 * @param namespaceConnectBurst Number of namespaces a client may ask for at once.
	 * @param maxNamespaceLength Bytes of a namespace, its query string included.
	 * @param maxRooms Number of rooms a socket may be in.
	 * @param eventsPerSecond Number of events and acknowledgements a socket may send in a
	 * second, in the long run. One that is faster is read from more slowly.
	 * @param eventBurst Number of events and acknowledgements a socket may send at once.
	 * @param maxAttachments Number of binary attachments of a packet.
	 * @param maxAttachmentsSize Size of all attachments of a packet together. When unset,
	 * four times the largest payload.
	 * @param attachmentTimeout Time a client has to send all attachments of a packet.
	 * @param maxJsonDepth Depth of the JSON of a packet.
	 * @param maxNumberLength Characters of a number in JSON.
	 * @param maxNameLength Bytes of a property name in JSON.
	 * @param maxPacketsPerPayload Number of packets in the body of a request.
	 * @param maxFragments Number of frames of a websocket message.
	 * @param messageTimeout Time in which the next piece of a websocket message that was
	 * begun has to come.
	 * @param maxIncompleteTotalSize Size of what all clients together have begun to send
	 * and not completed. With more, those are disconnected that go on.
	 * @param decompressedSizePerSecond Size that compressed messages of a client may
	 * become in a second, in the long run. A client whose messages become more is read
	 * from more slowly.
	 * @param maxHeaderSize Size of the headers of a request.
	 * @param maxHeaders Number of headers of a request.
	 * @param requestTimeout Time a client has to send the headers of its first request,
	 * and the body of each.
	 * @param idleTimeout Time a connection may stay open between two requests.
	 * @param maxPendingAcks Number of acknowledgements outstanding for a socket, in each
	 * direction. With more, the oldest is forgotten.
	 * @param maxOutboundSize Size of what may wait for a client to read it. Messages
	 * beyond are dropped if they are volatile, else the client is disconnected.
	 * @param maxOutboundTotalSize Size of what may wait for all clients together to read
	 * it. When unset, half of the largest heap. Volatile messages are dropped before, and
	 * beyond it those clients are disconnected for which most is waiting.
	 * @param maxWaitingConnects Number of clients that may wait for a backend to come.
	 * @param maxDynamicNamespaces Number of namespaces with clients from which on nobody
	 * may open another one that a pattern of a backend matches. Further ones are refused
	 * at once.
	 * @param maxUnhandledEvents Number of events of a socket that its backend may have
	 * left to handle. With more, nothing is read from its client.
	 * @param maxUnhandledSize Size of the events of a socket that its backend may have
	 * left to handle. With more, nothing is read from its client.
	 * @param maxUnhandledTotalSize Memory that unhandled events of all sockets may take.
	 * With more, nothing is read from clients that send events, and those without a
	 * backend are disconnected.
	 * @param maxSocketDataSize Size of the data that backends may have kept for a socket.
	 * @param maxSocketDataTotalSize Size of the data that backends may have kept for all
	 * sockets. Data beyond is not taken.
	 * @param maxDepartedSockets Number of sockets whose clients have left and whose
	 * backends have not handled everything. Further ones are forgotten.
	 */
	public record Limits(@DefaultValue("1000000") @Positive int maxSessions,
			@DefaultValue("50000") @Positive int maxSilentConnections,
			@DefaultValue("2000") @Positive int maxSilentConnectionsPerAddress,
			@DefaultValue("100000") @Positive int maxHalfOpenSessions,
			@DefaultValue("10000") @Positive int maxSessionsPerAddress,
			@DefaultValue("2000") @Positive int maxHalfOpenSessionsPerAddress,
			@DefaultValue("200") @Positive int connectsPerSecondPerAddress,
			@DefaultValue("2000") @Positive int connectBurstPerAddress,
			@DefaultValue("65536") @Positive int maxRememberedAddresses,
			@DefaultValue("64") @Positive int maxNamespaces,
			@DefaultValue("20") @Positive int namespaceConnectsPerSecond,
			@DefaultValue("128") @Positive int namespaceConnectBurst,
			@DefaultValue("512") @Positive int maxNamespaceLength, @DefaultValue("1000") @Positive int maxRooms,
			@DefaultValue("1000") @Positive int eventsPerSecond, @DefaultValue("2000") @Positive int eventBurst,
			@DefaultValue("10") @PositiveOrZero int maxAttachments, @Nullable DataSize maxAttachmentsSize,
			@DefaultValue("30s") @DurationMin(millis = 1) Duration attachmentTimeout,
			@DefaultValue("200") @Positive int maxJsonDepth, @DefaultValue("1000") @Positive int maxNumberLength,
			@DefaultValue("50000") @Positive int maxNameLength,
			@DefaultValue("10000") @Positive int maxPacketsPerPayload, @DefaultValue("1024") @Positive int maxFragments,
			@DefaultValue("20s") @DurationMin(millis = 1) Duration messageTimeout,
			@DefaultValue("256MB") DataSize maxIncompleteTotalSize,
			@DefaultValue("8MB") DataSize decompressedSizePerSecond, @DefaultValue("16KB") DataSize maxHeaderSize,
			@DefaultValue("100") @Positive int maxHeaders,
			@DefaultValue("20s") @DurationMin(millis = 1) Duration requestTimeout,
			@DefaultValue("75s") @DurationMin(millis = 1) Duration idleTimeout,
			@DefaultValue("1000") @Positive int maxPendingAcks, @DefaultValue("4MB") DataSize maxOutboundSize,
			@Nullable DataSize maxOutboundTotalSize, @DefaultValue("10000") @PositiveOrZero int maxWaitingConnects,
			@DefaultValue("10000") @Positive int maxDynamicNamespaces,
			@DefaultValue("1000") @Positive int maxUnhandledEvents, @DefaultValue("1MB") DataSize maxUnhandledSize,
			@DefaultValue("256MB") DataSize maxUnhandledTotalSize, @DefaultValue("64KB") DataSize maxSocketDataSize,
			@DefaultValue("256MB") DataSize maxSocketDataTotalSize,
			@DefaultValue("200000") @PositiveOrZero int maxDepartedSockets) {

	}

}
