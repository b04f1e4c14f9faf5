package io.distributor.engine.transport;

import io.distributor.engine.protocol.engineio.PacketType;
import io.distributor.engine.session.CloseReason;
import io.netty.buffer.ByteBuf;
import org.jspecify.annotations.Nullable;

/**
 * Owner of a transport between its creation and that of its session.
 */
enum UnownedTransport implements TransportOwner {

	INSTANCE;

	@Override
	public void onPacket(PacketType type, ByteBuf text) {
	}

	@Override
	public void onBinary(ByteBuf data) {
	}

	@Override
	public void onTransportClosed(CloseReason reason, @Nullable String description) {
	}

}
