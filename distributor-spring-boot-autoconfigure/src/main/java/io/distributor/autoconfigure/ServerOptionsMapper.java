package io.distributor.autoconfigure;

import java.util.function.Supplier;

import io.distributor.engine.namespace.NamespaceOptions;
import io.distributor.engine.protocol.socketio.DecoderLimits;
import io.distributor.engine.server.CorsOptions;
import io.distributor.engine.server.EngineOptions;
import io.distributor.engine.server.EngineOptionsBuilder;
import io.distributor.gateway.GatewayOptions;
import io.netty.handler.ssl.SslContext;
import org.jspecify.annotations.Nullable;

/**
 * Makes the options of a distributor's parts from its properties.
 */
final class ServerOptionsMapper {

	private static final int ATTACHMENTS_PER_PAYLOAD = 4;

	private final ServerProperties properties;

	ServerOptionsMapper(ServerProperties properties) {
		this.properties = properties;
	}

	EngineOptionsBuilder engine(@Nullable Supplier<SslContext> sslContexts) {
		ServerProperties.Limits limits = this.properties.limits();
		return EngineOptions.builder()
			.host((this.properties.address() != null) ? this.properties.address().getHostAddress() : null)
			.port(this.properties.port())
			.path(this.properties.path())
			.transports(this.properties.transports())
			.pingInterval(this.properties.pingInterval())
			.pingTimeout(this.properties.pingTimeout())
			.upgradeTimeout(this.properties.upgradeTimeout())
			.maxPayload(DataSizes.toBytes("distributor.server.max-payload", this.properties.maxPayload()))
			.maxSessions(limits.maxSessions())
			.maxOutboundBytes(
					DataSizes.toBytes("distributor.server.limits.max-outbound-size", limits.maxOutboundSize()))
			.ioThreads(this.properties.ioThreads())
			.cors(cors())
			.sslContexts(sslContexts);
	}

	private CorsOptions cors() {
		ServerProperties.Cors cors = this.properties.cors();
		return new CorsOptions(cors.allowedOrigins(), cors.allowCredentials(), cors.maxAge());
	}

	NamespaceOptions namespaces() {
		DecoderLimits limits = DecoderLimits.DEFAULTS;
		long attachmentBytes = this.properties.maxPayload().toBytes() * ATTACHMENTS_PER_PAYLOAD;
		DecoderLimits decoderLimits = new DecoderLimits(limits.maxAttachments(), attachmentBytes, limits.maxDepth(),
				limits.maxNumberLength(), limits.maxNameLength(), limits.maxNamespaceLength());
		return new NamespaceOptions(this.properties.connectTimeout(), this.properties.limits().maxNamespaces(),
				this.properties.limits().maxRooms(), NamespaceOptions.DEFAULTS.maxHeldBytes(), decoderLimits);
	}

	GatewayOptions gateway() {
		ServerProperties.Limits limits = this.properties.limits();
		GatewayOptions defaults = GatewayOptions.defaults();
		return new GatewayOptions(this.properties.namespaces(), this.properties.backendWait(),
				limits.maxWaitingConnects(), limits.maxUnhandledEvents(),
				DataSizes.toBytes("distributor.server.limits.max-unhandled-size", limits.maxUnhandledSize()),
				defaults.maxPendingAcks(), defaults.namespaceLinger());
	}

}
