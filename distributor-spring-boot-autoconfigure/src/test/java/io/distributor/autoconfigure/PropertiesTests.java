package io.distributor.autoconfigure;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

import io.distributor.backend.instance.BackendOptions;
import io.distributor.engine.ServerOptions;
import io.distributor.engine.compression.CompressionOptions;
import io.distributor.engine.limit.Pace;
import io.distributor.engine.limit.SessionLimits;
import io.distributor.engine.namespace.NamespaceOptions;
import io.distributor.engine.protocol.socketio.DecoderLimits;
import io.distributor.engine.server.CookieOptions;
import io.distributor.engine.server.ForwardedHeader;
import io.distributor.engine.server.HttpOptions;
import io.distributor.engine.server.IoTransport;
import io.distributor.engine.server.ProxyOptions;
import io.distributor.engine.session.TransportType;
import io.distributor.gateway.GatewayOptions;
import io.distributor.link.LinkOptions;
import io.netty.handler.codec.http.cookie.CookieHeaderNames.SameSite;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.context.ApplicationContext;
import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every group of properties reaches the options, and what cannot be is refused.
 */
class PropertiesTests {

	@Test
	void hasTheDefaultsOfTheModules() {
		Contexts.runner(Role.STANDALONE).run((context) -> {
			ServerProperties server = context.getBean(ServerProperties.class);
			assertThat(server.path()).isEqualTo("/socket.io/");
			assertThat(server.maxPayload()).isEqualTo(DataSize.ofBytes(1_000_000));
			assertThat(server.transports()).containsExactlyInAnyOrder(TransportType.values());
			GatewayOptions gateway = new ServerOptionsMapper(server).gateway();
			assertThat(gateway).isEqualTo(GatewayOptions.defaults());
			assertThat(context.getBean(LinkProperties.class).prefix()).isEqualTo(LinkOptions.DEFAULT.prefix());
		});
	}

	@ParameterizedTest
	@EnumSource(value = Role.class, names = { "DISTRIBUTOR", "BACKEND" })
	void refusesANameThatIsTooLongForTheLink(Role role) {
		Contexts.runner(role)
			.withPropertyValues("spring.application.name=" + "x".repeat(256))
			.run((context) -> assertThat(context.getStartupFailure()).rootCause()
				.hasMessage("spring.application.name: 256 characters (expected: <= 255, "
						+ "for it is the name of this process on the link)"));
	}

	@Test
	void bindsTheServer() throws Exception {
		InetAddress loopback = InetAddress.getByName("127.0.0.1");
		Contexts.runner(Role.DISTRIBUTOR)
			.withPropertyValues("distributor.server.address=127.0.0.1", "distributor.server.path=/ws/",
					"distributor.server.transports=websocket", "distributor.server.ping-interval=5s",
					"distributor.server.ping-timeout=4s", "distributor.server.upgrade-timeout=3s",
					"distributor.server.connect-timeout=2s", "distributor.server.max-payload=2MB",
					"distributor.server.allow-eio3=true", "distributor.server.io-threads=1",
					"distributor.server.io-transport=nio", "distributor.server.namespaces=/chat,game",
					"distributor.server.backend-wait=7s", "distributor.server.limits.max-sessions=10",
					"distributor.server.limits.max-unhandled-events=11", "distributor.server.adoption-wait=6s",
					"distributor.server.limits.max-unhandled-total-size=3GB",
					"distributor.server.limits.max-socket-data-size=1KB",
					"distributor.server.limits.max-socket-data-total-size=5GB",
					"distributor.server.limits.max-departed-sockets=8",
					"distributor.server.cors.allowed-origins=https://example.com",
					"distributor.server.cors.allow-credentials=true")
			.run((context) -> {
				ServerOptionsMapper mapper = new ServerOptionsMapper(context.getBean(ServerProperties.class));
				ServerOptions server = mapper.server(null).build();
				assertThat(server.engine().host()).isEqualTo(loopback.getHostAddress());
				assertThat(server.engine().path()).isEqualTo("/ws/");
				assertThat(server.engine().ioThreads()).isOne();
				assertThat(server.engine().ioTransport()).isEqualTo(IoTransport.NIO);
				assertThat(server.engine().session().transports()).containsExactly(TransportType.WEBSOCKET);
				assertThat(server.engine().session().allowsRevision(3)).isTrue();
				assertThat(server.engine().session().pingInterval()).isEqualTo(Duration.ofSeconds(5));
				assertThat(server.engine().session().pingTimeout()).isEqualTo(Duration.ofSeconds(4));
				assertThat(server.engine().session().upgradeTimeout()).isEqualTo(Duration.ofSeconds(3));
				assertThat(server.engine().session().maxPayload()).isEqualTo(2 * 1024 * 1024);
				assertThat(server.engine().session().limits().maxSessions()).isEqualTo(10);
				assertThat(server.engine().cors().allowedOrigins()).containsExactly("https://example.com");
				assertThat(server.engine().cors().allowCredentials()).isTrue();
				assertThat(server.namespaces().connectTimeout()).isEqualTo(Duration.ofSeconds(2));
				assertThat(mapper.gateway().namespaces()).isEqualTo(Set.of("/chat", "/game"));
				assertThat(mapper.gateway().backendWait()).isEqualTo(Duration.ofSeconds(7));
				assertThat(mapper.gateway().maxUnhandledEvents()).isEqualTo(11);
				assertThat(mapper.gateway().adoptionWait()).isEqualTo(Duration.ofSeconds(6));
				assertThat(mapper.gateway().maxUnhandledTotal()).isEqualTo(3L * 1024 * 1024 * 1024);
				assertThat(mapper.gateway().maxSocketData()).isEqualTo(1024);
				assertThat(mapper.gateway().maxSocketDataTotal()).isEqualTo(5L * 1024 * 1024 * 1024);
				assertThat(mapper.gateway().maxDepartedSockets()).isEqualTo(8);
			});
	}

	@Test
	void hasTheDefaultLimitsOfTheServer() {
		Contexts.runner(Role.DISTRIBUTOR).run((context) -> {
			ServerOptions bound = new ServerOptionsMapper(context.getBean(ServerProperties.class)).server(null).build();
			ServerOptions defaults = ServerOptions.builder().build();
			assertThat(bound.namespaces()).isEqualTo(defaults.namespaces());
			assertThat(bound.engine().session()).isEqualTo(defaults.engine().session());
			assertThat(bound.engine().http()).isEqualTo(defaults.engine().http());
		});
	}

	@Test
	void bindsTheLimits() {
		String limits = "distributor.server.limits.";
		Contexts.runner(Role.DISTRIBUTOR)
			.withPropertyValues(limits + "max-half-open-sessions=1", limits + "max-sessions-per-address=2",
					limits + "max-half-open-sessions-per-address=3", limits + "connects-per-second-per-address=4",
					limits + "connect-burst-per-address=5", limits + "max-remembered-addresses=6",
					limits + "namespace-connects-per-second=7", limits + "namespace-connect-burst=8",
					limits + "max-namespace-length=9", limits + "events-per-second=10", limits + "event-burst=11",
					limits + "max-attachments=12", limits + "max-attachments-size=13B",
					limits + "attachment-timeout=14s", limits + "max-json-depth=15", limits + "max-number-length=16",
					limits + "max-name-length=17", limits + "max-packets-per-payload=18", limits + "max-fragments=19",
					limits + "message-timeout=20s", limits + "max-header-size=21B", limits + "max-headers=22",
					limits + "request-timeout=23s", limits + "idle-timeout=24s", limits + "max-pending-acks=25",
					limits + "max-sessions=26", limits + "max-rooms=27", limits + "max-namespaces=28",
					limits + "max-incomplete-total-size=29B", limits + "max-silent-connections=30",
					limits + "max-silent-connections-per-address=31", limits + "max-outbound-size=32B",
					limits + "max-outbound-total-size=5GB")
			.run((context) -> {
				ServerOptionsMapper mapper = new ServerOptionsMapper(context.getBean(ServerProperties.class));
				ServerOptions server = mapper.server(null).build();
				assertThat(server.engine().session().limits())
					.isEqualTo(new SessionLimits(26, 1, 2, 3, new Pace(4, 5), 6, 30, 31));
				NamespaceOptions namespaces = server.namespaces();
				assertThat(namespaces).isEqualTo(new NamespaceOptions(namespaces.connectTimeout(), 28, 27,
						namespaces.maxHeldBytes(), Duration.ofSeconds(14), 29, new Pace(10, 11), new Pace(7, 8),
						new DecoderLimits(12, 13, 15, 16, 17, 9)));
				assertThat(server.engine().session().maxPacketsPerPayload()).isEqualTo(18);
				assertThat(server.engine().session().maxFragments()).isEqualTo(19);
				assertThat(server.engine().session().maxIncompleteBytes()).isEqualTo(29);
				assertThat(server.engine().session().maxOutboundBytes()).isEqualTo(32);
				assertThat(server.engine().session().maxOutboundTotalBytes()).isEqualTo(5L * 1024 * 1024 * 1024);
				assertThat(server.engine().session().messageTimeout()).isEqualTo(Duration.ofSeconds(20));
				assertThat(server.engine().http().maxHeaderBytes()).isEqualTo(21);
				assertThat(server.engine().http().maxHeaders()).isEqualTo(22);
				assertThat(server.engine().http().requestTimeout()).isEqualTo(Duration.ofSeconds(23));
				assertThat(server.engine().http().idleTimeout()).isEqualTo(Duration.ofSeconds(24));
				assertThat(mapper.gateway().maxPendingAcks()).isEqualTo(25);
			});
	}

	@Test
	void bindsTheHttpSide() {
		Contexts.runner(Role.DISTRIBUTOR)
			.withPropertyValues("distributor.server.trusted-proxies=10.0.0.0/8,192.0.2.1",
					"distributor.server.forwarded-header=forwarded", "distributor.server.cookie.enabled=true",
					"distributor.server.cookie.name=sticky", "distributor.server.cookie.same-site=strict",
					"distributor.server.response-headers.X-Content-Type-Options=nosniff",
					"distributor.server.liveness-path=/health/live",
					"distributor.server.cors.allowed-origins=https://*.example.com",
					"distributor.server.cors.allowed-headers=authorization")
			.run((context) -> {
				ServerOptions server = new ServerOptionsMapper(context.getBean(ServerProperties.class)).server(null)
					.build();
				HttpOptions http = server.engine().http();
				assertThat(http.proxies())
					.isEqualTo(new ProxyOptions(List.of("10.0.0.0/8", "192.0.2.1"), ForwardedHeader.FORWARDED));
				assertThat(http.cookie()).isEqualTo(new CookieOptions("sticky", "/", true, SameSite.Strict));
				assertThat(http.responseHeaders()).containsExactly(Map.entry("X-Content-Type-Options", "nosniff"));
				assertThat(http.livenessPath()).isEqualTo("/health/live");
				assertThat(server.engine().cors().allowedHeaders()).containsExactly("authorization");
			});
	}

	@Test
	void bindsWhatIsCompressed() {
		Contexts.runner(Role.DISTRIBUTOR)
			.withPropertyValues("distributor.server.compression.websocket=true",
					"distributor.server.compression.threshold=2KB",
					"distributor.server.limits.decompressed-size-per-second=3MB")
			.run((context) -> assertThat(compression(context))
				.isEqualTo(new CompressionOptions(true, false, 2048, 3 * 1024 * 1024)));
		Contexts.runner(Role.DISTRIBUTOR)
			.withPropertyValues("distributor.server.compression.http=true")
			.run((context) -> assertThat(compression(context))
				.isEqualTo(new CompressionOptions(false, true, 1024, CompressionOptions.OFF.maxInflatedPerSecond())));
		Contexts.runner(Role.DISTRIBUTOR)
			.run((context) -> assertThat(compression(context)).isEqualTo(CompressionOptions.OFF));
	}

	private static CompressionOptions compression(ApplicationContext context) {
		ServerProperties properties = context.getBean(ServerProperties.class);
		return new ServerOptionsMapper(properties).server(null).build().engine().session().compression();
	}

	@Test
	void bindsTheBackend() {
		Contexts.runner()
			.withPropertyValues("distributor.role=backend", "distributor.backend.namespace=chat,/game",
					"distributor.backend.ack-timeout=1s", "distributor.backend.request-timeout=2s",
					"distributor.backend.handler-timeout=3s", "distributor.backend.drain=4s",
					"distributor.backend.max-sockets=5", "distributor.backend.max-queued-events=6",
					"distributor.backend.data-size=7KB", "distributor.backend.max-acks=8",
					"distributor.backend.max-answer-size=3GB", "distributor.backend.fetch-size=8KB")
			.run((context) -> {
				BackendOptions options = BackendOptionsMapper.options(context.getBean(BackendProperties.class),
						Stream.empty());
				assertThat(options.namespaces()).containsExactly("/chat", "/game");
				assertThat(options.ackTimeout()).isEqualTo(Duration.ofSeconds(1));
				assertThat(options.requestTimeout()).isEqualTo(Duration.ofSeconds(2));
				assertThat(options.handlerTimeout()).isEqualTo(Duration.ofSeconds(3));
				assertThat(options.drainTimeout()).isEqualTo(Duration.ofSeconds(4));
				assertThat(options.maxSockets()).isEqualTo(5);
				assertThat(options.maxQueuedEvents()).isEqualTo(6);
				assertThat(options.dataSize()).isEqualTo(7 * 1024);
				assertThat(options.maxAcks()).isEqualTo(8);
				assertThat(options.maxAnswerBytes()).isEqualTo(3L * 1024 * 1024 * 1024);
				assertThat(options.maxFetchBytes()).isEqualTo(8 * 1024);
			});
	}

	@Test
	void bindsTheLink() {
		AtomicReference<LinkOptions> bound = new AtomicReference<>();
		Contexts.runner(Role.BACKEND)
			.withPropertyValues("distributor.link.prefix=other", "distributor.link.heartbeat=100ms",
					"distributor.link.dead-after=300ms", "distributor.link.settle=50ms",
					"distributor.link.stalled-after=7s", "distributor.link.queue-size=1MB",
					"distributor.link.log-size=2MB", "distributor.link.held-size=3MB",
					"distributor.link.secret=0123456789abcdef0123456789abcdef",
					"distributor.link.accepted-secret=fedcba9876543210fedcba9876543210",
					"distributor.link.signature-max-age=7s", "distributor.backend.send-timeout=9s")
			.withBean(LinkOptionsCustomizer.class, () -> (options) -> {
				bound.set(options);
				return options;
			})
			.run((context) -> {
				assertThat(bound.get().prefix()).isEqualTo("other");
				assertThat(bound.get().heartbeat()).isEqualTo(Duration.ofMillis(100));
				assertThat(bound.get().deadAfter()).isEqualTo(Duration.ofMillis(300));
				assertThat(bound.get().settle()).isEqualTo(Duration.ofMillis(50));
				assertThat(bound.get().stalledAfter()).isEqualTo(Duration.ofSeconds(7));
				assertThat(bound.get().queueBytes()).isEqualTo(1024 * 1024);
				assertThat(bound.get().logBytes()).isEqualTo(2 * 1024 * 1024);
				assertThat(bound.get().heldBytes()).isEqualTo(3 * 1024 * 1024);
				assertThat(bound.get().secrets().all()).containsExactly("0123456789abcdef0123456789abcdef",
						"fedcba9876543210fedcba9876543210");
				assertThat(bound.get().secrets().maxAge()).isEqualTo(Duration.ofSeconds(7));
				assertThat(context.getBean(LinkProperties.class)).asString().doesNotContain("0123456789abcdef");
				assertThat(bound.get()).asString().doesNotContain("0123456789abcdef");
				assertThat(bound.get().sendTimeout()).isEqualTo(Duration.ofSeconds(9));
			});
	}

	@ParameterizedTest
	@CsvSource({ "distributor.server.port=-1,port", "distributor.server.path=socket.io,path",
			"distributor.server.ping-interval=0s,pingInterval", "distributor.server.limits.max-rooms=0,limits.maxRooms",
			"distributor.server.max-payload=3GB,max-payload", "distributor.server.trusted-proxies=proxy,address range",
			"distributor.server.liveness-path=live,livenessPath",
			"distributor.server.compression.threshold=0B,compression.threshold",
			"distributor.server.cors.allowed-origins=example.com,allowedOrigins",
			"distributor.server.limits.events-per-second=0,limits.eventsPerSecond",
			"distributor.server.limits.message-timeout=0s,limits.messageTimeout",
			"distributor.server.limits.max-unhandled-total-size=0B,max-unhandled-total-size",
			"distributor.backend.concurrency=0,concurrency", "distributor.backend.ack-timeout=0s,ackTimeout",
			"distributor.backend.data-size=0B,data-size", "distributor.backend.max-acks=0,maxAcks",
			"distributor.backend.max-answer-size=0B,max-answer-size", "distributor.backend.fetch-size=0B,fetch-size",
			"distributor.server.limits.max-socket-data-total-size=0B,max-socket-data-total-size",
			"distributor.server.limits.max-departed-sockets=-1,maxDepartedSockets", "distributor.link.prefix=,prefix",
			"distributor.link.heartbeat=1ms,heartbeat", "distributor.link.secret=short,secret",
			"distributor.link.dead-after=1500ms,deadAfter" })
	void refusesWhatCannotBe(String property, String text) {
		Contexts.runner(Role.STANDALONE)
			.withPropertyValues(property)
			.run((context) -> assertThat(context.getStartupFailure()).isNotNull()
				.rootCause()
				.hasMessageContaining(text));
	}

}
