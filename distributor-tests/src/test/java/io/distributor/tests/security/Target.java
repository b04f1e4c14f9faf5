package io.distributor.tests.security;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;

import io.distributor.engine.ServerOptions;
import io.distributor.engine.ServerOptionsBuilder;
import io.distributor.engine.SocketIoServer;
import io.distributor.engine.limit.Limit;
import io.distributor.engine.namespace.ClientSocket;
import io.distributor.engine.namespace.ConnectRequest;
import io.distributor.engine.namespace.OutboundPacket;
import io.distributor.engine.namespace.SocketHandler;
import io.distributor.engine.protocol.socketio.PacketArguments;
import io.distributor.engine.session.CloseReason;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A server to be attacked: it accepts everybody, sends events back and answers those that
 * ask for it.
 */
final class Target implements AutoCloseable {

	final Queue<ClientSocket> sockets = new ConcurrentLinkedQueue<>();

	final Queue<String> events = new ConcurrentLinkedQueue<>();

	final Queue<String> disconnects = new ConcurrentLinkedQueue<>();

	private final SocketIoServer server;

	private Target(ServerOptions options) {
		this.server = SocketIoServer.create(options, this::connect);
		this.server.start();
	}

	static Target start(Consumer<ServerOptionsBuilder> options) {
		ServerOptionsBuilder builder = ServerOptions.builder()
			.engine((engine) -> engine.host("127.0.0.1").port(0).ioThreads(2))
			.stopTimeout(Duration.ofMillis(200));
		options.accept(builder);
		return new Target(builder.build());
	}

	static Target start() {
		return start((options) -> {
		});
	}

	private SocketHandler connect(ConnectRequest request) {
		ClientSocket socket = request.socket();
		this.sockets.add(socket);
		request.accept();
		return new SocketHandler() {

			@Override
			public void onEvent(PacketArguments arguments, long ackId) {
				Target.this.events.add(new String(arguments.json(), StandardCharsets.UTF_8));
				socket.send((ackId == NO_ACK) ? OutboundPacket.event(socket.namespace(), NO_ACK, arguments, false)
						: OutboundPacket.ack(socket.namespace(), ackId,
								new PacketArguments("[]".getBytes(StandardCharsets.UTF_8), List.of())));
			}

			@Override
			public void onAck(long ackId, PacketArguments arguments) {
			}

			@Override
			public void onDisconnect(CloseReason reason, @Nullable String description) {
				Target.this.disconnects.add(reason.text() + ": " + description);
			}

		};
	}

	SocketIoServer server() {
		return this.server;
	}

	Attacker attacker() throws IOException {
		return Attacker.of(this.server.port());
	}

	long reached(Limit limit) {
		return this.server.statistics().reached(limit);
	}

	/** Waits until there are as many sessions. */
	void awaitSessions(int count) {
		Awaitility.await()
			.untilAsserted(() -> assertThat(this.server.statistics().engine().openSessions()).isEqualTo(count));
	}

	/** A good client still gets what it asks for. */
	void assertServesOthers() throws IOException {
		try (Attacker good = attacker()) {
			good.join("/");
			good.send("42[\"hello\"]");
			assertThat(good.readText()).isEqualTo("42[\"hello\"]");
		}
	}

	@Override
	public void close() {
		this.server.stop();
	}

}
