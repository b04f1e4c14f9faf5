package io.distributor.benchmarks;

import org.jspecify.annotations.Nullable;

import io.distributor.engine.namespace.SocketHandler;
import io.distributor.engine.protocol.socketio.PacketArguments;
import io.distributor.engine.session.CloseReason;

/**
 * Hears a socket and does nothing.
 */
final class SilentSocket implements SocketHandler {

	@Override
	public void onEvent(PacketArguments arguments, long ackId) {
	}

	@Override
	public void onAck(long ackId, PacketArguments arguments) {
	}

	@Override
	public void onDisconnect(CloseReason reason, @Nullable String description) {
	}

}
