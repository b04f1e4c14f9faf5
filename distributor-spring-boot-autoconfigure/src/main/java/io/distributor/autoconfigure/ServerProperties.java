package io.distributor.autoconfigure;

import java.net.InetAddress;
import java.time.Duration;
import java.util.Set;

import io.distributor.engine.session.TransportType;
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
 * @param port Port to listen on, 0 for any free one.
 * @param address Address to listen on. When unset, all addresses of the machine.
 * @param path Path of the requests, with a slash at both ends.
 * @param namespaces Namespaces that clients may join, with or without the leading slash.
 * When empty, all that live backends own.
 * @param transports Transports that clients may use.
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
 * @param ioThreads Number of I/O threads, 0 for one per processor.
 * @param cors Web pages of other origins that may connect.
 * @param ssl Encryption.
 * @param limits Limits against clients that ask for too much.
 */
@ConfigurationProperties("distributor.server")
@Validated
public record ServerProperties(@DefaultValue("8001") @Min(0) @Max(65535) int port, @Nullable InetAddress address,
		@DefaultValue("/socket.io/") @Pattern(regexp = "/(.*/)?",
				message = "must have a slash at both ends") String path,
		@DefaultValue Set<String> namespaces, @DefaultValue( {
				"polling", "websocket" }) @NotEmpty Set<TransportType> transports,
		@DefaultValue("25s") @DurationMin(millis = 1) Duration pingInterval,
		@DefaultValue("20s") @DurationMin(millis = 1) Duration pingTimeout,
		@DefaultValue("10s") @DurationMin(millis = 1) Duration upgradeTimeout,
		@DefaultValue("45s") @DurationMin(millis = 1) Duration connectTimeout,
		@DefaultValue("10s") @DurationMin(millis = 1) Duration backendWait,
		@DefaultValue("30s") @DurationMin(millis = 1) Duration adoptionWait,
		@DefaultValue("20s") @DurationMin(millis = 1) Duration drain, @DefaultValue("1000000B") DataSize maxPayload,
		@DefaultValue("0") @PositiveOrZero int ioThreads, @DefaultValue @Valid Cors cors, @DefaultValue @Valid Ssl ssl,
		@DefaultValue @Valid Limits limits){

	/**
	 * Web pages of other origins that may connect.
	 *
	 * @param allowedOrigins Origins of web pages that may connect beside the same origin,
	 * such as 'https://example.com', or '*' for all.
	 * @param allowCredentials Whether such pages may send cookies. Not together with '*'.
	 * @param maxAge Time a browser may remember the answer to a preflight request.
	 */
	public record Cors(@DefaultValue Set<String> allowedOrigins, @DefaultValue("false") boolean allowCredentials,
			@DefaultValue("30m") @DurationMin Duration maxAge) {

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
	 * Limits against clients that ask for too much.
	 *
	 * @param maxSessions Number of connections. Further ones are refused.
	 * @param maxNamespaces Number of namespaces a client may join on one connection.
	 * @param maxRooms Number of rooms a socket may be in.
	 * @param maxOutboundSize Size of what may wait for a client to read it. Messages
	 * beyond are dropped if they are volatile, else the client is disconnected.
	 * @param maxWaitingConnects Number of clients that may wait for a backend to come.
	 * Further ones are refused at once.
	 * @param maxUnhandledEvents Number of events of a socket that its backend may have
	 * left to handle. With more, nothing is read from its client.
	 * @param maxUnhandledSize Size of the events of a socket that its backend may have
	 * left to handle. With more, nothing is read from its client.
	 * @param maxUnhandledTotalSize Memory that unhandled events of all sockets may take.
	 * With more, nothing is read from clients that send events, and those without a
	 * backend are disconnected.
	 * @param maxSocketDataSize Size of the data that backends may have kept for a socket.
	 */
	public record Limits(@DefaultValue("1000000") @Positive int maxSessions,
			@DefaultValue("64") @Positive int maxNamespaces, @DefaultValue("1000") @Positive int maxRooms,
			@DefaultValue("4MB") DataSize maxOutboundSize,
			@DefaultValue("10000") @PositiveOrZero int maxWaitingConnects,
			@DefaultValue("1000") @Positive int maxUnhandledEvents, @DefaultValue("1MB") DataSize maxUnhandledSize,
			@DefaultValue("256MB") DataSize maxUnhandledTotalSize, @DefaultValue("64KB") DataSize maxSocketDataSize) {

	}

}
