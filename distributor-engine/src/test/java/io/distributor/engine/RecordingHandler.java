package io.distributor.engine;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

import io.distributor.engine.namespace.ClientSocket;
import io.distributor.engine.namespace.ConnectHandler;
import io.distributor.engine.namespace.ConnectRequest;
import io.distributor.engine.namespace.OutboundPacket;
import io.distributor.engine.namespace.SocketHandler;
import io.distributor.engine.protocol.socketio.PacketArguments;
import io.distributor.engine.session.CloseReason;

/**
 * Accepts clients, refuses those of the namespace {@code /closed}, and keeps what they
 * say for the test.
 */
final class RecordingHandler implements ConnectHandler {

	private final BlockingQueue<ClientSocket> sockets = new LinkedBlockingQueue<>();

	private final BlockingQueue<Heard> heard = new LinkedBlockingQueue<>();

	private final BlockingQueue<CloseReason> disconnects = new LinkedBlockingQueue<>();

	@Override
	public SocketHandler onConnect(ConnectRequest request) {
		if (request.socket().namespace().equals("/closed")) {
			request.refuse("Not authorized", "{\"code\":42}".getBytes(StandardCharsets.UTF_8));
		}
		else {
			request.accept();
			this.sockets.add(request.socket());
		}
		return new Recorder(request.socket());
	}

	ClientSocket nextSocket() throws InterruptedException {
		return next(this.sockets);
	}

	Heard nextHeard() throws InterruptedException {
		return next(this.heard);
	}

	CloseReason nextDisconnect() throws InterruptedException {
		return next(this.disconnects);
	}

	int disconnectsLeft() {
		return this.disconnects.size();
	}

	private static <T> T next(BlockingQueue<T> queue) throws InterruptedException {
		T next = queue.poll(5, TimeUnit.SECONDS);
		if (next == null) {
			throw new AssertionError("nothing within 5 seconds");
		}
		return next;
	}

	static OutboundPacket event(ClientSocket socket, String json, byte... attachment) {
		return OutboundPacket.event(socket.namespace(), SocketHandler.NO_ACK, arguments(json, attachment), false);
	}

	static PacketArguments arguments(String json, byte... attachment) {
		return new PacketArguments(json.getBytes(StandardCharsets.UTF_8),
				(attachment.length > 0) ? List.of(attachment) : List.of());
	}

	record Heard(ClientSocket socket, boolean acknowledgement, long ackId, PacketArguments arguments) {

		String json() {
			return new String(this.arguments.json(), StandardCharsets.UTF_8);
		}

	}

	private final class Recorder implements SocketHandler {

		private final ClientSocket socket;

		private Recorder(ClientSocket socket) {
			this.socket = socket;
		}

		@Override
		public void onEvent(PacketArguments arguments, long ackId) {
			RecordingHandler.this.heard.add(new Heard(this.socket, false, ackId, arguments));
		}

		@Override
		public void onAck(long ackId, PacketArguments arguments) {
			RecordingHandler.this.heard.add(new Heard(this.socket, true, ackId, arguments));
		}

		@Override
		public void onDisconnect(CloseReason reason, @Nullable String description) {
			RecordingHandler.this.disconnects.add(reason);
		}

	}

}
