package io.distributor.autoconfigure;

import java.net.InetAddress;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import io.distributor.engine.ServerOptions;
import io.distributor.engine.ServerOptionsBuilder;
import io.distributor.engine.server.CorsOptions;
import io.distributor.engine.server.EngineOptionsBuilder;
import io.distributor.gateway.GatewayOptions;
import io.netty.handler.ssl.SslContext;
import org.jspecify.annotations.Nullable;

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
		return ServerOptions.builder()
			.engine(this::apply)
			.engine((engine) -> engine.sslContexts(sslContexts))
			.connectTimeout(this.properties.connectTimeout())
			.maxNamespaces(limits.maxNamespaces())
			.maxRooms(limits.maxRooms());
	}

	private void apply(EngineOptionsBuilder engine) {
		ServerProperties.Limits limits = this.properties.limits();
		InetAddress address = this.properties.address();
		engine.host((address != null) ? address.getHostAddress() : null)
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
			.cors(cors());
	}

	private CorsOptions cors() {
		ServerProperties.Cors cors = this.properties.cors();
		return new CorsOptions(cors.allowedOrigins(), cors.allowCredentials(), cors.maxAge());
	}

	GatewayOptions gateway() {
		ServerProperties.Limits limits = this.properties.limits();
		return GatewayOptions.builder()
			.namespaces(namespaces())
			.backendWait(this.properties.backendWait())
			.adoptionWait(this.properties.adoptionWait())
			.maxWaitingConnects(limits.maxWaitingConnects())
			.maxUnhandledEvents(limits.maxUnhandledEvents())
			.maxUnhandledBytes(
					DataSizes.toBytes("distributor.server.limits.max-unhandled-size", limits.maxUnhandledSize()))
			.maxUnhandledTotal(DataSizes.toPositive("distributor.server.limits.max-unhandled-total-size",
					limits.maxUnhandledTotalSize()))
			.maxSocketData(
					DataSizes.toBytes("distributor.server.limits.max-socket-data-size", limits.maxSocketDataSize()))
			.build();
	}

	private Set<String> namespaces() {
		return this.properties.namespaces()
			.stream()
			.map((name) -> name.startsWith("/") ? name : "/" + name)
			.collect(Collectors.toUnmodifiableSet());
	}

}
