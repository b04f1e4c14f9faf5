package io.distributor.engine;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.distributor.engine.namespace.ClientSocket;
import io.distributor.engine.namespace.ConnectRequest;
import io.distributor.engine.namespace.OutboundPacket;
import io.distributor.engine.namespace.SocketHandler;
import io.distributor.engine.protocol.socketio.PacketArguments;
import io.distributor.engine.session.CloseReason;

/**
 * A server for tests of the protocol: it has the namespaces {@code /} and
 * {@code /custom}, emits {@code auth} with what the client sent as auth, answers
 * {@code message} by {@code message-back} and acknowledges {@code message-with-ack}, each
 * with the arguments that came.
 */
final class ProtocolServer implements AutoCloseable {

	private static final Set<String> NAMESPACES = Set.of("/", "/custom");

	private final SocketIoServer server;

	ProtocolServer(Duration pingInterval, Duration pingTimeout) {
		this.server = SocketIoServer.create(ServerOptions.builder()
			.engine((engine) -> engine.port(0)
				.ioThreads(2)
				.pingInterval(pingInterval)
				.pingTimeout(pingTimeout)
				.maxPayload(1_000_000))
			.stopTimeout(Duration.ZERO)
			.build(), ProtocolServer::connect);
		this.server.start();
	}

	int port() {
		return this.server.port();
	}

	@Override
	public void close() {
		this.server.stop();
	}

	private static SocketHandler connect(ConnectRequest request) {
		ClientSocket socket = request.socket();
		if (NAMESPACES.contains(socket.namespace())) {
			request.accept();
			byte[] auth = request.auth();
			String json = (auth != null) ? new String(auth, StandardCharsets.UTF_8) : "{}";
			socket.send(OutboundPacket.event(socket.namespace(), SocketHandler.NO_ACK,
					new PacketArguments(("[\"auth\"," + json + "]").getBytes(StandardCharsets.UTF_8), List.of()),
					false));
		}
		else {
			request.refuse("Invalid namespace", null);
		}
		return new Answers(socket);
	}

	private record Answers(ClientSocket socket) implements SocketHandler {

		@Override
		public void onEvent(PacketArguments arguments, long ackId) {
			String json = new String(arguments.json(), StandardCharsets.UTF_8);
			if (json.startsWith("[\"message-with-ack\",")) {
				this.socket.send(OutboundPacket.ack(this.socket.namespace(), ackId,
						replace(arguments, json.replaceFirst("\"message-with-ack\",", ""))));
			}
			else if (json.startsWith("[\"message\",")) {
				this.socket.send(OutboundPacket.event(this.socket.namespace(), NO_ACK,
						replace(arguments, json.replaceFirst("message", "message-back")), false));
			}
		}

		private static PacketArguments replace(PacketArguments arguments, String json) {
			return new PacketArguments(json.getBytes(StandardCharsets.UTF_8), arguments.attachments());
		}

		@Override
		public void onAck(long ackId, PacketArguments arguments) {
		}

		@Override
		public void onDisconnect(CloseReason reason, @Nullable String description) {
		}

	}

}
