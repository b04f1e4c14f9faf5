package io.distributor.engine.namespace;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.jspecify.annotations.Nullable;

import io.distributor.engine.protocol.socketio.PacketArguments;
import io.distributor.engine.session.CloseReason;

/**
 * Keeps connect requests, to be answered by the test, and what their sockets hear.
 */
final class RecordedConnects implements ConnectHandler {

	private final List<RecordedSocket> sockets = new CopyOnWriteArrayList<>();

	private final boolean accepting;

	private RecordedConnects(boolean accepting) {
		this.accepting = accepting;
	}

	static RecordedConnects accepting() {
		return new RecordedConnects(true);
	}

	static RecordedConnects waiting() {
		return new RecordedConnects(false);
	}

	@Override
	public SocketHandler onConnect(ConnectRequest request) {
		RecordedSocket socket = new RecordedSocket(request);
		this.sockets.add(socket);
		if (this.accepting) {
			request.accept();
		}
		return socket;
	}

	List<RecordedSocket> all() {
		return this.sockets;
	}

	RecordedSocket last() {
		return this.sockets.get(this.sockets.size() - 1);
	}

	static final class RecordedSocket implements SocketHandler {

		private final ConnectRequest request;

		private final List<String> heard = new CopyOnWriteArrayList<>();

		private final List<PacketArguments> arguments = new CopyOnWriteArrayList<>();

		RecordedSocket(ConnectRequest request) {
			this.request = request;
		}

		ConnectRequest request() {
			return this.request;
		}

		ClientSocket socket() {
			return this.request.socket();
		}

		List<String> heard() {
			return this.heard;
		}

		List<PacketArguments> arguments() {
			return this.arguments;
		}

		@Override
		public void onEvent(PacketArguments arguments, long ackId) {
			this.arguments.add(arguments);
			this.heard.add("event " + ackId + " " + new String(arguments.json(), StandardCharsets.UTF_8));
		}

		@Override
		public void onAck(long ackId, PacketArguments arguments) {
			this.arguments.add(arguments);
			this.heard.add("ack " + ackId + " " + new String(arguments.json(), StandardCharsets.UTF_8));
		}

		@Override
		public void onDisconnect(CloseReason reason, @Nullable String description) {
			this.heard.add("disconnect " + reason);
		}

	}

}
