package io.distributor.autoconfigure;

import java.net.InetAddress;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import io.distributor.engine.ServerOptions;
import io.distributor.engine.ServerOptionsBuilder;
import io.distributor.engine.compression.CompressionOptions;
import io.distributor.engine.limit.Pace;
import io.distributor.engine.limit.SessionLimits;
import io.distributor.engine.server.CookieOptions;
import io.distributor.engine.server.CorsOptions;
import io.distributor.engine.server.EngineOptionsBuilder;
import io.distributor.engine.server.HttpOptionsBuilder;
import io.distributor.engine.server.ProxyOptions;
import io.distributor.gateway.GatewayOptions;
import io.netty.handler.ssl.SslContext;
import org.jspecify.annotations.Nullable;

import org.springframework.util.unit.DataSize;

/**
 * Makes the options of a distributor's parts from its properties.
 */
final class ServerOptionsMapper {

	private final ServerProperties properties;

	ServerOptionsMapper(ServerProperties properties) {
		this.properties = properties;
	}

	ServerOptionsBuilder server(@Nullable Supplier<SslContext> sslContexts) {
		ServerProperties.Limits limits = this.properties.limits();
		ServerOptionsBuilder options = ServerOptions.builder()
			.engine(this::apply)
			.engine((engine) -> engine.http(this::applyHttp))
			.engine(this::applyLimits)
			.engine(this::applyOutboundLimits)
			.engine((engine) -> engine.sslContexts(sslContexts))
			.connectTimeout(this.properties.connectTimeout())
			.maxNamespaces(limits.maxNamespaces())
			.connects(new Pace(limits.namespaceConnectsPerSecond(), limits.namespaceConnectBurst()))
			.maxRooms(limits.maxRooms())
			.events(new Pace(limits.eventsPerSecond(), limits.eventBurst()));
		applyPacketLimits(options);
		return options;
	}

	private void applyPacketLimits(ServerOptionsBuilder options) {
		ServerProperties.Limits limits = this.properties.limits();
		options.maxAttachments(limits.maxAttachments())
			.attachmentTimeout(limits.attachmentTimeout())
			.maxIncompleteBytes(incomplete())
			.maxDepth(limits.maxJsonDepth())
			.maxNumberLength(limits.maxNumberLength())
			.maxNameLength(limits.maxNameLength())
			.maxNamespaceLength(limits.maxNamespaceLength());
		DataSize attachments = limits.maxAttachmentsSize();
		if (attachments != null) {
			options.maxAttachmentBytes(
					DataSizes.toPositive("distributor.server.limits.max-attachments-size", attachments));
		}
	}

	private void apply(EngineOptionsBuilder engine) {
		InetAddress address = this.properties.address();
		engine.host((address != null) ? address.getHostAddress() : null)
			.port(this.properties.port())
			.path(this.properties.path())
			.transports(this.properties.transports())
			.allowRevision3(this.properties.allowEio3())
			.pingInterval(this.properties.pingInterval())
			.pingTimeout(this.properties.pingTimeout())
			.upgradeTimeout(this.properties.upgradeTimeout())
			.maxPayload(DataSizes.toBytes("distributor.server.max-payload", this.properties.maxPayload()))
			.ioTransport(this.properties.ioTransport())
			.ioThreads(this.properties.ioThreads())
			.compression(compression())
			.cors(cors());
	}

	private void applyHttp(HttpOptionsBuilder http) {
		ServerProperties.Limits limits = this.properties.limits();
		ServerProperties.Cookie cookie = this.properties.cookie();
		http.proxies(new ProxyOptions(this.properties.trustedProxies(), this.properties.forwardedHeader()))
			.cookie(cookie.enabled()
					? new CookieOptions(cookie.name(), cookie.path(), cookie.httpOnly(), cookie.sameSite()) : null)
			.responseHeaders(this.properties.responseHeaders())
			.livenessPath(this.properties.livenessPath())
			.maxHeaderBytes(DataSizes.toBytes("distributor.server.limits.max-header-size", limits.maxHeaderSize()))
			.maxHeaders(limits.maxHeaders())
			.requestTimeout(limits.requestTimeout())
			.idleTimeout(limits.idleTimeout());
	}

	private void applyLimits(EngineOptionsBuilder engine) {
		ServerProperties.Limits limits = this.properties.limits();
		Pace connects = new Pace(limits.connectsPerSecondPerAddress(), limits.connectBurstPerAddress());
		engine
			.sessionLimits(new SessionLimits(limits.maxSessions(), limits.maxHalfOpenSessions(),
					limits.maxSessionsPerAddress(), limits.maxHalfOpenSessionsPerAddress(), connects,
					limits.maxRememberedAddresses(), limits.maxSilentConnections(),
					limits.maxSilentConnectionsPerAddress()))
			.maxPacketsPerPayload(limits.maxPacketsPerPayload())
			.maxFragments(limits.maxFragments())
			.messageTimeout(limits.messageTimeout())
			.maxIncompleteBytes(incomplete());
	}

	private void applyOutboundLimits(EngineOptionsBuilder engine) {
		ServerProperties.Limits limits = this.properties.limits();
		engine.maxOutboundBytes(
				DataSizes.toBytes("distributor.server.limits.max-outbound-size", limits.maxOutboundSize()));
		DataSize total = limits.maxOutboundTotalSize();
		if (total != null) {
			engine.maxOutboundTotalBytes(
					DataSizes.toPositive("distributor.server.limits.max-outbound-total-size", total));
		}
	}

	private CompressionOptions compression() {
		ServerProperties.Compression compression = this.properties.compression();
		return new CompressionOptions(compression.websocket(), compression.http(),
				DataSizes.toBytes("distributor.server.compression.threshold", compression.threshold()),
				DataSizes.toBytes("distributor.server.limits.decompressed-size-per-second",
						this.properties.limits().decompressedSizePerSecond()));
	}

	private CorsOptions cors() {
		ServerProperties.Cors cors = this.properties.cors();
		return new CorsOptions(cors.allowedOrigins(), cors.allowCredentials(), cors.allowedHeaders(), cors.maxAge());
	}

	private long incomplete() {
		return DataSizes.toPositive("distributor.server.limits.max-incomplete-total-size",
				this.properties.limits().maxIncompleteTotalSize());
	}

	GatewayOptions gateway() {
		ServerProperties.Limits limits = this.properties.limits();
		return GatewayOptions.builder()
			.namespaces(namespaces())
			.backendWait(this.properties.backendWait())
			.adoptionWait(this.properties.adoptionWait())
			.maxPendingAcks(limits.maxPendingAcks())
			.maxWaitingConnects(limits.maxWaitingConnects())
			.maxDynamicNamespaces(limits.maxDynamicNamespaces())
			.maxUnhandledEvents(limits.maxUnhandledEvents())
			.maxUnhandledBytes(
					DataSizes.toBytes("distributor.server.limits.max-unhandled-size", limits.maxUnhandledSize()))
			.maxUnhandledTotal(DataSizes.toPositive("distributor.server.limits.max-unhandled-total-size",
					limits.maxUnhandledTotalSize()))
			.maxSocketData(
					DataSizes.toBytes("distributor.server.limits.max-socket-data-size", limits.maxSocketDataSize()))
			.maxSocketDataTotal(DataSizes.toPositive("distributor.server.limits.max-socket-data-total-size",
					limits.maxSocketDataTotalSize()))
			.maxDepartedSockets(limits.maxDepartedSockets())
			.build();
	}

	private Set<String> namespaces() {
		return this.properties.namespaces()
			.stream()
			.map((name) -> name.startsWith("/") ? name : "/" + name)
			.collect(Collectors.toUnmodifiableSet());
	}

}
